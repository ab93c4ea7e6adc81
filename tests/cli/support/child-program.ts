import { spawn } from 'node:child_process';
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { build } from 'esbuild';
import { ROOT } from '../../support/room-table';
import type { CliRun } from './cli-session';

/** How a program is started. */
export interface StartOptions {
	readonly cwd?: string;
	readonly env?: Readonly<Record<string, string>>;
	readonly uid?: number | undefined;
}

/** Bundles a few lines that use files of `src`, as the product is bundled; the answer is the path of the program. */
export async function bundleProgram(folder: string, contents: string): Promise<string> {
	const outfile = join(folder, 'program.mjs');
	await build({
		stdin: { contents, resolveDir: ROOT, loader: 'ts' },
		bundle: true,
		platform: 'node',
		format: 'esm',
		target: 'node20.19',
		outfile,
		logLevel: 'silent',
	});
	return outfile;
}

/** Starts a program; it sees no variable of this process but PATH. */
export function startProgram(
	program: string,
	argv: readonly string[],
	{ cwd, env, uid }: StartOptions = {},
): ChildProcessWithoutNullStreams {
	return spawn(process.execPath, [program, ...argv], {
		cwd,
		env: { PATH: process.env.PATH, LANG: 'C', ...env },
		...(uid === undefined ? {} : { uid, gid: uid }),
	});
}

/** Runs a program to its end. */
export async function runProgram(
	program: string,
	argv: readonly string[],
	{ input = '', ...options }: StartOptions & { readonly input?: string } = {},
): Promise<CliRun> {
	const child = startProgram(program, argv, options);
	let out = '';
	let err = '';
	child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
	child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
	// A program that needs no input closes the pipe before it is written.
	child.stdin.on('error', () => undefined);
	child.stdin.end(input);
	await once(child, 'close');
	return { exit: child.exitCode ?? 128, out, err };
}

/** Kills a program with SIGKILL some time after it printed `sign`, and waits until it is gone. */
export async function killAfter(
	child: ChildProcessWithoutNullStreams,
	sign: string,
	milliseconds: number,
): Promise<void> {
	const gone = once(child, 'close');
	let printed = '';
	for await (const piece of child.stdout) {
		printed += String(piece);
		if (printed.includes(sign)) break;
	}
	if (!printed.includes(sign)) throw new Error(`The program ended and never printed ${sign}`);
	await new Promise(resolve => setTimeout(resolve, milliseconds));
	child.kill('SIGKILL');
	await gone;
}
