import { splitLines } from '../text/line';
import type { Line } from '../text/line';
import type { Range } from '../text/range';
import { classifyLines } from './block-lines';
import { blank, findInlineLiterals } from './mask-inline';
import { faultyMarkers, markerSides } from './faulty-marker';
import { pairMarkers } from './pair-markers';
import { unfinishedMarker, withoutDoubtful } from './region-markers';
import { linksInLine } from './scan-links';
import type { BlockId, Callout, Checkbox, Heading, Link, NoteStructure, Tag } from './structure';

const CHECKBOX = /^(\s*(?:[-*+]|\d{1,9}[.)])\s+\[)(.)\](?=\s|$)/u;
const CALLOUT = /^ {0,3}>[ \t]?\[!([^\]\r\n]+)\]([+-]?)([^\r\n]*)$/;
const BLOCK_ID = /(?:^|\s)\^([A-Za-z0-9-]+)\s*$/;
const TAG = /(?:^|\s)#([\p{L}\p{M}\p{N}\p{Extended_Pictographic}\u200D_/-]+)/gu;

/**
 * Finds headings, checkboxes, callouts, links, tags and regions of a note in one pass over its lines; never throws.
 *
 * Setext headings are not headings here: a line of dashes under a question would turn it into one by accident.
 */
export function scanNote(text: string, bodyStart: number): NoteStructure {
	const lines = linesFrom(text, bodyStart);
	const { literal, markers, unfinished, skipped } = classifyLines(text, lines, bodyStart);
	const { regions, problems: unpaired } = pairMarkers(text, markers);
	const outside = linesOutside(
		regions.map(({ range }) => range),
		lines.filter((_, i) => literal[i] === false),
	);
	const faulty = faultyMarkers(text, outside, markers);
	const endless = unfinished.map(line => unfinishedMarker(text, line));
	const problems = [...unpaired, ...endless, ...faulty].sort((a, b) => a.line - b.line);
	const textLines =
		problems.length === 0 ? outside : withoutDoubtful(text, outside, markerSides(text, faulty));
	const masked = maskOutside(text, textLines, findInlineLiterals(text, textLines));
	return {
		...collectLines(text, masked, textLines),
		callouts: collectCallouts(text, lines, textLines),
		regions,
		markerProblems: problems,
		masked,
		skippedLines: skipped,
	};
}

type LineFindings = Pick<NoteStructure, 'headings' | 'checkboxes' | 'blockIds' | 'links' | 'tags'>;

function collectLines(text: string, masked: string, textLines: readonly Line[]): LineFindings {
	const headings: Heading[] = [];
	const checkboxes: Checkbox[] = [];
	const blockIds: BlockId[] = [];
	const links: Link[] = [];
	const tags: Tag[] = [];
	for (const line of textLines) {
		const maskedLine = masked.slice(line.start, line.end);
		if (maskedLine.trim() === '') continue;
		const content = text.slice(line.start, line.end);
		const heading = headingOf(content, maskedLine, line);
		if (heading) headings.push(heading);
		else if (maskedLine.includes(']'))
			pushDefined(checkboxes, checkboxOf(content, maskedLine, line));
		const id = BLOCK_ID.exec(maskedLine)?.[1];
		if (id !== undefined && !heading) blockIds.push({ id, line: line.number });
		links.push(...linksInLine(maskedLine, content, line));
		if (maskedLine.includes('#')) tags.push(...tagsOf(maskedLine, line));
	}
	return { headings, checkboxes, blockIds, links, tags };
}

function headingOf(content: string, masked: string, line: Line): Heading | undefined {
	if (!/^ {0,3}#/.test(masked)) return undefined;
	const match = /^ {0,3}(#{1,6})(?:[ \t]|$)/.exec(content);
	if (!match?.[1]) return undefined;
	const range = { start: line.start, end: line.end };
	const inner = withoutClosing(content.slice(match[0].length).trim());
	return { level: match[1].length, text: inner, range, line: line.number };
}

/** Leaves out the `##` that may close a heading; by hand, because an expression would go back and forth. */
function withoutClosing(text: string): string {
	let end = text.length;
	while (text[end - 1] === '#') end--;
	return end === 0 || /[ \t]/.test(text.charAt(end - 1)) ? text.slice(0, end).trim() : text;
}

function checkboxOf(content: string, masked: string, line: Line): Checkbox | undefined {
	const match = CHECKBOX.exec(masked);
	const [whole, before, character] = match ?? [];
	if (whole === undefined || before === undefined || character === undefined) return undefined;
	const rest = content.slice(whole.length);
	const blockId = BLOCK_ID.exec(rest)?.[1];
	const start = line.start + before.length;
	return {
		character,
		characterRange: { start, end: start + character.length },
		text: rest.replace(BLOCK_ID, '').trim(),
		...(blockId === undefined ? {} : { blockId }),
		range: { start: line.start, end: line.end },
		line: line.number,
	};
}

function tagsOf(masked: string, line: Line): Tag[] {
	const tags: Tag[] = [];
	for (const match of masked.matchAll(TAG)) {
		const name = match[1] ?? '';
		// Obsidian takes a tag only if something in it is not a digit.
		if (!/[^\d/_-]/.test(name)) continue;
		const end = line.start + match.index + match[0].length;
		tags.push({ name, range: { start: end - name.length - 1, end }, line: line.number });
	}
	return tags;
}

/** A callout begins a quote and goes on while its lines begin with `>`, code inside it included. */
function collectCallouts(
	text: string,
	lines: readonly Line[],
	textLines: readonly Line[],
): Callout[] {
	const callouts: Callout[] = [];
	for (const line of textLines) {
		if (!isQuoted(text, line)) continue;
		const previous = lines[line.number - 2];
		if (previous && isQuoted(text, previous)) continue;
		const match = CALLOUT.exec(text.slice(line.start, line.end));
		if (!match) continue;
		let last = line;
		for (let next = lines[last.number]; next && isQuoted(text, next); next = lines[last.number]) {
			last = next;
		}
		const [, type = '', , title = ''] = match;
		const range = { start: line.start, end: last.end };
		callouts.push({
			type: type.toLowerCase().trim(),
			title: title.trim(),
			range,
			line: line.number,
		});
	}
	return callouts;
}

function isQuoted(text: string, line: Line): boolean {
	return text[line.start + leadingSpaces(text, line)] === '>';
}

function leadingSpaces(text: string, line: Line): number {
	let count = 0;
	while (count < 3 && text[line.start + count] === ' ') count++;
	return count;
}

/** The lines of a text; a byte order mark is no part of the first one. */
function linesFrom(text: string, bodyStart: number): Line[] {
	const lines = splitLines(text);
	const [first] = lines;
	if (first && bodyStart > 0 && bodyStart <= first.end) lines[0] = { ...first, start: bodyStart };
	return lines;
}

/** Leaves out the lines in ranges that stand in order and apart. */
function linesOutside(ranges: readonly Range[], lines: readonly Line[]): Line[] {
	let i = 0;
	return lines.filter(({ start }) => {
		while ((ranges[i]?.end ?? Infinity) <= start) i++;
		return start < (ranges[i]?.start ?? Infinity);
	});
}

function maskOutside(text: string, textLines: readonly Line[], literals: readonly Range[]): string {
	const parts: string[] = [];
	let position = 0;
	const hide = (until: number): void => {
		if (until <= position) return;
		parts.push(blank(text.slice(position, until)));
		position = until;
	};
	const show = (until: number): void => {
		if (until <= position) return;
		parts.push(text.slice(position, until));
		position = until;
	};
	let next = 0;
	for (const line of textLines) {
		hide(line.start);
		while (next < literals.length && (literals[next]?.start ?? Infinity) < line.end) {
			const literal = literals[next];
			if (literal === undefined) break;
			show(Math.min(literal.start, line.end));
			hide(Math.min(literal.end, line.end));
			if (literal.end > line.end) break;
			next++;
		}
		show(line.end);
	}
	hide(text.length);
	return parts.join('');
}

function pushDefined<T>(items: T[], item: T | undefined): void {
	if (item !== undefined) items.push(item);
}
