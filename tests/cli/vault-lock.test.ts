import {
	existsSync,
	mkdirSync,
	readFileSync,
	rmSync,
	symlinkSync,
	utimesSync,
	writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { diskFiles } from '../../src/cli/files.mts';
import { Interruption } from '../../src/cli/interrupts.mts';
import type { Machine } from '../../src/cli/machine.mts';
import { runIn } from './support/cli-session';
import type { CliRun, RunOptions } from './support/cli-session';
import {
	copyFixture,
	listTree,
	makeFolder,
	removeFolders,
	takeSnapshot,
} from './support/temporary-folder';

const LOCK = '.stackbook/lock';
/** No process can have this number. */
const NOBODY = 2 ** 30;
const MINUTE = 60_000;

afterEach(removeFolders);

interface Lock {
	readonly pid?: number;
	readonly host?: string;
	/** Milliseconds ago. */
	readonly age?: number;
}

/** A vault where a refresh has something to do, under a lock. */
function lockedVault({ pid = process.ppid, host = hostname(), age = 1000 }: Lock): string {
	const started = new Date(Date.now() - age).toISOString();
	return vaultWith(JSON.stringify({ pid, host, started, run: 'x' }));
}

function vaultWith(lock: string): string {
	const folder = copyFixture('small');
	mkdirSync(join(folder, dirname(LOCK)));
	writeFileSync(join(folder, LOCK), lock);
	return folder;
}

/** Runs a command line for which waiting takes no time. */
function run(folder: string, line: string, options: RunOptions = {}): Promise<CliRun> {
	const machine: Partial<Machine> = { wait: () => Promise.resolve(), ...options.machine };
	const input = ['', 'all', 'good'];
	return runIn(folder, [...line.split(' '), '--lang', 'en'], { input, ...options, machine });
}

describe('a vault into which another command line writes', () => {
	test.each(['refresh', 'init .', 'interview Alpha --count 1'])(
		'%s waits a moment, then names the holder and the way out, and writes nothing',
		async line => {
			const folder = lockedVault({});
			const before = takeSnapshot(folder);
			let waited = 0;
			const wait = (milliseconds: number): Promise<void> => {
				waited += milliseconds;
				return Promise.resolve();
			};
			const { exit, err } = await run(folder, line, { machine: { wait } });
			expect(exit).toBe(2);
			expect(err).toMatch(
				new RegExp(
					`^stackbook: another stackbook writes into this vault \\(process ${process.ppid} on ${hostname()}, since [^)]+\\); wait for it, or delete \\.stackbook/lock if it is not running any more\n$`,
				),
			);
			expect(waited).toBeGreaterThanOrEqual(3000);
			expect(waited).toBeLessThanOrEqual(10_000);
			expect(takeSnapshot(folder)).toEqual(before);
		},
	);

	test('a command that finds it done within that moment goes on', async () => {
		const folder = lockedVault({});
		let polls = 0;
		const wait = (): Promise<void> => {
			if (++polls === 3) rmSync(join(folder, LOCK));
			return Promise.resolve();
		};
		expect(await run(folder, 'refresh', { machine: { wait } })).toMatchObject({ exit: 0, err: '' });
		expect(existsSync(join(folder, '.stackbook'))).toBe(false);
	});

	test.each([
		'check',
		'status',
		'questions',
		'backlinks Alpha',
		'compare Alpha Beta',
		'refresh --check',
		'refresh --dry-run',
		'init . --dry-run',
		'interview Alpha --count 1 --dry-run',
	])('%s does not care, and makes no lock of its own', async line => {
		for (const folder of [lockedVault({}), copyFixture('small')]) {
			const before = takeSnapshot(folder);
			expect((await run(folder, line)).exit).not.toBe(2);
			expect(takeSnapshot(folder)).toEqual(before);
		}
	});

	test.each<[string, Lock]>([
		['another machine, since five minutes', { host: 'phone', age: 5 * MINUTE }],
		['another machine, whose number nobody has here', { host: 'phone', pid: NOBODY }],
		['a process that runs, since half an hour', { age: 30 * MINUTE }],
	])('the lock of %s is honoured', async (_, lock) => {
		const bootTime = (): number => 0;
		const folder = lockedVault(lock);
		expect(await run(folder, 'refresh', { machine: { bootTime } })).toMatchObject({ exit: 2 });
	});
});

describe('a lock that was left', () => {
	test.each<[string, Lock]>([
		['by a process that is gone', { pid: NOBODY }],
		['by one with the number of this process', { pid: process.pid }],
		['before the machine was started anew', { age: 30 * MINUTE }],
		['so long ago that the number is that of another process', { age: 61 * MINUTE }],
		['by another machine, eleven minutes ago', { host: 'phone', age: 11 * MINUTE }],
		['by a machine whose clock is ahead by a day', { host: 'phone', age: -24 * 60 * MINUTE }],
	])('%s is taken over', async (_, lock) => {
		const folder = lockedVault(lock);
		const bootTime = (): number => Date.now() - 10 * MINUTE;
		expect(await run(folder, 'refresh', { machine: { bootTime } })).toMatchObject({
			exit: 0,
			err: '',
		});
		expect(existsSync(join(folder, '.stackbook'))).toBe(false);
	});

	test.each(['', '{"pid":', 'null', '{"pid":-1,"host":"x","started":"now"}', '[]'])(
		'half written (%j) is taken over after two seconds, not before',
		async text => {
			const folder = vaultWith(text);
			expect(await run(folder, 'refresh')).toMatchObject({ exit: 2 });
			const now = (): number => Date.now() + 3000;
			expect(await run(folder, 'refresh', { machine: { now } })).toMatchObject({ exit: 0 });
		},
	);

	test('is taken over also if somebody was killed while taking it over', async () => {
		const folder = lockedVault({ pid: NOBODY });
		writeFileSync(join(folder, `${LOCK}-claim`), '');
		utimesSync(join(folder, `${LOCK}-claim`), 1, 1);
		expect(await run(folder, 'refresh')).toMatchObject({ exit: 0 });
		expect(existsSync(join(folder, '.stackbook'))).toBe(false);
	});
});

describe('the lock', () => {
	test('stands while notes are written, names the process, and is gone afterwards', async () => {
		for (const line of ['refresh', 'init v', 'interview Alpha --count 1']) {
			const folder = copyFixture('small');
			const lock = join(folder, line === 'init v' ? 'v' : '.', LOCK);
			const seen = new Set<string>();
			const rename = (from: string, to: string): Promise<void> => {
				seen.add(readFileSync(lock, 'utf8'));
				return diskFiles.rename(from, to);
			};
			const link = (from: string, to: string): Promise<void> => {
				seen.add(readFileSync(lock, 'utf8'));
				return diskFiles.link(from, to);
			};
			const options = { files: { ...diskFiles, rename, link } };
			expect(await run(folder, line, options)).toMatchObject({ exit: 0 });
			expect(seen.size).toBe(1);
			const [text = ''] = seen;
			expect(JSON.parse(text)).toMatchObject({ pid: process.pid, host: hostname() });
			expect(existsSync(dirname(lock))).toBe(false);
		}
	}, 20_000);

	test('does not stand while an interview waits for somebody', async () => {
		const folder = copyFixture('small');
		let lines = 0;
		const beforeLine = (): void => {
			lines++;
			expect(existsSync(join(folder, '.stackbook'))).toBe(false);
		};
		const input = ['', 'all', 'good', '', '', 'good'];
		const line = 'interview Alpha --count 2';
		expect(await run(folder, line, { input, beforeLine })).toMatchObject({ exit: 0 });
		expect(lines).toBeGreaterThan(4);
	});

	test('is gone after a failure, and whatever else is in its folder stays', async () => {
		const folder = makeFolder({
			'a.md': '[[b]]\n<!-- stackbook:begin backlinks -->\n\n<!-- stackbook:end backlinks -->\n',
			'b.md': '[[a]]',
			'.stackbook/backup/mine.md': 'mine',
		});
		const rename = (): Promise<void> => Promise.reject(new Error('no'));
		expect(await run(folder, 'refresh', { files: { ...diskFiles, rename } })).toMatchObject({
			exit: 2,
		});
		expect(listTree(folder)).toEqual(['.stackbook/backup/mine.md', 'a.md', 'b.md']);
	});

	test('is gone after Ctrl-C, and what was not written yet is as it was', async () => {
		for (const line of ['refresh', 'init .']) {
			const folder = copyFixture('small');
			const before = listTree(folder).length;
			let checks = 0;
			const held: string[] = [];
			const interrupts = {
				hold: () => {
					held.push('hold');
					return () => void held.push(existsSync(join(folder, '.stackbook')) ? 'left' : 'let go');
				},
				check: () => {
					if (++checks > 3) throw new Interruption();
				},
			};
			expect(await run(folder, line, { interrupts })).toEqual({ exit: 130, out: '', err: '' });
			expect(held).toEqual(['hold', 'let go']);
			expect(listTree(folder).length - before).toBeLessThanOrEqual(3);
		}
	});

	test('is never made through a link, which could lead out of the vault', async () => {
		const outside = makeFolder();
		const folder = copyFixture('small');
		symlinkSync(outside, join(folder, '.stackbook'));
		const { exit, err } = await run(folder, 'refresh');
		expect(exit).toBe(2);
		expect(err).toContain('cannot write .stackbook/lock: not a directory (ENOTDIR)');
		expect(listTree(outside)).toEqual([]);
	});

	test('has a folder in which nothing is read as a note', async () => {
		const folder = copyFixture('small');
		const { out } = await run(folder, 'questions --json');
		mkdirSync(join(folder, '.stackbook/backup'), { recursive: true });
		writeFileSync(join(folder, '.stackbook/backup/Alpha.md'), '### Why?\n- [ ] x · L1 ★ ^x\n');
		expect((await run(folder, 'questions --json')).out).toBe(out);
	});
});

describe('temporary files that killed runs left', () => {
	const LEFT = [
		'.a.stackbook-tmp',
		'技术/.1.stackbook-tmp',
		'.obsidian/.2.stackbook-tmp',
		'.store/deep/.3.stackbook-tmp',
	];
	const KEPT = [
		'a.stackbook-tmp',
		'.a.tmp',
		'.stackbook-tmp',
		'.git/.a.stackbook-tmp',
		'node_modules/.a.stackbook-tmp',
		'技术/.a.stackbook-tmp.md',
	];

	test.each(['refresh', 'init .', 'interview Alpha --count 1'])(
		'are cleared up by %s, and nothing else is',
		async line => {
			const folder = copyFixture('small');
			const outside = makeFolder({ '.a.stackbook-tmp': '' });
			for (const path of [...LEFT, ...KEPT]) {
				mkdirSync(dirname(join(folder, path)), { recursive: true });
				writeFileSync(join(folder, path), '');
			}
			symlinkSync(outside, join(folder, 'linked'));
			mkdirSync(join(folder, '.folder.stackbook-tmp'));
			const now = (): number => Date.now() + 1000;
			expect(await run(folder, line, { machine: { now } })).toMatchObject({ exit: 0 });
			const tree = listTree(folder).filter(path => path.includes('tmp'));
			expect(tree).toEqual([...KEPT].sort());
			expect(existsSync(join(folder, '.folder.stackbook-tmp'))).toBe(true);
			expect(listTree(outside)).toEqual(['.a.stackbook-tmp']);
		},
	);

	test('stay as long as they are younger than the run: somebody may be writing them', async () => {
		const folder = copyFixture('small');
		const path = join(folder, LEFT[0] ?? '');
		writeFileSync(path, '');
		const soon = Date.now() / 1000 + 60;
		utimesSync(path, soon, soon);
		await run(folder, 'refresh');
		expect(existsSync(path)).toBe(true);
	});

	test('stay untouched by commands that only read', async () => {
		const folder = copyFixture('small');
		for (const path of LEFT) {
			mkdirSync(dirname(join(folder, path)), { recursive: true });
			writeFileSync(join(folder, path), '');
		}
		const before = takeSnapshot(folder);
		for (const line of ['check', 'status', 'refresh --check']) await run(folder, line);
		expect(takeSnapshot(folder)).toEqual(before);
	});
});
