import type { Link } from '../markdown/structure';
import type { Note } from '../vault/note';
import type { NoteIndex } from '../vault/note-index';
import type { NotePath } from '../vault/note-path';
import { noteTypeOf, isTemplate } from '../schema/note-type';
import { plainText } from '../markdown/plain-text';
import { lineContext } from './line-context';
import { inverseOf } from './relation-kind';
import type { RelationKind } from './relation-kind';
import { relationsOf } from './relation';

/** A note that links here. */
export interface BacklinkEntry {
	readonly source: NotePath;
	readonly title: string;
	/** What the source is to this note: the inverse of the relation that it states, or a mere mention. */
	readonly kind: RelationKind | 'mention';
	/** The reason that the relation gives, or the sentence that holds the link; plain text, so that it links nowhere. */
	readonly reason: string;
	readonly line: number;
}

/**
 * Who links to a note, one entry for each relation and one for the first mention of each other source, by path.
 *
 * Links inside regions never count, nor do templates, files of attempts and saved interviews.
 */
export function listBacklinks(index: NoteIndex, path: NotePath): BacklinkEntry[] {
	const entries: BacklinkEntry[] = [];
	const mentioned = new Set<NotePath>();
	let previous:
		{ note: Note; relations: Map<Link, { kind: RelationKind; reason: string }> } | undefined;
	for (const { source, link } of index.backlinks(path)) {
		const note = index.find(source);
		if (!note || isTemplate(note) || isRecord(note)) continue;
		if (previous?.note !== note) {
			const stated = relationsOf(note).relations;
			previous = {
				note,
				relations: new Map(stated.map(({ link: key, kind, reason }) => [key, { kind, reason }])),
			};
		}
		const relation = previous.relations.get(link);
		const entry = { source, title: note.title, line: link.line };
		if (relation) {
			entries.push({
				...entry,
				kind: inverseOf(relation.kind),
				reason: plainText(relation.reason),
			});
		} else if (!mentioned.has(source)) {
			mentioned.add(source);
			entries.push({ ...entry, kind: 'mention', reason: lineContext(note, link) });
		}
	}
	const related = new Set(
		entries.filter(({ kind }) => kind !== 'mention').map(({ source }) => source),
	);
	return entries.filter(({ kind, source }) => kind !== 'mention' || !related.has(source));
}

/** True for a note that says what was done: it links to what it names, and says nothing about it. */
function isRecord(note: Note): boolean {
	const type = noteTypeOf(note);
	return type === 'attempts' || type === 'interview';
}
