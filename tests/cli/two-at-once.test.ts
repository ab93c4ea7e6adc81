import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { afterAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { diskFiles } from '../../src/cli/files.mts';
import { isDeepRun } from '../support/property-runs';
import { recordReliability } from '../support/reliability';
import { copyBuiltCommand } from './support/built-command';
import { runProgram } from './support/child-program';
import { runIn } from './support/cli-session';
import type { CliRun } from './support/cli-session';
import { copyFixture, listTree, removeFolder, removeFolders } from './support/temporary-folder';
import { watchFiles } from './support/watched-files';
import { isTemporary } from './support/writing-commands';

const ALPHA = '技术/Alpha.md';
const ATTEMPTS = '练习记录/2026-11 laptop.md';

afterAll(removeFolders);

/** How a second command line may end beside another one: done, or one line that says what to do. */
const ENDS =
	/^$|^stackbook: (another stackbook writes into this vault [^\n]+|[^\n]+ was changed by another program meanwhile; run the command again)\n$/;

describe('two command lines on one vault', () => {
	/** Pairs of commands, with the input of each. */
	const PAIRS = [
		['refresh', 'refresh'],
		['refresh', 'interview Alpha --count 2'],
		['interview Alpha --count 2', 'interview Beta'],
		['init .', 'refresh'],
		['init .', 'init .'],
	] as const;

	test('that start at once end in what one after the other would make', async () => {
		const program = copyBuiltCommand();
		const count = isDeepRun ? 50 : 3;
		const problems: string[] = [];
		const run = (folder: string, line: string): Promise<CliRun> =>
			runProgram(program, [...line.split(' '), '--lang', 'en'], {
				cwd: folder,
				env: { STACKBOOK_DEVICE: 'laptop', TZ: 'UTC' },
				input: '\n\ngood\n\n\ngood\n',
			});
		for (let i = 0; i < count; i++) {
			const pair = PAIRS[i % PAIRS.length] ?? PAIRS[0];
			const folder = copyFixture('small');
			const runs = await Promise.all(pair.map(line => run(folder, line)));
			for (const { exit, err } of runs)
				if (![0, 2].includes(exit) || !ENDS.test(err)) problems.push(`${pair.join(' + ')}: ${err}`);
			if (!runs.some(({ exit }) => exit === 0)) problems.push(`${pair.join(' + ')}: none worked`);
			problems.push(...findLeft(folder));
			const { exit, err } = await run(folder, 'refresh');
			if (exit !== 0) problems.push(err);
			const check = await run(folder, 'refresh --check');
			if (check.exit !== 0) problems.push(check.out);
			removeFolder(folder);
		}
		recordReliability('command-line', {
			what: 'two command lines start at once on one vault',
			count,
			losses: problems.length,
		});
		expect(problems).toEqual([]);
	}, 1_800_000);
});

describe('two commands and a reader who types', () => {
	/**
	 * One schedule: whose operation of the disk is next is drawn each time. The reader's program does as Obsidian does, it
	 * writes into the file; a person's next save is far more than some operations away.
	 */
	async function play(scheduler: fc.Scheduler, pauses: readonly number[]): Promise<string[]> {
		const folder = copyFixture('small');
		// Among three that wait each is drawn as often: a pause puts the reader between any two operations of the others.
		const type = async (path: string, line: string, pause = 0): Promise<void> => {
			for (let i = 0; i <= pause; i++) await scheduler.schedule(Promise.resolve(), 'reader');
			appendFileSync(join(folder, path), `${line}\n`);
		};
		let busy = 0;
		const files = watchFiles(async ({ name }, act) => {
			await scheduler.schedule(Promise.resolve(), name);
			busy++;
			return act().finally(() => void busy--);
		});
		const run = (pid: number, argv: readonly string[]): Promise<CliRun> =>
			runIn(folder, [...argv, '--lang', 'en'], {
				input: ['', 'all', 'good'],
				files,
				machine: {
					pid,
					isRunning: () => true,
					wait: () => scheduler.schedule(Promise.resolve(), 'wait'),
				},
			});
		const commands = Promise.all([
			run(1, ['refresh']),
			run(2, ['interview', 'Alpha', '--count', '1']),
		]);
		const typing = type(ALPHA, '我刚写的一行', pauses[0]).then(() =>
			type('技术/Beta.md', '又一行', pauses[1]),
		);
		let isOver = false;
		const all = Promise.all([commands, typing]).finally(() => (isOver = true));
		// One at a time, and only when everybody waits: else the fastest operation would decide.
		while (!isOver) {
			await setImmediate();
			if (busy === 0 && scheduler.count() > 0) await scheduler.waitNext(1);
		}
		const [runs] = await all;
		const problems = [
			...findLeft(folder),
			...runs
				.filter(({ exit, err }) => ![0, 2].includes(exit) || !ENDS.test(err))
				.map(({ exit, err }) => `${exit} ${err}`),
			...(await findLost(folder, runs[1])),
		];
		removeFolder(folder);
		return problems;
	}

	async function findLost(folder: string, interview: CliRun): Promise<string[]> {
		const alpha = readFileSync(join(folder, ALPHA), 'utf8');
		const beta = readFileSync(join(folder, '技术/Beta.md'), 'utf8');
		const hasAttempt = existsSync(join(folder, ATTEMPTS));
		const isSolid = alpha.includes('- [x] 检查点');
		const wanted = [
			['the line in Alpha', alpha.includes('我刚写的一行\n')],
			['the line in Beta', beta.includes('又一行\n')],
			['the rest of Alpha', alpha.includes('我觉得是内存。') && alpha.includes('## 优化')],
			['the attempt', hasAttempt || interview.exit !== 0],
			['the status', isSolid || interview.exit !== 0],
			['a status without its attempt', hasAttempt || !isSolid],
		] as const;
		const again = await runIn(folder, ['refresh']);
		const check = await runIn(folder, ['refresh', '--check']);
		return [
			...wanted.filter(([, isThere]) => !isThere).map(([name]) => name),
			...(again.exit === 0 && check.exit === 0 ? [] : ['refresh does not settle']),
		];
	}

	test('lose nothing in any order of their operations', async () => {
		const count = isDeepRun ? 1000 : 10;
		let [tried, losses] = [0, 0];
		const pauses = fc.tuple(fc.nat(120), fc.nat(60));
		const property = fc.asyncProperty(fc.scheduler(), pauses, async (scheduler, pauses) => {
			const problems = await play(scheduler, pauses);
			tried++;
			if (problems.length > 0) losses++;
			expect(problems).toEqual([]);
		});
		try {
			await fc.assert(property, { numRuns: count, endOnFailure: true });
		} finally {
			recordReliability('command-line', {
				what: 'orders in which two commands and a reader who types use the disk',
				count: tried,
				losses,
			});
		}
	}, 1_800_000);
});

function findLeft(folder: string): string[] {
	return listTree(folder).filter(path => isTemporary(path) || path.startsWith('.stackbook'));
}

test('the disk of these tests is the real one', () => {
	expect(Object.keys(watchFiles((_, act) => act())).sort()).toEqual(Object.keys(diskFiles).sort());
});
