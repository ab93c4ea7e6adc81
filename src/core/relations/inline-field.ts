import type { Link } from '../markdown/structure';
import type { Note } from '../vault/note';
import { readLinkedReason } from './linked-reason';
import { relationKindOf } from './relation-kind';
import type { RelationKind } from './relation-kind';

/** A typed link that an inline field states. */
interface FieldRelation {
	readonly kind: RelationKind;
	readonly link: Link;
	readonly reason: string;
	readonly line: number;
}

/** A field of one line: offsets are those of the note. */
interface Field {
	readonly kind: RelationKind;
	readonly start: number;
	readonly end: number;
}

/** A longer key is no kind of relation. */
const LONGEST_KEY = 40;
/** What may stand before a field that has its line to itself: quotes, the mark of an item, a checkbox. */
const LINE_START = /^[ \t]*(?:>[ \t]*)*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[.\][ \t]+)?)?/u;

/**
 * Relations in Dataview's inline fields whose key is a kind: `上游:: [[Kafka]]` on a line of its own,
 * `[上游:: [[Kafka]]]` and `(upstream:: [[Kafka]])` inside of one. Code, comments and regions hold none.
 *
 * Several links in a row make several relations; what follows them in the field is their reason.
 */
export function fieldRelationsOf(note: Note): FieldRelation[] {
	const { masked, links } = note.structure;
	if (!masked.includes('::')) return [];
	const relations: FieldRelation[] = [];
	for (let i = 0; i < links.length;) {
		const line = links[i]?.line;
		let next = i + 1;
		while (next < links.length && links[next]?.line === line) next++;
		relations.push(...relationsInLine(note, links.slice(i, next)));
		i = next;
	}
	return relations;
}

/** Relations in the line that holds these links. */
function relationsInLine(note: Note, links: readonly Link[]): FieldRelation[] {
	const { masked } = note.structure;
	const at = links[0]?.range.start ?? 0;
	const start = Math.max(lastBreakBefore(masked, at) + 1, note.bodyStart);
	const rest = /[\r\n]/.exec(masked.slice(at));
	const line = { start, end: rest ? at + rest.index : masked.length };
	const content = masked.slice(line.start, line.end);
	if (!content.includes('::')) return [];
	const whole = fieldOfLine(content, line.start);
	const fields = whole ? [whole] : bracketedFields(content, line.start);
	return fields.flatMap(field => relationsOfField(note, field, links));
}

function lastBreakBefore(text: string, position: number): number {
	let at = position - 1;
	while (at >= 0 && text[at] !== '\n' && text[at] !== '\r') at--;
	return at;
}

function fieldOfLine(content: string, offset: number): Field | undefined {
	const start = LINE_START.exec(content)?.[0].length ?? 0;
	const mark = content.indexOf('::', start);
	if (mark === -1 || mark - start > LONGEST_KEY) return undefined;
	const kind = relationKindOf(withoutEmphasis(content.slice(start, mark)));
	return kind && { kind, start: offset + mark + 2, end: offset + content.length };
}

/** Dataview shows a key without its marks: `**上游**:: …`. */
function withoutEmphasis(key: string): string {
	return key.trim().replace(/^([*_]{1,3})(.*)\1$/, '$2');
}

/** Fields in brackets; a field ends with the bracket that closes it, and the brackets of its links come in pairs. */
function bracketedFields(content: string, offset: number): Field[] {
	const fields: Field[] = [];
	const closing = matchBrackets(content);
	let end = 0;
	for (let mark = content.indexOf('::'); mark !== -1; mark = content.indexOf('::', mark + 2)) {
		if (mark < end) continue;
		const open = lastBracketBefore(content, mark);
		const kind = open === -1 ? undefined : relationKindOf(content.slice(open + 1, mark));
		const close = closing.get(open);
		if (!kind || close === undefined) continue;
		fields.push({ kind, start: offset + mark + 2, end: offset + close });
		end = close;
	}
	return fields;
}

function lastBracketBefore(content: string, mark: number): number {
	for (let at = mark - 1; at >= 0 && mark - at <= LONGEST_KEY + 1; at--) {
		if (/[[(]/.test(content.charAt(at))) return at;
	}
	return -1;
}

/** Where each bracket closes; the two kinds do not part each other. */
function matchBrackets(content: string): ReadonlyMap<number, number> {
	const closing = new Map<number, number>();
	const open = { square: [] as number[], round: [] as number[] };
	for (let at = 0; at < content.length; at++) {
		const character = content[at] ?? '';
		if (!'[]()'.includes(character)) continue;
		const stack = '[]'.includes(character) ? open.square : open.round;
		if ('[('.includes(character)) stack.push(at);
		else closing.set(stack.pop() ?? -1, at);
	}
	return closing;
}

/** The links with which the value begins; one that stands in the reason is a mere mention. */
function relationsOfField(
	{ text }: Note,
	{ kind, start, end }: Field,
	links: readonly Link[],
): FieldRelation[] {
	const read = readLinkedReason(text, { start, end }, links);
	if (!read || read.links[0]?.embed) return [];
	return read.links.map(link => ({ kind, link, reason: read.reason, line: link.line }));
}
