import type { Line } from '../text/line';
import { parseMarker } from './region-markers';
import type { Marker } from './region-markers';

/** What a line is, as far as the scanner must know. `literal` lines hold nothing that links, asks or tags. */
export interface BlockLines {
	/** Parallel to the lines: true where the line is code, math, comment or too long. */
	readonly literal: readonly boolean[];
	readonly markers: readonly Marker[];
	/** 1-based numbers of lines that are too long to be read. */
	readonly skipped: readonly number[];
}

/** A longer line is an embedded picture or an accident; no sentence is that long. */
const LONGEST_LINE = 20_000;

type Fence = { readonly character: string; readonly length: number; readonly quoteDepth: number };

interface State {
	fence: Fence | undefined;
	until: '$$' | '%%' | '-->' | undefined;
	inList: boolean;
	wasBlank: boolean;
	inIndentedCode: boolean;
}

/** Classifies the lines of a note's body in one pass. */
export function classifyLines(text: string, lines: readonly Line[], bodyStart: number): BlockLines {
	const state: State = { fence: undefined, until: undefined, inList: false, wasBlank: true, inIndentedCode: false };
	const literal: boolean[] = [];
	const markers: Marker[] = [];
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
		const isLiteral = classifyLine(content, state);
		literal.push(isLiteral);
		const marker = isLiteral ? undefined : parseMarker(text, line);
		if (marker) markers.push(marker);
	}
	return { literal, markers, skipped };
}

function classifyLine(content: string, state: State): boolean {
	const quote = /^(?: {0,3}>[ \t]?)*/.exec(content)?.[0] ?? '';
	const inner = content.slice(quote.length);
	const quoteDepth = quote.split('>').length - 1;
	if (state.fence) return insideFence(inner, quoteDepth, state, state.fence);
	if (state.until) return insideBlock(inner, state, state.until);
	if (isIndentedCode(inner, state)) return true;
	const fence = /^\s*(?:[-*+]\s+|\d{1,9}[.)]\s+)*(`{3,}|~{3,})([^\n]*)$/.exec(inner);
	if (fence?.[1] && !(fence[1].startsWith('`') && fence[2]?.includes('`'))) {
		state.fence = { character: fence[1].charAt(0), length: fence[1].length, quoteDepth };
		return true;
	}
	return opensBlock(inner, state);
}

function insideFence(inner: string, quoteDepth: number, state: State, fence: Fence): boolean {
	// A fence inside a quote ends with the quote, closed or not.
	if (quoteDepth < fence.quoteDepth) {
		state.fence = undefined;
		return classifyLine(inner, state);
	}
	const closing = /^\s*(`{3,}|~{3,})[ \t]*$/.exec(inner)?.[1];
	if (closing?.startsWith(fence.character) && closing.length >= fence.length) state.fence = undefined;
	return true;
}

function insideBlock(inner: string, state: State, until: '$$' | '%%' | '-->'): boolean {
	if (inner.includes(until)) state.until = undefined;
	return true;
}

/** Blocks that begin a line: `$$` math, `%%` comments and HTML comments that do not end on it. */
function opensBlock(inner: string, state: State): boolean {
	const trimmed = inner.trimStart();
	if (trimmed.startsWith('$$') || trimmed.startsWith('%%')) {
		const mark = trimmed.startsWith('$$') ? '$$' : '%%';
		if (!trimmed.slice(2).includes(mark)) {
			state.until = mark;
			return true;
		}
		return false;
	}
	if (trimmed.startsWith('<!--') && !trimmed.includes('-->')) {
		state.until = '-->';
		return true;
	}
	return false;
}

/** Four spaces or a tab after a blank line, outside of lists. */
function isIndentedCode(inner: string, state: State): boolean {
	const isBlank = inner.trim() === '';
	const isIndented = /^(?: {4}| {0,3}\t)/.test(inner);
	const isCode = !isBlank && isIndented && !state.inList && (state.wasBlank || state.inIndentedCode);
	if (!isBlank) {
		if (/^\s*(?:[-*+]|\d{1,9}[.)])(?:\s|$)/.test(inner) && !isCode) state.inList = true;
		else if (!isIndented && state.wasBlank) state.inList = /^ /.test(inner) && state.inList;
	}
	state.inIndentedCode = isCode || (isBlank && state.inIndentedCode);
	state.wasBlank = isBlank;
	return isCode;
}
