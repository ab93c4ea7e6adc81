/** The ticks on key points that were reworded, added or moved meanwhile: a tick stays with its point or goes. */
export function carryTicks(
	hits: readonly number[],
	before: readonly string[],
	after: readonly string[],
): number[] {
	const ticked = new Set(hits.map(position => before[position]));
	return after.flatMap((point, position) => (ticked.has(point) ? [position] : []));
}
