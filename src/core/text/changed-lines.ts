import { splitLines, withoutLastBreaks } from './line';
import { applyEdits } from './text-edit';
import type { TextEdit } from './text-edit';

/** Whole lines that edits change: what stood there, and what comes to stand there. */
export interface ChangedLines {
	/** 1-based line of the first one that goes, or above which new ones come. */
	readonly line: number;
	readonly before: readonly string[];
	readonly after: readonly string[];
}

/** The lines that edits change, from the first to the last that differs. */
export function changedLines(text: string, edits: readonly TextEdit[]): ChangedLines {
	const [before, after] = [linesOf(text), linesOf(applyEdits(text, edits))];
	const most = Math.min(before.length, after.length);
	let start = 0;
	while (start < most && before[start] === after[start]) start++;
	let tail = 0;
	while (tail < most - start && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
	const shown = (lines: readonly string[]): string[] =>
		lines.slice(start, lines.length - tail).map(withoutLastBreaks);
	return { line: start + 1, before: shown(before), after: shown(after) };
}

function linesOf(text: string): string[] {
	return text === '' ? [] : splitLines(text).map(({ start, next }) => text.slice(start, next));
}
