/** Signals that ask a program to end → the exit code that a shell expects then. */
const SIGNALS = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

/** What becomes of Ctrl-C while files are written. */
export interface Interrupts {
	/** From now on until the answer is called, the program ends between two files and not within one. */
	readonly hold: () => () => void;
	/**
	 * Called between two files.
	 *
	 * @throws Interruption if the program shall end.
	 */
	readonly check: () => void;
}

/** Somebody wants the program to end. */
export class Interruption extends Error {
	constructor() {
		super('interrupted');
		this.name = 'Interruption';
	}
}

/** Those of this process. `stop` ends it with an exit code, now or as soon as nothing is being written. */
export function createInterrupts(): Interrupts & { readonly stop: (code: number) => void } {
	let holds = 0;
	let wanted: number | undefined;
	const stop = (code: number): void => {
		wanted ??= code;
		if (holds === 0) process.exit(wanted);
	};
	const onSignal = (signal: keyof typeof SIGNALS): void => {
		// Who asks twice does not want to wait; what stays behind then, the next run clears up.
		if (wanted !== undefined) process.exit(wanted);
		stop(SIGNALS[signal]);
	};
	const signals = Object.keys(SIGNALS) as (keyof typeof SIGNALS)[];
	const letGo = (): void => {
		if (--holds > 0) return;
		for (const signal of signals) process.off(signal, onSignal);
		if (wanted !== undefined) process.exit(wanted);
	};
	return {
		stop,
		hold: () => {
			// Otherwise the system's own way stays, which needs no turn of the loop.
			if (holds++ === 0) for (const signal of signals) process.on(signal, onSignal);
			return letGo;
		},
		check: () => {
			if (wanted !== undefined) throw new Interruption();
		},
	};
}
