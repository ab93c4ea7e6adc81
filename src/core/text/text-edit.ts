import type { Range } from './range';

/** A replacement of one range of a text; an empty range inserts (LSP's TextEdit, by offset). */
export interface TextEdit {
	readonly range: Range;
	readonly newText: string;
}

/**
 * Applies edits that were all computed against `text`.
 *
 * @throws Error if two edits overlap or one leaves the text: that is a bug of the planner.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
	const ordered = [...edits].sort(
		(a, b) => a.range.start - b.range.start || a.range.end - b.range.end,
	);
	const parts: string[] = [];
	let position = 0;
	for (const { range, newText } of ordered) {
		if (range.start < position || range.end < range.start || range.end > text.length) {
			throw new Error(
				`Unexpected edit of ${range.start}..${range.end} in a text of ${text.length}`,
			);
		}
		parts.push(text.slice(position, range.start), newText);
		position = range.end;
	}
	parts.push(text.slice(position));
	return parts.join('');
}
