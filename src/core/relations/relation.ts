import type { Link } from '../markdown/structure';
import type { Note } from '../vault/note';
import type { NotePath } from '../vault/note-path';
import { oncePer } from '../text/once-per';
import { fieldRelationsOf } from './inline-field';
import { relationItemsOf } from './relation-item';
import type { RelationProblem } from './relation-item';
import { relationKindOf } from './relation-kind';
import type { RelationKind } from './relation-kind';

export type { RelationProblem } from './relation-item';

/** A typed link that a note states, with its reason. */
export interface Relation {
	readonly source: NotePath;
	readonly kind: RelationKind;
	/** The link itself, as it stands among the links of the note. */
	readonly link: Link;
	/** Why, in Markdown; empty where none is given. */
	readonly reason: string;
	readonly line: number;
	/** How it is written: an item of the relations list, an inline field, or a property. */
	readonly form: 'item' | 'field' | 'property';
}

/** What a note states about its relations. */
export interface RelationReading {
	/** In the order of the note, properties first. */
	readonly relations: readonly Relation[];
	/** Of the relations list alone: nothing is asked of fields and properties. */
	readonly problems: readonly RelationProblem[];
}

/**
 * Reads what a note states: `- **上游** [[Kafka]]：reason` items under the heading 关系 (Relations), inline fields
 * `上游:: [[Kafka]]` anywhere, and properties that are named as a kind. Linear in the length of the note, and read once
 * for each reading of it.
 */
export const relationsOf: (note: Note) => RelationReading = oncePer(note => {
	const { relations: items, problems } = relationItemsOf(note);
	const taken = new Set(items.map(({ link }) => link));
	const fields = fieldRelationsOf(note).filter(({ link }) => !taken.has(link));
	const relations = [
		...items.map(item => ({ ...item, source: note.path, form: 'item' as const })),
		...fields.map(field => ({ ...field, source: note.path, form: 'field' as const })),
	].sort((a, b) => a.link.range.start - b.link.range.start);
	return { relations: [...propertyRelations(note), ...relations], problems };
});

/** Breadcrumbs and others keep typed links in properties: `上游: "[[Kafka]]"`, or a list of links. */
function propertyRelations({ path, links }: Note): Relation[] {
	return links.flatMap(link => {
		const kind = link.property === undefined ? undefined : relationKindOf(link.property);
		if (!kind) return [];
		return [{ source: path, kind, link, reason: '', line: link.line, form: 'property' as const }];
	});
}
