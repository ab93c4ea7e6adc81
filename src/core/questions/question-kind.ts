import type { Heading } from '../markdown/structure';
import type { NoteLanguage } from '../schema/note-type';

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

const NAMES: Readonly<Record<QuestionKind, Readonly<Record<NoteLanguage, string>>>> = {
	principle: { zh: '原理', en: 'Principles' },
	feature: { zh: '特性', en: 'Features' },
	scenario: { zh: '应用场景', en: 'Scenarios' },
	problem: { zh: '问题', en: 'Problems' },
	optimization: { zh: '优化', en: 'Optimizations' },
	comparison: { zh: '对比', en: 'Comparisons' },
	operation: { zh: '运维', en: 'Operations' },
	other: { zh: '其他', en: 'Other' },
};

const KIND_BY_TITLE: ReadonlyMap<string, QuestionKind> = new Map<string, QuestionKind>(
	QUESTION_KINDS.filter(kind => kind !== 'other').flatMap(kind => [
		[NAMES[kind].zh, kind],
		[NAMES[kind].en.toLowerCase(), kind],
	]),
);

/** The heading that stands for a kind in the notes of a language. */
export function questionKindName(kind: QuestionKind, language: NoteLanguage): string {
	return NAMES[kind][language];
}

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
