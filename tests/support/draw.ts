/** A number below a bound. */
export type Draw = (count: number) => number;

/** Numbers below a bound, in an order that the seed decides (mulberry32). */
export function createDraw(seed: number): Draw {
	let state = seed;
	return count => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) % count;
	};
}
