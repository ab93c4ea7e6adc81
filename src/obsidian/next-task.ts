/** Waits for a task of its own: keys, taps and the screen get their turn before what follows. */
export function nextTask(): Promise<void> {
	return new Promise(resolve => {
		window.setTimeout(resolve, 0);
	});
}
