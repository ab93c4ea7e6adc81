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
 * Each ends within its own paragraph: one stray `%%` in a quote must not hide the questions below it. What spans
 * blocks begins a line, and is no inline matter.
 */
export function findInlineLiterals(text: string, textLines: readonly Line[]): Range[] {
	const found: Range[] = [];
	for (const { start, end } of paragraphsOf(text, textLines)) {
		for (const literal of literalsIn(text.slice(start, end))) {
			found.push({ start: start + literal.start, end: start + literal.end });
		}
	}
	return found;
}

/** True for a `%%` comment with its end; one without runs to the end of its paragraph. */
export function isClosedComment(comment: string): boolean {
	return comment.length >= 4 && comment.endsWith('%%');
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

/** A paragraph with what is known of it from one look ahead. */
interface Paragraph {
	readonly text: string;
	/** Runs of backticks by their length, the last one first. */
	readonly runs: Map<number, Run[]>;
	/** Where the last `-->` stands: behind it no HTML comment is looked for. */
	readonly lastArrow: number;
}

function literalsIn(text: string): Range[] {
	const runs = new Map<number, Run[]>();
	for (const run of backtickRuns(text).reverse()) {
		const sameLength = runs.get(run.length) ?? [];
		sameLength.push(run);
		runs.set(run.length, sameLength);
	}
	const paragraph: Paragraph = { text, runs, lastArrow: text.lastIndexOf('-->') };
	const found: Range[] = [];
	let i = 0;
	while (i < text.length) {
		const end = literalAt(paragraph, i);
		if (end === undefined) {
			i += plainLength(text, i);
			continue;
		}
		found.push({ start: i, end });
		i = end;
	}
	return found;
}

/** Sticky: it is asked at one place at a time. */
const WIKILINK = /\[\[[^[\]`\r\n]+\]\]/y;

/** How much is text for sure from `i` on: a wikilink is, whatever marks stand in it, code excepted. */
function plainLength(text: string, i: number): number {
	switch (text[i]) {
		case '\\':
			return 2;
		case '`':
			return runLength(text, i);
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
function literalAt({ text, runs, lastArrow }: Paragraph, i: number): number | undefined {
	switch (text[i]) {
		case '`':
			return codeSpanEnd(runs, i, runLength(text, i));
		case '$':
			return mathEnd(text, i);
		case '%':
			return text[i + 1] === '%' ? commentEnd(text, i + 2) : undefined;
		case '<':
			if (!text.startsWith('<!--', i) || lastArrow < i + 4) return undefined;
			return text.indexOf('-->', i + 4) + 3;
		default:
			return undefined;
	}
}

function backtickRuns(text: string): Run[] {
	const runs: Run[] = [];
	for (let i = text.indexOf('`'); i !== -1; i = text.indexOf('`', i)) {
		const length = runLength(text, i);
		runs.push({ start: i, length });
		i += length;
	}
	return runs;
}

function runLength(text: string, start: number): number {
	let i = start;
	while (text[i] === '`') i++;
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
function mathEnd(text: string, i: number): number | undefined {
	const double = text[i + 1] === '$';
	const mark = double ? '$$' : '$';
	const from = i + mark.length;
	if (!double && /\s/.test(text[from] ?? ' ')) return undefined;
	const rest = text.slice(from, from + 2000);
	const close = rest.indexOf(mark);
	if (close <= 0 || (!double && /[\r\n]/.test(rest.slice(0, close)))) return undefined;
	const last = from + close;
	if (!double && (/\s/.test(text[last - 1] ?? ' ') || /\d/.test(text[last + 1] ?? '')))
		return undefined;
	return last + mark.length;
}

/** A comment that nobody closed hides the rest of its paragraph. */
function commentEnd(text: string, from: number): number {
	const close = text.indexOf('%%', from);
	return close === -1 ? text.length : close + 2;
}
