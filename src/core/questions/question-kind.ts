import type { Heading } from '../markdown/structure';
import type { NoteLanguage } from '../schema/note-type';
import { nameOfHeading } from './heading-words';

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

/** Whole headings of one meaning only. 常见问题 is often a list of questions of every kind, and names none. */
const OTHER_NAMES: readonly (readonly [string, QuestionKind])[] = [
	['核心原理', 'principle'],
	['基本原理', 'principle'],
	['工作原理', 'principle'],
	['实现原理', 'principle'],
	['核心特性', 'feature'],
	['主要特性', 'feature'],
];

const KIND_BY_TITLE: ReadonlyMap<string, QuestionKind> = new Map<string, QuestionKind>([
	...OTHER_NAMES,
	...QUESTION_KINDS.filter(kind => kind !== 'other').flatMap(kind => [
		[NAMES[kind].zh, kind] as const,
		[NAMES[kind].en.toLowerCase(), kind] as const,
	]),
]);

/** Names are short; a longer heading is a sentence, and is not looked at twice. */
const LONGEST_NAME = 40;

/** The heading that stands for a kind in the notes of a language. */
export function questionKindName(kind: QuestionKind, language: NoteLanguage): string {
	return NAMES[kind][language];
}

/** The kind that a heading names, if it names one; numbering and emoji before the name make no difference. */
export function kindOfHeading({ text }: Heading): QuestionKind | undefined {
	const kind = KIND_BY_TITLE.get(text.trim().toLowerCase());
	if (kind !== undefined || text.length > LONGEST_NAME) return kind;
	return KIND_BY_TITLE.get(nameOfHeading(text).toLowerCase());
}

/** The kind given by the nearest heading above a question that names one. */
export function kindOfSection(parents: readonly Heading[]): QuestionKind {
	for (const heading of [...parents].reverse()) {
		const kind = kindOfHeading(heading);
		if (kind) return kind;
	}
	return 'other';
}
