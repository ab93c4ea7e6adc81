import type { Link } from '../markdown/structure';
import type { Note } from '../vault/note';
import type { NotePath } from '../vault/note-path';
import { sectionsOf } from '../vault/section';
import { splitLines } from '../text/line';
import { oncePer } from '../text/once-per';
import { fieldRelationsOf } from './inline-field';
import { relationKindOf } from './relation-kind';
import type { RelationKind } from './relation-kind';

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

/** An item of a relations list that says nothing that can be used. */
export interface RelationProblem {
	readonly kind: 'unknown-kind' | 'no-link' | 'no-reason';
	readonly line: number;
	readonly detail: string;
}

/** What a note states about its relations. */
export interface RelationReading {
	/** In the order of the note, properties first. */
	readonly relations: readonly Relation[];
	/** Of the relations list alone: nothing is asked of fields and properties. */
	readonly problems: readonly RelationProblem[];
}

const TITLES: ReadonlySet<string> = new Set(['关系', 'relations']);
const ITEM = /^[-*+] +\*\*([^*]{1,40})\*\*(?!::)(.*)$/;

/**
 * Reads what a note states: `- **上游** [[Kafka]]：reason` items under the heading 关系 (Relations), inline fields
 * `上游:: [[Kafka]]` anywhere, and properties that are named as a kind. Linear in the length of the note, and read once
 * for each reading of it.
 */
export const relationsOf: (note: Note) => RelationReading = oncePer(note => {
	const { relations: items, problems } = itemsOf(note);
	const taken = new Set(items.map(({ link }) => link));
	const fields = fieldRelationsOf(note).filter(({ link }) => !taken.has(link));
	const relations = [
		...items,
		...fields.map(field => ({ ...field, source: note.path, form: 'field' as const })),
	].sort((a, b) => a.link.range.start - b.link.range.start);
	return { relations: [...propertyRelations(note), ...relations], problems };
});

function itemsOf(note: Note): RelationReading {
	const relations: Relation[] = [];
	const problems: RelationProblem[] = [];
	const sections = sectionsOf(note).filter(({ heading }) => TITLES.has(heading.text.toLowerCase()));
	if (sections.length === 0) return { relations, problems };
	const firstLinks = firstLinkByLine(note);
	for (const { heading, own } of sections) {
		const source = note.text.slice(own.start, own.end);
		for (const line of splitLines(source)) {
			const match = ITEM.exec(source.slice(line.start, line.end));
			if (!match) continue;
			const number = heading.line + line.number - 1;
			const [, word = '', rest = ''] = match;
			const read = readItem(note, { word, rest, line: number, link: firstLinks.get(number) });
			if ('link' in read) relations.push(read);
			else problems.push(read);
			if ('link' in read && read.reason === '')
				problems.push({ kind: 'no-reason', line: number, detail: word });
		}
	}
	return { relations, problems };
}

function firstLinkByLine({ structure }: Note): ReadonlyMap<number, Link> {
	const links = new Map<number, Link>();
	for (const link of structure.links) {
		if (!links.has(link.line)) links.set(link.line, link);
	}
	return links;
}

interface Item {
	readonly word: string;
	readonly rest: string;
	readonly line: number;
	readonly link: Link | undefined;
}

function readItem(note: Note, { word, rest, line, link }: Item): Relation | RelationProblem {
	const kind = relationKindOf(word.replace(/[:：]$/, ''));
	if (!kind) return { kind: 'unknown-kind', line, detail: word };
	if (!link) return { kind: 'no-link', line, detail: word };
	const afterLink = rest.replace(/^[:：]?\s*(?:\[\[[^\]]*\]\]|\[[^\]]*\]\([^)]*\))/, '');
	const reason = afterLink.replace(/^\s*[:：]\s*/, '').trim();
	return { source: note.path, kind, link, reason, line, form: 'item' };
}

/** Breadcrumbs and others keep typed links in properties: `上游: "[[Kafka]]"`, or a list of links. */
function propertyRelations({ path, links }: Note): Relation[] {
	return links.flatMap(link => {
		const kind = link.property === undefined ? undefined : relationKindOf(link.property);
		if (!kind) return [];
		return [{ source: path, kind, link, reason: '', line: link.line, form: 'property' as const }];
	});
}
