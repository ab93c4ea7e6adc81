/** Milliseconds that no text takes here unless each piece goes over all others; below them noise is larger than growth. */
const MEASURABLE = 100;
const TRIES = 8;

/** Four times the text takes four times the time, and sixteen times where each piece goes over all others. */
export const MOST_GROWTH = 9;

function timeOf(run: () => unknown): number {
	const start = performance.now();
	run();
	return performance.now() - start;
}

/**
 * How many times longer the second takes than the first: the fastest runs of both, as a busy machine makes none faster.
 * What looks slow is tried again; what is too fast to tell counts as 1.
 */
export function growth(small: () => unknown, large: () => unknown): number {
	let [shorter, longer] = [Infinity, Infinity];
	for (let i = 0; i < TRIES; i++) {
		shorter = Math.min(shorter, timeOf(small));
		longer = Math.min(longer, timeOf(large));
		if (longer < MEASURABLE) return 1;
		if (i > 0 && longer / shorter < MOST_GROWTH) break;
	}
	return longer / shorter;
}
