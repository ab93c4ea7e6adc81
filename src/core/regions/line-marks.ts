import { hashLine } from '../text/hash-text';

/** How many characters mark a line: one chance in 900 million that a line of the reader looks like a given one. */
export const MARK_LENGTH = 5;
/** More lines than these are not marked: a line that is too long is not read as a marker any more. */
const MOST_MARKED = 3000;
/** No dash, for two of them are more than a comment may hold, and what typographers make of them is no marker. */
const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** A line that is not blank, as it is compared. */
export interface FoldedLine {
	/** Without what is nobody's text: padding, and numbers where they are counts. */
	readonly folded: string;
	/** Without the targets of links too, which the app itself rewrites when a note is renamed. */
	readonly masked: string;
}

/** How a region of some kind folds its lines. */
export type FoldLine = (line: string) => FoldedLine;

/** The folding of the region with this name. */
export function foldingOf(name: string): FoldLine {
	const foldNumbers = /^progress(?::|$)/.test(name) ? withoutNumbers : (line: string) => line;
	return line => {
		const folded = foldNumbers(withoutPadding(line));
		return { folded, masked: withoutTargets(folded) };
	};
}

/** Obsidian's table editor pads the cells of a whole table when one cell is touched; padding is nobody's text. */
function withoutPadding(line: string): string {
	const spaced = /\t| {2}/.test(line) ? line.replace(/[ \t]+/g, ' ') : line;
	return (spaced.includes('----') ? spaced.replace(/-{3,}/g, '---') : spaced).trim();
}

/** What two devices count is no text of either. */
function withoutNumbers(line: string): string {
	return line.replace(/[\d%\u2580-\u259F]+/g, '0');
}

/** A line that is nothing but links would be like any other of them, so it keeps its targets. */
function withoutTargets(line: string): string {
	if (!line.includes('[')) return line;
	const wikilinks = line.replace(/\[\[[^\][|\\]*(?=\\?\||\]\])/g, '[[');
	const masked = !line.includes('](')
		? wikilinks
		: wikilinks.replace(/\]\((?![a-z][a-z\d+.-]*:)(?:<[^<>]*>|[^()\s]*)(?=\))/gi, '](');
	return /[\p{L}\p{N}]/u.test(masked) ? masked : line;
}

/** The marks of a body's lines, one after the other; empty where there are too many. */
export function markLines(body: string, fold: FoldLine): string {
	const marks = body
		.split('\n')
		.filter(line => line.trim() !== '')
		.map(line => markOf(fold(line)));
	return marks.length > MOST_MARKED ? '' : marks.join('');
}

/** The mark of one line. */
export function markOf({ masked }: FoldedLine): string {
	let rest = hashLine(masked);
	let mark = '';
	for (let i = 0; i < MARK_LENGTH; i++) {
		mark += DIGITS.charAt(rest % DIGITS.length);
		rest = Math.floor(rest / DIGITS.length);
	}
	return mark;
}
