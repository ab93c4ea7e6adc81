import type { NoteLanguage } from '../schema/note-type';

/** How one note stands to another; each kind has its inverse. */
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

interface RelationKindDefinition {
	readonly inverse: RelationKind;
	readonly zh: string;
	readonly en: string;
}

const DEFINITIONS: Readonly<Record<RelationKind, RelationKindDefinition>> = {
	upstream: { inverse: 'downstream', zh: '上游', en: 'Upstream' },
	downstream: { inverse: 'upstream', zh: '下游', en: 'Downstream' },
	'based-on': { inverse: 'used-by', zh: '基于', en: 'Based on' },
	'used-by': { inverse: 'based-on', zh: '被用于', en: 'Used by' },
	'part-of': { inverse: 'has-part', zh: '整体', en: 'Part of' },
	'has-part': { inverse: 'part-of', zh: '部分', en: 'Has part' },
	'alternative-to': { inverse: 'alternative-to', zh: '替代', en: 'Alternative to' },
	'replaced-by': { inverse: 'replaces', zh: '被取代', en: 'Replaced by' },
	replaces: { inverse: 'replaced-by', zh: '取代', en: 'Replaces' },
	'integrates-with': { inverse: 'integrates-with', zh: '集成', en: 'Integrates with' },
	'depends-on': { inverse: 'required-by', zh: '依赖', en: 'Depends on' },
	'required-by': { inverse: 'depends-on', zh: '被依赖', en: 'Required by' },
	'related-to': { inverse: 'related-to', zh: '相关', en: 'Related to' },
};

/** All kinds in the order in which regions list them. */
export const RELATION_KINDS = Object.keys(DEFINITIONS) as readonly RelationKind[];

/** The kind as seen from the other end. */
export function inverseOf(kind: RelationKind): RelationKind {
	return DEFINITIONS[kind].inverse;
}

/** The word for a kind in the language of the notes. */
export function relationKindName(kind: RelationKind, language: NoteLanguage): string {
	return DEFINITIONS[kind][language];
}

/** The kind that a word names, in either language. */
export function relationKindOf(word: string): RelationKind | undefined {
	const wanted = word.trim().toLowerCase();
	return RELATION_KINDS.find(
		kind => DEFINITIONS[kind].zh === wanted || DEFINITIONS[kind].en.toLowerCase() === wanted,
	);
}
