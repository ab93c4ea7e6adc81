/** Above this many comparisons nothing in the middle counts as common: slow is worse than a line too many. */
const MOST_COMPARISONS = 4_000_000;

/** Positions in two lists of a longest common subsequence, in order. Quadratic in what lies between common ends. */
export function commonPositions(
	a: readonly string[],
	b: readonly string[],
): (readonly [number, number])[] {
	const common: (readonly [number, number])[] = [];
	let start = 0;
	while (start < a.length && start < b.length && a[start] === b[start]) {
		common.push([start, start]);
		start++;
	}
	let [endA, endB] = [a.length, b.length];
	const tail: (readonly [number, number])[] = [];
	while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) tail.push([--endA, --endB]);
	for (const [i, j] of byLengths(a.slice(start, endA), b.slice(start, endB))) {
		common.push([start + i, start + j]);
	}
	return [...common, ...tail.reverse()];
}

/** By the table of lengths. */
function byLengths(a: readonly string[], b: readonly string[]): (readonly [number, number])[] {
	if (a.length * b.length > MOST_COMPARISONS) return [];
	const width = b.length + 1;
	const lengths = new Uint32Array((a.length + 1) * width);
	const at = (i: number, j: number): number => lengths[i * width + j] ?? 0;
	for (let i = a.length - 1; i >= 0; i--) {
		for (let j = b.length - 1; j >= 0; j--) {
			const length = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
			lengths[i * width + j] = length;
		}
	}
	const common: (readonly [number, number])[] = [];
	let [i, j] = [0, 0];
	while (i < a.length && j < b.length) {
		if (a[i] === b[j]) common.push([i++, j++]);
		else if (at(i + 1, j) >= at(i, j + 1)) i++;
		else j++;
	}
	return common;
}
