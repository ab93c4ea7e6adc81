import type { Loc, Pos } from 'obsidian';

/** Turns offsets of a text into places with line and column. */
export interface Positions {
	/** Offset at which each line begins. */
	readonly lineStarts: readonly number[];
	pos(start: number, end: number): Pos;
	/** From the first line to the end of the last one, blank lines at the end left out. */
	ofLines(first: number, behindLast: number): Pos;
}

/** Measures a text once. */
export function measure(text: string): Positions {
	const lineStarts = [0];
	for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) lineStarts.push(i + 1);
	const loc = (offset: number): Loc => {
		const line = lineAt(lineStarts, offset);
		return { line, col: offset - (lineStarts[line] ?? 0), offset };
	};
	const pos = (start: number, end: number): Pos => ({ start: loc(start), end: loc(end) });
	return {
		lineStarts,
		pos,
		ofLines(first, behindLast) {
			const start = lineStarts[first] ?? text.length;
			const end = lineStarts[behindLast] ?? text.length;
			return pos(start, start + text.slice(start, end).trimEnd().length);
		},
	};
}

/** The line in which an offset lies, counted from 0. */
function lineAt(lineStarts: readonly number[], offset: number): number {
	let low = 0;
	let high = lineStarts.length - 1;
	while (low < high) {
		const middle = (low + high + 1) >> 1;
		if ((lineStarts[middle] ?? 0) <= offset) low = middle;
		else high = middle - 1;
	}
	return low;
}
