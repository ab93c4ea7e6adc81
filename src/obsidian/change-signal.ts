/** How long it stays quiet before it is told, in milliseconds: typing a word is one change. */
const QUIET = 100;

/** Tells listeners that something changed, once for many changes. */
export interface ChangeSignal {
	/** The answer ends the listening. */
	listen(listener: () => void): () => void;
	announce(): void;
	/** Nothing more is told. */
	stop(): void;
}

/** Makes a signal that nobody listens to yet. */
export function createChangeSignal(): ChangeSignal {
	const listeners = new Set<() => void>();
	let timer: number | undefined;
	const tell = (): void => {
		timer = undefined;
		for (const listener of [...listeners]) listener();
	};
	const forgetTimer = (): void => {
		if (timer !== undefined) window.clearTimeout(timer);
		timer = undefined;
	};
	return {
		listen(listener) {
			listeners.add(listener);
			return () => void listeners.delete(listener);
		},
		announce() {
			if (listeners.size === 0) return;
			forgetTimer();
			timer = window.setTimeout(tell, QUIET);
		},
		stop() {
			forgetTimer();
			listeners.clear();
		},
	};
}
