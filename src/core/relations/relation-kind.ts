import type { NoteLanguage } from '../schema/note-type';
import { RELATION_WORDS } from '../schema/relation-word';
import type { RelationKind } from '../schema/relation-word';

export { RELATION_KINDS, relationKindOf } from '../schema/relation-word';
export type { RelationKind } from '../schema/relation-word';

const INVERSES: Readonly<Record<RelationKind, RelationKind>> = {
	upstream: 'downstream',
	downstream: 'upstream',
	'based-on': 'used-by',
	'used-by': 'based-on',
	'part-of': 'has-part',
	'has-part': 'part-of',
	'alternative-to': 'alternative-to',
	'replaced-by': 'replaces',
	replaces: 'replaced-by',
	'integrates-with': 'integrates-with',
	'depends-on': 'required-by',
	'required-by': 'depends-on',
	'related-to': 'related-to',
};

/** Kinds of which no chain may come back to where it began; a chain of their inverses is the same chain. */
const ACYCLIC_KINDS = ['part-of', 'based-on', 'replaced-by'] as const;

/** A kind of which no chain may come back, in the direction in which chains are read. */
export type AcyclicKind = (typeof ACYCLIC_KINDS)[number];

/** The kind as seen from the other end. */
export function inverseOf(kind: RelationKind): RelationKind {
	return INVERSES[kind];
}

/** The acyclic kind that a relation is of, seen from either end; undefined where a cycle is legitimate. */
export function acyclicKindOf(kind: RelationKind): AcyclicKind | undefined {
	return ACYCLIC_KINDS.find(acyclic => acyclic === kind || acyclic === INVERSES[kind]);
}

/** The word for a kind in the language of the notes. */
export function relationKindName(kind: RelationKind, language: NoteLanguage): string {
	return RELATION_WORDS[kind][language];
}
