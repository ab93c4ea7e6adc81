import { isRecord, isTemplate } from '../schema/note-type';
import type { NoteIndex } from '../vault/note-index';
import type { NotePath } from '../vault/note-path';
import { relationsOf } from './relation';
import type { Relation } from './relation';

/** A relation with the note that its link leads to. */
export interface StatedRelation extends Relation {
	readonly target: NotePath;
}

/** All relations of a vault whose link leads to a note, by path and place; templates and records state none. */
export function statedRelations(index: NoteIndex): StatedRelation[] {
	return index.notes().flatMap(note => {
		if (isTemplate(note) || isRecord(note)) return [];
		return relationsOf(note).relations.flatMap(relation => {
			const target = targetOf(index, relation);
			return target === undefined ? [] : [{ ...relation, target }];
		});
	});
}

function targetOf(index: NoteIndex, { source, link }: Relation): NotePath | undefined {
	const resolution = index.resolve(link.target, source);
	if (resolution.kind === 'missing' || !index.find(resolution.path)) return undefined;
	return resolution.path;
}
