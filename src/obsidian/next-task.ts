/** Waits for a task of its own: keys, taps and the screen get their turn before what follows. */
export function nextTask(): Promise<void> {
	return new Promise(resolve => {
		window.setTimeout(resolve, 0);
	});
}

/** How long work goes on before keys and taps get their turn, in milliseconds. */
const LONGEST_SLICE = 8;

/** Makes a pause for long work: a task of its own once the last one is long enough ago, else nothing. */
export function createPause(): () => Promise<void> {
	let started = performance.now();
	return async () => {
		if (performance.now() - started < LONGEST_SLICE) return;
		await nextTask();
		started = performance.now();
	};
}
