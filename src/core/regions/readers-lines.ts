import { commonPositions } from '../text/common-positions';

/** One line that is not blank. */
interface BodyLine {
	/** Position among all lines of the body. */
	readonly position: number;
	readonly text: string;
	readonly folded: string;
}

/**
 * The lines of an edited body that the program would not write itself; they belong to the reader.
 *
 * Both texts are aligned like a diff, so that a line that stands in both counts as the program's only as often, and in
 * that order, as the program writes it. Blank lines between two lines of the reader stay between them; a blank line
 * parts what stood apart.
 */
export function readersLines(body: string, wanted: string): string[] {
	const lines = body.split(/\r\n|\n|\r/);
	const found = linesOf(lines);
	const own = linesOf(wanted.split('\n'));
	const matched = settleRuns(found, alignLines(found, own));
	const kept: string[] = [];
	let previous: BodyLine | undefined;
	found.forEach((line, i) => {
		if (matched.has(i)) {
			previous = undefined;
			return;
		}
		if (previous) kept.push(...lines.slice(previous.position + 1, line.position));
		else if (kept.length > 0) kept.push('');
		kept.push(line.text);
		previous = line;
	});
	return kept;
}

function linesOf(lines: readonly string[]): BodyLine[] {
	return lines.flatMap((text, position) =>
		text.trim() === '' ? [] : [{ position, text, folded: foldPadding(text) }],
	);
}

/** Obsidian's table editor pads the cells of a whole table when one cell is touched; padding is nobody's text. */
function foldPadding(line: string): string {
	return line
		.replace(/-{3,}/g, '---')
		.replace(/[ \t]+/g, ' ')
		.trim();
}

/** Positions in `found` of the lines that are the program's own. */
function alignLines(found: readonly BodyLine[], own: readonly BodyLine[]): ReadonlySet<number> {
	const matched = new Set<number>();
	let start = 0;
	while (start < found.length && start < own.length && isSame(found[start], own[start])) {
		matched.add(start++);
	}
	let [foundEnd, ownEnd] = [found.length, own.length];
	while (foundEnd > start && ownEnd > start && isSame(found[foundEnd - 1], own[ownEnd - 1])) {
		matched.add(--foundEnd);
		ownEnd--;
	}
	const foldedOf = (lines: readonly BodyLine[]): string[] => lines.map(({ folded }) => folded);
	const middle = commonPositions(
		foldedOf(found.slice(start, foundEnd)),
		foldedOf(own.slice(start, ownEnd)),
	);
	for (const [position] of middle) matched.add(start + position);
	return matched;
}

/**
 * A run of the reader's lines that begins as what follows it begins may lie higher or lower alike; blank lines around
 * it decide, or a pasted copy of a table would be torn.
 */
function settleRuns(found: readonly BodyLine[], matched: ReadonlySet<number>): ReadonlySet<number> {
	const settled = new Set(matched);
	const isApart = (i: number): number => {
		const [above, line] = [found[i - 1], found[i]];
		return !above || !line || line.position > above.position + 1 ? 1 : 0;
	};
	let start = 0;
	for (let end = 1; end <= found.length; end++) {
		if (settled.has(end - 1)) start = end;
		if (start === end || (end < found.length && !settled.has(end))) continue;
		let best = 0;
		const rank = (by: number): number => isApart(start - by) + isApart(end - by);
		for (let by = 1; settled.has(start - by) && isSame(found[start - by], found[end - by]); by++) {
			if (rank(by) > rank(best)) best = by;
		}
		for (let i = start - best; i < start; i++) settled.delete(i);
		for (let i = end - best; i < end; i++) settled.add(i);
	}
	return settled;
}

function isSame(a: BodyLine | undefined, b: BodyLine | undefined): boolean {
	return a !== undefined && a.folded === b?.folded;
}
