import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCli } from '../../../src/cli/run-cli.mts';
import type { CliHost } from '../../../src/cli/cli-host.mts';

const FIXTURES = join(import.meta.dirname, '../../fixtures/vaults');

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
}

/** Each look at this clock is a second later, so that durations show. */
function createClock(): () => Date {
	let time = Date.UTC(2026, 10, 20, 13, 4, 0);
	return () => new Date((time += 1000));
}

/** Copies a fixture vault and runs commands there, in this process, through the real file system. */
export function openSession(fixture: string): CliSession {
	const folder = mkdtempSync(join(tmpdir(), 'stackbook-'));
	cpSync(join(FIXTURES, fixture), folder, { recursive: true });
	const now = createClock();
	return {
		folder,
		async run(argv, { input = [], env = {}, isInteractive = false } = {}) {
			const lines = [...input];
			let out = '';
			let err = '';
			const host: CliHost = {
				cwd: folder,
				env,
				readLine: () => Promise.resolve(lines.shift()),
				out: text => void (out += text),
				err: text => void (err += text),
				isInteractive,
				showsProgress: false,
				now,
				device: 'laptop',
			};
			const exit = await runCli(argv, host);
			return { exit, out, err };
		},
		close: () => rmSync(folder, { recursive: true, force: true }),
	};
}
