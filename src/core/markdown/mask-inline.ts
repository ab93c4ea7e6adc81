import type { Line } from '../text/line';
import type { Range } from '../text/range';

/** Replaces everything but line breaks by spaces, so that offsets stay. */
export function blank(text: string): string {
	return text.replace(/[^\r\n]/g, ' ');
}

/** One run of backticks. */
interface Run {
	readonly start: number;
	readonly length: number;
}

/**
 * Finds code spans, inline math, `%%` comments and HTML comments in the text lines of a body, in one pass.
 *
 * A code span ends within its own paragraph; comments may run on to any later text line.
 */
export function findInlineLiterals(text: string, textLines: readonly Line[]): Range[] {
	const found: Range[] = [];
	let position = 0;
	for (const paragraph of paragraphsOf(text, textLines)) {
		const start = Math.max(paragraph.start, position);
		if (start >= paragraph.end) continue;
		position = scanParagraph(text, { start, end: paragraph.end }, found);
	}
	return found;
}

/** Neighbouring text lines that can hold one code span: blank lines, headings, quotes, items and rows part them. */
function paragraphsOf(text: string, lines: readonly Line[]): Range[] {
	const paragraphs: { start: number; end: number }[] = [];
	let previous: { readonly next: number; readonly depth: number } | undefined;
	for (const line of lines) {
		const content = text.slice(line.start, line.end);
		const quote = /^(?:[ \t]*>)+/.exec(content)?.[0] ?? '';
		const inner = content.slice(quote.length);
		const depth = quote === '' ? 0 : quote.split('>').length - 1;
		const isBlank = inner.trim() === '';
		const isAlone = /^\s*(?:#{1,6}\s|[-=]+[ \t]*$|(?:[-*_][ \t]*){3,}$)/.test(inner);
		const startsBlock = isAlone || /^\s*(?:>|[-*+]\s|\d{1,9}[.)]\s|\||<!--)/.test(inner);
		const goesOn = !startsBlock && previous?.next === line.start && depth <= previous.depth;
		const last = paragraphs.at(-1);
		if (last && goesOn && !isBlank) last.end = line.end;
		else if (!isBlank) paragraphs.push({ start: line.start, end: line.end });
		previous = isBlank || isAlone ? undefined : { next: line.next, depth };
	}
	return paragraphs;
}

/** Returns where scanning ended: beyond the paragraph when a comment runs on. */
function scanParagraph(text: string, { start, end }: Range, found: Range[]): number {
	const runs = backtickRuns(text, start, end);
	const nextOfLength = new Map<number, Run[]>();
	for (const run of [...runs].reverse()) {
		const sameLength = nextOfLength.get(run.length) ?? [];
		sameLength.push(run);
		nextOfLength.set(run.length, sameLength);
	}
	let i = start;
	while (i < end) {
		const literalEnd = literalAt(text, i, end, nextOfLength);
		if (literalEnd === undefined) {
			i += plainLength(text, i, end);
			continue;
		}
		found.push({ start: i, end: literalEnd });
		i = literalEnd;
	}
	return i;
}

/** Sticky: it is asked at one place at a time. */
const WIKILINK = /\[\[[^[\]`\r\n]+\]\]/y;

/** How much is text for sure from `i` on: a wikilink is, whatever marks stand in it, code excepted. */
function plainLength(text: string, i: number, end: number): number {
	switch (text[i]) {
		case '\\':
			return 2;
		case '`':
			return runLength(text, i, end);
		case '[':
			if (text[i + 1] === '[') break;
			return 1;
		default:
			return 1;
	}
	WIKILINK.lastIndex = i;
	return WIKILINK.exec(text)?.[0].length ?? 1;
}

/** The end of the literal that begins at `i`, if one does. */
function literalAt(
	text: string,
	i: number,
	end: number,
	runs: Map<number, Run[]>,
): number | undefined {
	switch (text[i]) {
		case '`':
			return codeSpanEnd(runs, i, runLength(text, i, end));
		case '$':
			return mathEnd(text, i, end);
		case '%':
			return text[i + 1] === '%' ? commentEnd(text, i + 2, '%%') : undefined;
		case '<':
			return text.startsWith('<!--', i) ? commentEnd(text, i + 4, '-->') : undefined;
		default:
			return undefined;
	}
}

function backtickRuns(text: string, start: number, end: number): Run[] {
	const runs: Run[] = [];
	// In a slice: to look for a backtick beyond the paragraph would cost the rest of the note for each one.
	const part = text.slice(start, end);
	for (let i = part.indexOf('`'); i !== -1; i = part.indexOf('`', i)) {
		const length = runLength(part, i, part.length);
		runs.push({ start: start + i, length });
		i += length;
	}
	return runs;
}

function runLength(text: string, start: number, end: number): number {
	let i = start;
	while (i < end && text[i] === '`') i++;
	return i - start;
}

/** The next run of the same length closes the span; runs that lie behind are dropped for good, so this stays linear. */
function codeSpanEnd(runs: Map<number, Run[]>, start: number, length: number): number | undefined {
	const candidates = runs.get(length);
	while (candidates && candidates.length > 0) {
		const last = candidates.at(-1);
		if (last && last.start > start) return last.start + last.length;
		candidates.pop();
	}
	return undefined;
}

/** `$…$` on one line, not before a digit when it closes and with no space inside the marks, as Obsidian reads it. */
function mathEnd(text: string, i: number, end: number): number | undefined {
	const double = text[i + 1] === '$';
	const mark = double ? '$$' : '$';
	const from = i + mark.length;
	if (!double && /\s/.test(text[from] ?? ' ')) return undefined;
	const rest = text.slice(from, Math.min(end, from + 2000));
	const close = rest.indexOf(mark);
	if (close <= 0 || (!double && /[\r\n]/.test(rest.slice(0, close)))) return undefined;
	const last = from + close;
	if (!double && (/\s/.test(text[last - 1] ?? ' ') || /\d/.test(text[last + 1] ?? '')))
		return undefined;
	return last + mark.length;
}

/** A comment that nobody closed runs to the end of the note, as in the app. */
function commentEnd(text: string, from: number, mark: string): number {
	const close = text.indexOf(mark, from);
	return close === -1 ? text.length : close + mark.length;
}
