import { createInterface } from 'node:readline';
import { runCli } from './run-cli.mts';
import type { CliHost } from './cli-host.mts';
import { diskFiles } from './files.mts';
import { createInterrupts } from './interrupts.mts';
import { thisMachine } from './machine.mts';

const reader = createLineReader();
const interrupts = createInterrupts();

const host: CliHost = {
	cwd: process.cwd(),
	files: diskFiles,
	machine: thisMachine,
	interrupts,
	// Windows sets none of the variables that name a locale; the system is asked instead.
	env: { LANG: new Intl.DateTimeFormat().resolvedOptions().locale, ...process.env },
	readLine: () => reader.next(),
	out: text => void process.stdout.write(text),
	err: text => void process.stderr.write(text),
	isInteractive: process.stdin.isTTY === true,
	showsProgress: process.stderr.isTTY === true,
	now: () => new Date(),
	device: process.env['STACKBOOK_DEVICE'] ?? thisMachine.name,
};

// A reader such as `head` that closes the pipe early is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
	interrupts.stop(error.code === 'EPIPE' ? 0 : 2);
});
// Nor is it that nobody reads what is said on the side; the exit code stays that of the command.
process.stderr.on('error', () => undefined);

process.exitCode = await runCli(process.argv.slice(2), host);
reader.close();

/** Opens the input only when the first line is asked for, so that other commands never wait for it. */
function createLineReader(): { next(): Promise<string | undefined>; close(): void } {
	let lines: AsyncIterator<string> | undefined;
	let close = (): void => undefined;
	return {
		async next() {
			if (!lines) {
				const input = createInterface({ input: process.stdin, terminal: false });
				close = () => input.close();
				lines = input[Symbol.asyncIterator]();
			}
			const result = await lines.next();
			return result.done === true ? undefined : result.value;
		},
		close: () => close(),
	};
}
