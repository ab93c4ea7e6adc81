import type { Line } from '../text/line';
import { splitLines } from '../text/line';
import { findInlineLiterals, isClosedComment } from './mask-inline';
import { beginsMarker, parseMarker } from './region-markers';
import type { Marker } from './region-markers';
import { indentOf, isBlank, isRule, matchContainers, openContainers } from './containers';
import type { Container, Cursor } from './containers';

/** What a line is, as far as the scanner must know. `literal` lines hold nothing that links, asks or tags. */
export interface BlockLines {
	/** Parallel to the lines: true where the line is code, math, comment or too long. */
	readonly literal: readonly boolean[];
	readonly markers: readonly Marker[];
	/** Lines that begin a marker and do not end its comment. */
	readonly unfinished: readonly Line[];
	/** 1-based numbers of lines that are too long to be read. */
	readonly skipped: readonly number[];
}

/** A longer line is an embedded picture or an accident; no sentence is that long. */
const LONGEST_LINE = 20_000;

type BlockEnd = '$$' | '%%' | '-->';

/** Where the lines so far lead: what is open when the next one begins. */
interface State {
	containers: readonly Container[];
	/** The marks that opened the code which is open. */
	fence: string | undefined;
	until: BlockEnd | undefined;
	inParagraph: boolean;
	/** True where a `%%` comment that began behind text goes on in the paragraph. */
	inComment: boolean;
}

/** Classifies the lines of a note's body in one pass. */
export function classifyLines(text: string, lines: readonly Line[], bodyStart: number): BlockLines {
	const state: State = {
		containers: [],
		fence: undefined,
		until: undefined,
		inParagraph: false,
		inComment: false,
	};
	const literal: boolean[] = [];
	const markers: Marker[] = [];
	const unfinished: Line[] = [];
	const skipped: number[] = [];
	for (const line of lines) {
		if (line.start < bodyStart) {
			literal.push(true);
			continue;
		}
		if (line.end - line.start > LONGEST_LINE) {
			skipped.push(line.number);
			literal.push(true);
			continue;
		}
		const content = text.slice(line.start, line.end);
		const wasOpen = (state.fence ?? state.until) !== undefined;
		const isLiteral = classifyLine(content, state);
		if (!wasOpen && state.until === '-->' && beginsMarker(content)) unfinished.push(line);
		literal.push(isLiteral);
		state.inComment = state.inParagraph && leavesComment(content, state.inComment);
		const marker = isLiteral ? undefined : parseMarker(text, line);
		if (marker) markers.push(marker);
	}
	return { literal, markers, unfinished, skipped };
}

/** True if a `%%` comment is open behind a line of a paragraph, in which one may have been open before it. */
function leavesComment(content: string, wasOpen: boolean): boolean {
	const from = wasOpen ? content.indexOf('%%') + 2 : 0;
	if (wasOpen && from < 2) return true;
	const rest = content.slice(from);
	if (!rest.includes('%%')) return false;
	const { start, end } = findInlineLiterals(rest, splitLines(rest)).at(-1) ?? { start: 0, end: 0 };
	return rest.startsWith('%%', start) && !isClosedComment(rest.slice(start, end));
}

/** How most lines begin: with nothing that marks a container or a block. */
const PLAIN_TEXT = /^ {0,3}[^\s>#*+\-_=`~$%<\d]/;

function classifyLine(content: string, state: State): boolean {
	const isTop = state.containers.length === 0 && (state.fence ?? state.until) === undefined;
	if (isTop && (content === '' || PLAIN_TEXT.test(content))) {
		state.inParagraph = content !== '';
		return false;
	}
	const cursor: Cursor = { rest: content, column: 0 };
	const matched = matchContainers(cursor, state.containers);
	// Code, math and comments end with the quote or item that holds them, closed or not.
	if (matched < state.containers.length) {
		state.fence = undefined;
		state.until = undefined;
		state.inComment = false;
	}
	if (state.fence !== undefined) return insideFence(cursor, state, state.fence);
	if (state.until !== undefined) return insideBlock(cursor.rest, state, state.until);
	const goesOn = enterContainers(cursor, state, matched);
	return classifyContent(cursor, state, goesOn);
}

/** Follows a line into its containers; true if the paragraph before may go on in it. */
function enterContainers(cursor: Cursor, state: State, matched: number): boolean {
	const { containers } = state;
	const isWhole = matched === containers.length;
	const inParagraph = state.inParagraph && isWhole;
	const opened = openContainers(cursor, { depth: matched, inParagraph });
	const goesOn = state.inParagraph && opened.length === 0;
	if (!goesOn) state.inComment = false;
	if (isWhole && opened.length === 0) return goesOn;
	// A paragraph goes on without the marks of its containers, unless another block begins.
	if (!goesOn || isBlank(cursor.rest) || startsBlock(cursor)) {
		state.containers = [...containers.slice(0, matched), ...opened];
	}
	return goesOn;
}

function insideFence(cursor: Cursor, state: State, fence: string): boolean {
	const closing = /^[ \t]*(`{3,}|~{3,})[ \t]*$/.exec(cursor.rest)?.[1];
	if (closing?.startsWith(fence) && indentOf(cursor) < 4) state.fence = undefined;
	return true;
}

function insideBlock(rest: string, state: State, until: BlockEnd): boolean {
	if (rest.includes(until)) state.until = undefined;
	return true;
}

/** Classifies what a line holds inside of its containers; `goesOn` if a paragraph stood there before. */
function classifyContent(cursor: Cursor, state: State, goesOn: boolean): boolean {
	const { rest } = cursor;
	state.inParagraph = false;
	if (isBlank(rest)) return false;
	// Where a comment goes on, its end is no beginning of another one.
	if (PLAIN_TEXT.test(rest) || (state.inComment && /^ *%%/.test(rest))) {
		state.inParagraph = true;
		return false;
	}
	if (indentOf(cursor) > 3) {
		state.inParagraph = goesOn;
		return !goesOn;
	}
	state.fence = fenceOf(rest);
	if (state.fence !== undefined || opensBlock(rest, state)) return true;
	const isUnderline = goesOn && /^ *=+[ \t]*$/.test(rest);
	state.inParagraph = !isUnderline && !startsBlock(cursor);
	return false;
}

/** The marks of a line that opens fenced code. */
function fenceOf(rest: string): string | undefined {
	const [, marks, info] = /^ *(`{3,}|~{3,})(.*)$/s.exec(rest) ?? [];
	return marks?.startsWith('`') && info?.includes('`') ? undefined : marks;
}

/** True for a line that can end a paragraph: fence, heading, rule, math or comment. */
function startsBlock(cursor: Cursor): boolean {
	const { rest } = cursor;
	if (PLAIN_TEXT.test(rest) || indentOf(cursor) > 3) return false;
	// A comment that ends on its line is text of the paragraph.
	const starts = /^ *(?:#{1,6}(?:[ \t]|$)|\$\$|%%(?!.*%%)|<!--)/.test(rest);
	return starts || isRule(rest) || fenceOf(rest) !== undefined;
}

/** Blocks that begin a line: `$$` math, `%%` comments and HTML comments that do not end on it. */
function opensBlock(rest: string, state: State): boolean {
	const mark = /^ *(\$\$|%%|<!--)/.exec(rest)?.[1];
	if (mark === undefined) return false;
	const end: BlockEnd = mark === '$$' || mark === '%%' ? mark : '-->';
	if (rest.trimStart().slice(mark.length).includes(end)) return false;
	state.until = end;
	return true;
}
