import type { Files } from './files.mts';
import type { Interrupts } from './interrupts.mts';
import type { Machine } from './machine.mts';

/** Everything of the outside world that a command may use; tests give their own. */
export interface CliHost {
	readonly cwd: string;
	readonly files: Files;
	readonly machine: Machine;
	readonly interrupts: Interrupts;
	readonly env: Readonly<Record<string, string | undefined>>;
	/** Lines of the standard input, without line breaks; undefined at its end. */
	readonly readLine: () => Promise<string | undefined>;
	readonly out: (text: string) => void;
	readonly err: (text: string) => void;
	/** True when a person sits in front of the input. */
	readonly isInteractive: boolean;
	/** True when progress on stderr is seen by somebody. */
	readonly showsProgress: boolean;
	/** The clock. */
	readonly now: () => Date;
	/** Name under which this device keeps its attempts. */
	readonly device: string;
}
