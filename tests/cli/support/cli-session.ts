import { runCli } from '../../../src/cli/run-cli.mts';
import type { CliHost } from '../../../src/cli/cli-host.mts';
import { diskFiles } from '../../../src/cli/files.mts';
import type { Files } from '../../../src/cli/files.mts';
import type { Interrupts } from '../../../src/cli/interrupts.mts';
import { thisMachine } from '../../../src/cli/machine.mts';
import type { Machine } from '../../../src/cli/machine.mts';
import { copyFixture, removeFolder } from './temporary-folder';

/** What one command line printed, and how it ended. */
export interface CliRun {
	readonly exit: number;
	readonly out: string;
	readonly err: string;
}

/** A temporary copy of a fixture vault in which command lines run. */
export interface CliSession {
	readonly folder: string;
	run(argv: readonly string[], options?: RunOptions): Promise<CliRun>;
	close(): void;
}

/** What a run may be given. */
export interface RunOptions {
	readonly input?: readonly string[];
	readonly env?: Readonly<Record<string, string>>;
	readonly isInteractive?: boolean;
	readonly showsProgress?: boolean;
	/** Called before a line is read: what another program does meanwhile. */
	readonly beforeLine?: () => void;
	readonly now?: () => Date;
	/** The disk, as a test would have it. */
	readonly files?: Files;
	/** What is other on this machine than on the one that runs the test. */
	readonly machine?: Partial<Machine>;
	readonly interrupts?: Interrupts;
}

/** Each look at this clock is a second later, so that durations show. */
function createClock(): () => Date {
	let time = Date.UTC(2026, 10, 20, 13, 4, 0);
	return () => new Date((time += 1000));
}

/** Runs one command line in this process, through the real file system. */
export async function runIn(
	folder: string,
	argv: readonly string[],
	options: RunOptions = {},
): Promise<CliRun> {
	const lines = [...(options.input ?? [])];
	let out = '';
	let err = '';
	const host: CliHost = {
		cwd: folder,
		files: options.files ?? diskFiles,
		machine: { ...thisMachine, ...options.machine },
		interrupts: options.interrupts ?? { hold: () => () => undefined, check: () => undefined },
		env: options.env ?? {},
		readLine: () => {
			options.beforeLine?.();
			return Promise.resolve(lines.shift());
		},
		out: text => void (out += text),
		err: text => void (err += text),
		isInteractive: options.isInteractive ?? false,
		showsProgress: options.showsProgress ?? false,
		now: options.now ?? createClock(),
		device: 'laptop',
	};
	const exit = await runCli(argv, host);
	return { exit, out, err };
}

/** Copies a fixture vault and runs commands there, with one clock for all of them. */
export function openSession(fixture: string): CliSession {
	const folder = copyFixture(fixture);
	const now = createClock();
	return {
		folder,
		run: (argv, options) => runIn(folder, argv, { now, ...options }),
		close: () => removeFolder(folder),
	};
}
