/** Above this many comparisons nothing more is aligned: slow is worse than a line too many. */
const MOST_COMPARISONS = 4_000_000;

/** One of the lines that are aligned. */
export interface AlignedLine {
	/** Position among all lines of the text, blank ones included. */
	readonly position: number;
	/** Lines with the same key are the same. */
	readonly key: string;
}

/**
 * Positions in `found` of the lines that stand in `own` too, as in a diff: as often, and in that order.
 *
 * A run of other lines that begins as what follows it begins may lie higher or lower alike; blank lines around it
 * decide, or a pasted copy of a table would be torn.
 */
export function alignLines(found: readonly AlignedLine[], own: readonly string[]): Set<number> {
	const matched = new Set<number>();
	let start = 0;
	while (start < found.length && start < own.length && found[start]?.key === own[start]) {
		matched.add(start++);
	}
	let [foundEnd, ownEnd] = [found.length, own.length];
	while (foundEnd > start && ownEnd > start && found[foundEnd - 1]?.key === own[ownEnd - 1]) {
		matched.add(--foundEnd);
		ownEnd--;
	}
	const keys = found.slice(start, foundEnd).map(({ key }) => key);
	for (const position of commonLines(keys, own.slice(start, ownEnd))) matched.add(start + position);
	return settleRuns(found, matched);
}

function settleRuns(found: readonly AlignedLine[], matched: ReadonlySet<number>): Set<number> {
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
		const isAlike = (by: number): boolean =>
			settled.has(start - by) && found[start - by]?.key === found[end - by]?.key;
		for (let by = 1; isAlike(by); by++) {
			if (rank(by) > rank(best)) best = by;
		}
		for (let i = start - best; i < start; i++) settled.delete(i);
		for (let i = end - best; i < end; i++) settled.add(i);
	}
	return settled;
}

/** Positions in `a` of a longest common subsequence, by the table of lengths. */
function commonLines(a: readonly string[], b: readonly string[]): number[] {
	if (a.length * b.length > MOST_COMPARISONS) return [];
	const width = b.length + 1;
	const lengths = new Uint32Array((a.length + 1) * width);
	const at = (i: number, j: number): number => lengths[i * width + j] ?? 0;
	for (let i = a.length - 1; i >= 0; i--) {
		for (let j = b.length - 1; j >= 0; j--) {
			lengths[i * width + j] =
				a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
		}
	}
	const common: number[] = [];
	let [i, j] = [0, 0];
	while (i < a.length && j < b.length) {
		if (a[i] === b[j]) {
			common.push(i++);
			j++;
		} else if (at(i + 1, j) >= at(i, j + 1)) i++;
		else j++;
	}
	return common;
}
