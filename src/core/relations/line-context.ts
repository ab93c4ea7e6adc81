import type { Link } from '../markdown/structure';
import { blockMarksOf, linksAsWords, plainInline } from '../markdown/plain-text';
import type { Range } from '../text/range';
import type { Note } from '../vault/note';
import { excerptAround } from './excerpt';
import { sentenceAround } from './sentence';
import { cellsOf, isTableRow } from './table-row';

const LONGEST = 120;
/** Between the cells of a row. */
const PARTING = ' · ';
/** Private characters: around the words of the link until it is known where they come to lie, and for what is hidden. */
const BEGIN = '\ue000';
const END = '\ue001';
const HIDDEN = '\ue002';
const LINKED = '\ue003';
const PRIVATE = /[\ue000-\ue003]/g;
const LINKS = /!?\[\[[^[\]]*\]\]|!?\[[^[\]]*\]\([^()\s]*\)/g;
/** Code, formulas and comments with the blanks in them. */
const HIDDEN_RUN = new RegExp(`${HIDDEN}(?:[${HIDDEN}\\s]*${HIDDEN})?`, 'g');

/**
 * The sentence that holds a link, or the row of a table, in plain text with links shown by their words; of a long one the
 * part around the link. Empty for a link in a property.
 */
export function lineContext(note: Note, link: Link): string {
	if (link.property !== undefined) return '';
	const line = lineAround(note.text, link.range);
	const content = note.text.slice(line.start, line.end).replace(PRIVATE, ' ');
	const place = { start: link.range.start - line.start, end: link.range.end - line.start };
	const visible = visiblePart(note, content, line);
	if (isTableRow(note.text, line, visible)) {
		const row = withWords(content, { start: 0, end: content.length }, place);
		const cells = cellsOf(row).map(cell => plainInline(cell).replaceAll('\\|', '|'));
		return windowOf(cells.join(PARTING));
	}
	const marks = Math.min(blockMarksOf(content).length, place.start);
	const { start, end } = sentenceAround(visible, place);
	const shown = withoutComments(content, visible);
	return windowOf(plainInline(withWords(shown, { start: Math.max(start, marks), end }, place)));
}

function lineAround(text: string, { start, end }: Range): Range {
	let lineStart = start;
	while (lineStart > 0 && !/[\r\n]/.test(text.charAt(lineStart - 1))) lineStart--;
	const rest = /[\r\n]/.exec(text.slice(end));
	return { start: lineStart, end: rest ? end + rest.index : text.length };
}

/** A line whose code, comments and links are letters, so that no mark in them counts. */
function visiblePart({ structure }: Note, content: string, { start, end }: Range): string {
	return structure.masked
		.slice(start, end)
		.split('')
		.map((character, i) => (character === ' ' && !isBlankAt(content, i) ? HIDDEN : character))
		.join('')
		.replace(LINKS, link => LINKED.repeat(link.length));
}

function isBlankAt(text: string, position: number): boolean {
	return /\s/.test(text.charAt(position));
}

/** Blanks in place of comments, also of one that began above or ends below; code and formulas stay. */
function withoutComments(content: string, visible: string): string {
	let shown = content;
	for (const { 0: run, index } of visible.matchAll(HIDDEN_RUN)) {
		const hidden = content.slice(index, index + run.length);
		if (/^[`$]|[`$]$/.test(hidden)) continue;
		shown = shown.slice(0, index) + ' '.repeat(run.length) + shown.slice(index + run.length);
	}
	return shown;
}

function withWords(content: string, { start, end }: Range, place: Range): string {
	const words = linksAsWords(content.slice(place.start, place.end));
	return content.slice(start, place.start) + BEGIN + words + END + content.slice(place.end, end);
}

function windowOf(marked: string): string {
	const [before = '', rest = ''] = marked.split(BEGIN, 2);
	const words = rest.split(END, 1)[0] ?? '';
	const place = { start: before.length, end: before.length + words.length };
	return excerptAround(marked.replace(PRIVATE, ''), place, LONGEST);
}
