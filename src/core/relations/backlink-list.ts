import type { Link } from '../markdown/structure';
import type { Note } from '../vault/note';
import type { NoteIndex } from '../vault/note-index';
import type { NotePath } from '../vault/note-path';
import { isRecord, isTemplate } from '../schema/note-type';
import { plainText } from '../markdown/plain-text';
import { lineContext } from './line-context';
import { inverseOf } from './relation-kind';
import type { RelationKind } from './relation-kind';
import { relationsOf } from './relation';
import type { Relation } from './relation';

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
 * Who links to a note, one entry for each relation, and for each source without any the first mention that stands in a
 * sentence; by path, then by place.
 *
 * Links inside regions never count, nor do templates, files of attempts and saved interviews.
 */
export function listBacklinks(index: NoteIndex, path: NotePath): BacklinkEntry[] {
	const linksBySource = new Map<NotePath, Link[]>();
	for (const { source, link } of index.backlinks(path)) {
		const links = linksBySource.get(source);
		if (links) links.push(link);
		else linksBySource.set(source, [link]);
	}
	return [...linksBySource].flatMap(([source, links]) => {
		const note = index.find(source);
		return note && !isTemplate(note) && !isRecord(note) ? entriesFrom(note, links) : [];
	});
}

function entriesFrom(note: Note, links: readonly Link[]): BacklinkEntry[] {
	const { path: source, title } = note;
	const stated = new Map<Link, Relation>();
	for (const relation of relationsOf(note).relations) stated.set(relation.link, relation);
	const related = links.flatMap(link => {
		const relation = stated.get(link);
		return relation ? [relation] : [];
	});
	if (related.length > 0) {
		return related.map(({ kind, reason, line }) => {
			return { source, title, kind: inverseOf(kind), reason: plainText(reason), line };
		});
	}
	// A link in a property tells nothing; a sentence further down does.
	const mention = links.find(({ property }) => property === undefined) ?? links[0];
	if (!mention) return [];
	const reason = lineContext(note, mention);
	return [{ source, title, kind: 'mention', reason, line: mention.line }];
}
