import type { Heading } from '../markdown/structure';

/** What a question is about, by the section in which it stands. */
export type QuestionKind =
	| 'principle'
	| 'feature'
	| 'scenario'
	| 'problem'
	| 'optimization'
	| 'comparison'
	| 'operation'
	| 'other';

/** All kinds in the order in which notes and reports name them. */
export const QUESTION_KINDS: readonly QuestionKind[] = [
	'principle',
	'feature',
	'scenario',
	'problem',
	'optimization',
	'comparison',
	'operation',
	'other',
];

const KIND_BY_TITLE: ReadonlyMap<string, QuestionKind> = new Map<string, QuestionKind>([
	['原理', 'principle'],
	['principles', 'principle'],
	['特性', 'feature'],
	['features', 'feature'],
	['应用场景', 'scenario'],
	['scenarios', 'scenario'],
	['问题', 'problem'],
	['problems', 'problem'],
	['优化', 'optimization'],
	['optimizations', 'optimization'],
	['对比', 'comparison'],
	['comparisons', 'comparison'],
	['运维', 'operation'],
	['operations', 'operation'],
]);

/** The kind that a heading names, if it names one. */
export function kindOfHeading({ text }: Heading): QuestionKind | undefined {
	return KIND_BY_TITLE.get(text.trim().toLowerCase());
}

/** The kind given by the nearest heading above a question that names one. */
export function kindOfSection(parents: readonly Heading[]): QuestionKind {
	for (const heading of [...parents].reverse()) {
		const kind = kindOfHeading(heading);
		if (kind) return kind;
	}
	return 'other';
}
