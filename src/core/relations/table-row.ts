import type { Range } from '../text/range';

const QUOTE = /^[ \t]*(?:>[ \t]*)*/;
const DELIMITER = /^\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*(?:\|[ \t]*)?$/;
/** A longer table has a row without a bar at its start that far down: then it is read as text. */
const MOST_ROWS = 1000;

/** True for a line of a table; without a bar at its start, where a delimiter row stands below it or somewhere above. */
export function isTableRow(text: string, { start, end }: Range, visible: string): boolean {
	const content = visible.replace(QUOTE, '');
	if (content.startsWith('|')) return true;
	if (!content.includes('|')) return false;
	if (isDelimiter(text.slice(end).match(/^(?:\r\n|\r|\n)([^\r\n]*)/)?.[1] ?? '')) return true;
	let above = start;
	for (let i = 0; i < MOST_ROWS && above > 0; i++) {
		const lineEnd = above - (text.slice(above - 2, above) === '\r\n' ? 2 : 1);
		let lineStart = lineEnd;
		while (lineStart > 0 && !/[\r\n]/.test(text.charAt(lineStart - 1))) lineStart--;
		const line = text.slice(lineStart, lineEnd);
		if (isDelimiter(line)) return true;
		if (!line.includes('|')) return false;
		above = lineStart;
	}
	return false;
}

function isDelimiter(line: string): boolean {
	const content = line.replace(QUOTE, '');
	return content.includes('|') && DELIMITER.test(content);
}

/** The cells of a row that hold something; a bar with a backslash parts none, as in GFM. */
export function cellsOf(row: string): string[] {
	const cells = row.replace(QUOTE, '').match(/(?:[^|\\]|\\[^])+/g) ?? [];
	return cells.map(cell => cell.trim()).filter(cell => cell !== '');
}
