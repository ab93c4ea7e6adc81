import { commonPositions } from '../text/common-positions';
import { hashLine } from './part-hash';

/** Lines from `start` up to `end` that others take the place of. */
export interface LineChange {
	readonly start: number;
	readonly end: number;
	readonly lines: readonly string[];
}

/** What a merge does to the reader's lines, or that both sides changed the same ones. */
export type LineMerge =
	| { readonly kind: 'merged'; readonly changes: readonly LineChange[] }
	| { readonly kind: 'conflict' };

/**
 * Merges what we changed into the reader's lines. Of the text that both come from only the hashes of its lines are
 * known, which is enough: a merged line is always one of the two sides.
 *
 * A line that the reader wrote never goes; where both changed the same place nothing is changed at all. Merging the
 * result again would change nothing: a merge of which that does not hold counts as a conflict.
 */
export function mergeLines(
	base: readonly string[],
	ours: readonly string[],
	theirs: readonly string[],
): LineMerge {
	const merged = mergeOnce(base, ours, theirs);
	if (merged.kind === 'conflict' || merged.changes.length === 0) return merged;
	const again = mergeOnce(base, applyChanges(ours, merged.changes), theirs);
	return again.kind === 'merged' && again.changes.length === 0 ? merged : { kind: 'conflict' };
}

/** The changes that make other lines out of some, those that both have left where they are. */
export function replaceLines(ours: readonly string[], theirs: readonly string[]): LineChange[] {
	const changes: LineChange[] = [];
	let [at, from] = [0, 0];
	for (const [i, j] of [...commonPositions(ours, theirs), [ours.length, theirs.length] as const]) {
		if (i > at || j > from) changes.push({ start: at, end: i, lines: theirs.slice(from, j) });
		[at, from] = [i + 1, j + 1];
	}
	return changes;
}

/** The lines as changes leave them. */
export function applyChanges(lines: readonly string[], changes: readonly LineChange[]): string[] {
	const result: string[] = [];
	let at = 0;
	for (const change of changes) {
		result.push(...lines.slice(at, change.start), ...change.lines);
		at = change.end;
	}
	return [...result, ...lines.slice(at)];
}

/** diff3: between lines that all three have, the side that differs from the base wins, if it is the only one. */
function mergeOnce(
	base: readonly string[],
	ours: readonly string[],
	theirs: readonly string[],
): LineMerge {
	const [oursHashes, theirsHashes] = [ours.map(hashLine), theirs.map(hashLine)];
	const inOurs = new Map(commonPositions(base, oursHashes));
	const inTheirs = new Map(commonPositions(base, theirsHashes));
	const changes: LineChange[] = [];
	let [at, atOurs, atTheirs] = [0, 0, 0];
	for (let i = 0; i <= base.length; i++) {
		const isEnd = i === base.length;
		const toOurs = isEnd ? ours.length : inOurs.get(i);
		const toTheirs = isEnd ? theirs.length : inTheirs.get(i);
		if (toOurs === undefined || toTheirs === undefined) continue;
		const from = base.slice(at, i).join(' ');
		const mine = oursHashes.slice(atOurs, toOurs).join(' ');
		const other = theirsHashes.slice(atTheirs, toTheirs).join(' ');
		if (mine !== other && other !== from) {
			if (mine !== from) return { kind: 'conflict' };
			changes.push({ start: atOurs, end: toOurs, lines: theirs.slice(atTheirs, toTheirs) });
		}
		[at, atOurs, atTheirs] = [i + 1, toOurs + 1, toTheirs + 1];
	}
	return { kind: 'merged', changes };
}
