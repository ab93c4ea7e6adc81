/** A function that waits for quiet before it runs. */
export interface Debounced<Args extends unknown[], Result> {
	(...args: Args): Debounced<Args, Result>;
	cancel(): Debounced<Args, Result>;
	run(): Result | undefined;
}

/** Runs `callback` once, `timeout` ms after the first call, or after the last one with `resetTimer`. */
export function debounce<Args extends unknown[], Result>(
	callback: (...args: Args) => Result,
	timeout = 0,
	resetTimer = false,
): Debounced<Args, Result> {
	let timer: number | undefined;
	let waiting: Args | undefined;
	const run = (): Result | undefined => {
		window.clearTimeout(timer);
		timer = undefined;
		const args = waiting;
		waiting = undefined;
		return args && callback(...args);
	};
	const debounced: Debounced<Args, Result> = Object.assign(
		(...args: Args) => {
			waiting = args;
			if (timer === undefined || resetTimer) {
				window.clearTimeout(timer);
				timer = window.setTimeout(run, timeout);
			}
			return debounced;
		},
		{
			cancel: () => {
				window.clearTimeout(timer);
				timer = undefined;
				waiting = undefined;
				return debounced;
			},
			run,
		},
	);
	return debounced;
}
