import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, jest, test } from '@jest/globals';
import { diskFiles } from '../../../src/cli/files.mts';
import type { Files } from '../../../src/cli/files.mts';
import { someOf } from '../../support/property-runs';
import { recordReliability } from '../../support/reliability';
import { runIn } from './cli-session';
import type { CliRun } from './cli-session';
import { listTree, makeFolder, removeFolder, takeSnapshot } from './temporary-folder';
import { cutWriteAt, failAt, readOnlyFiles, stopAt } from './watched-files';
import { findTorn, findUnrepaired, readContents, runCleanly, runOnce } from './writing-commands';
import type { CleanRun, WritingCommand } from './writing-commands';

const CODES = ['ENOSPC', 'EIO', 'EACCES', 'EPERM', 'EBUSY', 'EMFILE', 'EROFS', 'ENAMETOOLONG'];

/** One way in which the disk does not do what it should. */
interface Fault {
	readonly name: string;
	readonly files: () => Files;
}

/** What was lost by a fault, or said wrongly of it. */
async function tryFault(
	command: WritingCommand,
	clean: CleanRun,
	{ name, files }: Fault,
): Promise<string[]> {
	const folder = await command.makeVault();
	const run = await runOnce(command, folder, files());
	const problems = [
		...findTorn(folder, clean).map(path => `torn: ${path}`),
		...findSilence(run, folder, clean),
		...(await findUnrepaired(command, folder, clean)).map(path => `not repaired: ${path}`),
	];
	removeFolder(folder);
	return problems.map(problem => `${command.name}, ${name}: ${problem}`);
}

/** A failure has to be told in one line that names a path, unless it did no harm. */
function findSilence({ exit, out, err }: CliRun, folder: string, clean: CleanRun): string[] {
	if (exit === 0) {
		const now = readContents(folder);
		const isClean = [...clean.result].every(([path, text]) => now.get(path) === text);
		return isClean ? [] : ['ended with 0, and is not what a clean run makes'];
	}
	const names = [...clean.versions.keys(), '.stackbook/', folder, 'read .:', 'write .:'];
	const told = exit === 1 ? out : err;
	if (exit === 2 && !/^stackbook: [^\n]+\n$/.test(err.split(/^files .*\n/m).join('')))
		return [`is not told in one line: ${err}`];
	if (err.includes('unexpected')) return [`is told as a bug: ${err}`];
	return names.some(path => told.includes(path)) ? [] : [`names no path: ${told}`];
}

async function countLosses(
	command: WritingCommand,
	what: string,
	faultsOf: (clean: CleanRun) => readonly Fault[],
): Promise<void> {
	const clean = await runCleanly(command);
	const problems: string[] = [];
	const faults = faultsOf(clean);
	for (const fault of faults) problems.push(...(await tryFault(command, clean, fault)));
	recordReliability('command-line', {
		what: `${command.name}: ${what}`,
		count: faults.length,
		losses: problems.length,
	});
	expect(problems).toEqual([]);
}

/** How many of the faults are tried outside of a deep run. */
function everyday({ isSlow }: WritingCommand, count: number): number {
	return isSlow ? Math.ceil(count / 4) : count;
}

function numbersTo(count: number): number[] {
	return Array.from({ length: count }, (_, i) => i + 1);
}

/** The tests of one command: it meets every fault of the disk. */
export function describeFaults(command: WritingCommand): void {
	// Each reads and compares whole releases several times.
	jest.setTimeout(60_000);
	describe(`stackbook ${command.name}`, () => {
		test('loses nothing whichever operation of the disk fails, and however', async () => {
			await countLosses(command, 'the k-th operation fails, with 8 errors', ({ operations }) =>
				someOf(
					numbersTo(operations).flatMap(k =>
						CODES.map(code => ({
							name: `operation ${k} of ${operations} fails with ${code}`,
							files: () => failAt(k, code),
						})),
					),
					everyday(command, 10),
				),
			);
		}, 1_800_000);

		test('loses nothing if an operation is done and reported as failed', async () => {
			await countLosses(command, 'the k-th operation is done, and said to fail', ({ operations }) =>
				someOf(
					numbersTo(operations).map(k => ({
						name: `operation ${k} of ${operations} fails late`,
						files: () => failAt(k, 'EIO', 'late'),
					})),
					everyday(command, 4),
				),
			);
		}, 1_800_000);

		test('loses nothing if the disk takes half of what is written, and then the rest or no more', async () => {
			await countLosses(command, 'the k-th write is cut short', ({ writes }) =>
				someOf(
					numbersTo(writes).flatMap(k => [
						{ name: `write ${k} in two`, files: () => cutWriteAt(k) },
						{ name: `write ${k} of a full disk`, files: () => cutWriteAt(k, 'ENOSPC') },
					]),
					everyday(command, 3),
				),
			);
		}, 1_800_000);

		test('stopped before any operation, it leaves whole files, and the next run repairs all', async () => {
			const clean = await runCleanly(command);
			const problems: string[] = [];
			const numbers = someOf(numbersTo(clean.operations), everyday(command, 5));
			for (const k of numbers) {
				const folder = await command.makeVault();
				await new Promise<void>(resolve => {
					void runOnce(command, folder, stopAt(k, resolve));
				});
				problems.push(
					...findTorn(folder, clean).map(path => `torn at ${k}: ${path}`),
					...(await findUnrepaired(command, folder, clean)).map(path => `at ${k}: ${path}`),
				);
				removeFolder(folder);
			}
			recordReliability('command-line', {
				what: `${command.name}: the process ends before the k-th operation`,
				count: numbers.length,
				losses: problems.length,
			});
			expect(problems).toEqual([]);
		}, 1_800_000);

		test('a file system without second names, or one that lies across two disks, changes nothing', async () => {
			const clean = await runCleanly(command);
			for (const code of someOf(['EPERM', 'ENOTSUP', 'EXDEV'], everyday(command, 3))) {
				const link = (): Promise<void> => Promise.reject(Object.assign(new Error(code), { code }));
				const folder = await command.makeVault();
				const { exit } = await runOnce(command, folder, { ...diskFiles, link });
				expect(exit).toBe(0);
				expect(readContents(folder)).toEqual(clean.result);
				removeFolder(folder);
			}
		});

		test('a disk that may only be read is named in one line, and is as it was', async () => {
			const folder = await command.makeVault();
			const before = takeSnapshot(folder);
			const { exit, err } = await runOnce(command, folder, readOnlyFiles());
			expect(exit).toBe(2);
			expect(err).toBe(
				'stackbook: cannot write .stackbook/lock: no luck (EROFS); it is as it was. Check its permissions and the free space, then run it again\n',
			);
			expect(takeSnapshot(folder)).toEqual(before);
		});

		test('a vault behind a link is written like any other', async () => {
			const clean = await runCleanly(command);
			const folder = await command.makeVault();
			const link = join(makeFolder(), 'v');
			symlinkSync(folder, link);
			expect(await runOnce(command, link, diskFiles)).toMatchObject({ exit: 0 });
			expect(readContents(folder)).toEqual(clean.result);
		});

		test('a vault that is a file, or not there, is refused in one line and left alone', async () => {
			const folder = makeFolder({ file: 'mine' });
			const argv = command.argv.map(argument => (argument === '.' ? 'file' : argument));
			for (const vault of command.name === 'init' ? ['file'] : ['file', 'none']) {
				const options = command.name === 'init' ? [] : ['--vault', vault];
				const { exit, err } = await runIn(folder, [...argv, ...options, '--lang', 'en']);
				expect(exit).toBe(2);
				expect(err).toMatch(/^stackbook: [^\n]*(file|none)[^\n]*\n$/);
			}
			expect(listTree(folder)).toEqual(['file']);
		});
	});
}
