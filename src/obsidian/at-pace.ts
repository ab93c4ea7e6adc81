import { nextTask } from './next-task';

/** How long is worked on end before keys and taps get their turn, in milliseconds. */
const LONGEST_SLICE = 8;

/** Does steps one after the other and lets keys and taps through in between; all that share a pace count as one work. */
export type Pace = <T>(steps: Generator<undefined, T, undefined>) => Promise<T>;

/** Makes a pace for work that begins now. */
export function createPace(): Pace {
	let started = performance.now();
	return async steps => {
		for (;;) {
			if (performance.now() - started >= LONGEST_SLICE) {
				await nextTask();
				started = performance.now();
			}
			const step = steps.next();
			if (step.done) return step.value;
		}
	};
}
