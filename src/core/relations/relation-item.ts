import type { Link } from '../markdown/structure';
import { splitLines } from '../text/line';
import type { Range } from '../text/range';
import type { Note } from '../vault/note';
import { readLinkedReason } from './linked-reason';
import { relationKindOf } from './relation-kind';
import type { RelationKind } from './relation-kind';

/** A typed link that an item of a relations list states. */
interface ItemRelation {
	readonly kind: RelationKind;
	readonly link: Link;
	readonly reason: string;
	readonly line: number;
}

/** An item of a relations list that says nothing that can be used. */
export interface RelationProblem {
	readonly kind: 'unknown-kind' | 'no-link' | 'no-reason';
	readonly line: number;
	readonly detail: string;
}

/** What the relations lists of a note state. */
export interface ItemReading {
	readonly relations: readonly ItemRelation[];
	readonly problems: readonly RelationProblem[];
}

const TITLES: ReadonlySet<string> = new Set(['关系', 'relations']);
/** Marks of quotes and items, a box, the kind in bold; with `::` behind it the item is a field. */
const ITEM =
	/^[ \t]*(?:>[ \t]*)*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)+(?:\[.\][ \t]+)?(\*\*|__)((?:(?!\1).){1,40})\1(?!::)/u;

/**
 * Reads `- **上游** [[Kafka]]：reason` under the heading 关系 (Relations) and those below it, in every form of a list that
 * Markdown shows alike: numbered, with boxes, set in, in a quote. Code, comments and regions hold none.
 */
export function relationItemsOf(note: Note): ItemReading {
	const relations: ItemRelation[] = [];
	const problems: RelationProblem[] = [];
	const sections = relationSections(note);
	if (sections.length === 0) return { relations, problems };
	const linksByLine = groupByLine(note.structure.links);
	for (const { range, firstLine } of sections) {
		const masked = note.structure.masked.slice(range.start, range.end);
		for (const { start, end, number } of splitLines(masked)) {
			const match = ITEM.exec(masked.slice(start, end));
			if (!match) continue;
			const line = firstLine + number - 1;
			const rest = { start: range.start + start + match[0].length, end: range.start + end };
			const word = match[2]?.trim() ?? '';
			const read = readItem(note, { word, rest, line, links: linksByLine.get(line) ?? [] });
			relations.push(...read.relations);
			problems.push(...read.problems);
		}
	}
	return { relations, problems };
}

interface RelationSection {
	readonly range: Range;
	readonly firstLine: number;
}

/** What stands under the heading, up to the next one that is not below it. */
function relationSections({ text, structure: { headings } }: Note): RelationSection[] {
	const sections: RelationSection[] = [];
	let next = 0;
	while (next < headings.length) {
		const heading = headings[next++];
		if (!heading || !TITLES.has(heading.text.toLowerCase())) continue;
		while ((headings[next]?.level ?? 0) > heading.level) next++;
		const end = headings[next]?.range.start ?? text.length;
		sections.push({ range: { start: heading.range.start, end }, firstLine: heading.line });
	}
	return sections;
}

function groupByLine(links: readonly Link[]): ReadonlyMap<number, Link[]> {
	const groups = new Map<number, Link[]>();
	for (const link of links) {
		const group = groups.get(link.line);
		if (group) group.push(link);
		else groups.set(link.line, [link]);
	}
	return groups;
}

interface Item {
	readonly word: string;
	readonly rest: Range;
	readonly line: number;
	readonly links: readonly Link[];
}

function readItem({ text }: Note, { word, rest, line, links }: Item): ItemReading {
	const problem = (kind: RelationProblem['kind']): RelationProblem => ({
		...{ kind, line, detail: word },
	});
	const kind = relationKindOf(word.replace(/[:：]$/, ''));
	if (!kind) return { relations: [], problems: [problem('unknown-kind')] };
	const read = readLinkedReason(text, rest, links);
	if (!read) return { relations: [], problems: [problem('no-link')] };
	const { reason } = read;
	return {
		relations: read.links.map(link => ({ kind, link, reason, line })),
		problems: reason === '' ? [problem('no-reason')] : [],
	};
}
