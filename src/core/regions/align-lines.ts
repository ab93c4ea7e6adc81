import { commonPositions } from '../text/common-positions';

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
	const keys = found.map(({ key }) => key);
	const matched = new Set(commonPositions(keys, own).map(([position]) => position));
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
