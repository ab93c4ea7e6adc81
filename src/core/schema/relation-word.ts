import type { NoteLanguage } from './note-type';

/** How one note stands to another. */
export type RelationKind =
	| 'upstream'
	| 'downstream'
	| 'based-on'
	| 'used-by'
	| 'part-of'
	| 'has-part'
	| 'alternative-to'
	| 'replaced-by'
	| 'replaces'
	| 'integrates-with'
	| 'depends-on'
	| 'required-by'
	| 'related-to';

/** The words for the kinds in notes, in the order in which regions list them. */
export const RELATION_WORDS: Readonly<
	Record<RelationKind, Readonly<Record<NoteLanguage, string>>>
> = {
	upstream: { zh: '上游', en: 'Upstream' },
	downstream: { zh: '下游', en: 'Downstream' },
	'based-on': { zh: '基于', en: 'Based on' },
	'used-by': { zh: '被用于', en: 'Used by' },
	'part-of': { zh: '整体', en: 'Part of' },
	'has-part': { zh: '部分', en: 'Has part' },
	'alternative-to': { zh: '替代', en: 'Alternative to' },
	'replaced-by': { zh: '被取代', en: 'Replaced by' },
	replaces: { zh: '取代', en: 'Replaces' },
	'integrates-with': { zh: '集成', en: 'Integrates with' },
	'depends-on': { zh: '依赖', en: 'Depends on' },
	'required-by': { zh: '被依赖', en: 'Required by' },
	'related-to': { zh: '相关', en: 'Related to' },
};

/** All kinds in the order in which regions list them. */
export const RELATION_KINDS = Object.keys(RELATION_WORDS) as readonly RelationKind[];

const KIND_BY_WORD: ReadonlyMap<string, RelationKind> = new Map(
	RELATION_KINDS.flatMap(kind => {
		const { zh, en } = RELATION_WORDS[kind];
		return [kind, zh, en].map(word => [foldWord(word), kind] as const);
	}),
);

/** The kind that a word names: `上游`, `Based on`, or as properties and fields are written, `based-on`, `based_on`. */
export function relationKindOf(word: string): RelationKind | undefined {
	return KIND_BY_WORD.get(foldWord(word));
}

function foldWord(word: string): string {
	return word
		.trim()
		.toLowerCase()
		.replace(/[\s_-]+/g, '-');
}
