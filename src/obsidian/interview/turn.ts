/** Lets one thing be done at a time, and tells whoever shows it when that begins and ends. */
export interface Turn {
	/** False if something else is being done: a second tap does nothing. */
	readonly begin: () => boolean;
	readonly end: () => void;
	readonly isTaken: () => boolean;
	/** Hears of every beginning and every end; the answer ends that. */
	readonly listen: (listener: () => void) => () => void;
}

/** Makes a turn that nobody has taken yet. */
export function createTurn(): Turn {
	const listeners = new Set<() => void>();
	let isTaken = false;
	const set = (taken: boolean): void => {
		isTaken = taken;
		for (const listener of [...listeners]) listener();
	};
	return {
		begin() {
			const isFree = !isTaken;
			if (isFree) set(true);
			return isFree;
		},
		end: () => set(false),
		isTaken: () => isTaken,
		listen(listener) {
			listeners.add(listener);
			return () => void listeners.delete(listener);
		},
	};
}
