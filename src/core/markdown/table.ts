import { onOneLine } from '../text/line';

/** Prints a GFM table: one header row, then rows; cells are put on one line and their bars escaped. */
export function printTable(
	header: readonly string[],
	rows: readonly (readonly string[])[],
): string {
	const line = (cells: readonly string[]): string => `| ${cells.map(printCell).join(' | ')} |`;
	return [line(header), `|${' --- |'.repeat(header.length)}`, ...rows.map(line)].join('\n');
}

/** A bar parts cells even inside code and links, so every bar that is not escaped yet gets its backslash. */
function printCell(text: string): string {
	return onOneLine(text)
		.replace(/\\[\\|]|\|/g, found => (found === '|' ? '\\|' : found))
		.trim();
}
