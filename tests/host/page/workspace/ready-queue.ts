/** What waits until something is ready. */
export class ReadyQueue {
	isReady = false;
	private readonly waiting: (() => unknown)[] = [];

	/** Calls back now if it is ready, else when it is. */
	add(callback: () => unknown): void {
		if (this.isReady) callback();
		else this.waiting.push(callback);
	}

	/** One that throws keeps no other from being called. */
	setReady(): void {
		this.isReady = true;
		for (const callback of this.waiting.splice(0)) {
			try {
				callback();
			} catch (error) {
				setTimeout(() => {
					throw error;
				});
			}
		}
	}
}
