import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readFirstRelease } from '../support/old-release';
import { generateVault } from '../support/generated-vault';
import { isDeepRun } from '../support/property-runs';
import { recordReliability } from '../support/reliability';
import vaultTemplates from '../support/vault-template';
import { copyBuiltCommand } from './support/built-command';
import { runProgram, startProgram } from './support/child-program';
import { listTree, makeFolder, removeFolder, removeFolders } from './support/temporary-folder';
import { isTemporary, readContents } from './support/writing-commands';
import type { Contents } from './support/writing-commands';

const ENV = { STACKBOOK_DEVICE: 'laptop', TZ: 'Asia/Shanghai' };
const QUESTIONS = isDeepRun ? 30 : 10;

/** A command that is ended while it writes. */
interface Ended {
	readonly name: string;
	readonly argv: readonly string[];
	readonly input: string;
	readonly vault: () => Record<string, string>;
	/** What stands in the vault from the first write on; the lock if it is nothing else. */
	readonly firstWrite?: string;
	readonly isSlow?: boolean;
	/** Takes from a file what differs from run to run: the time of an attempt, which question came first. */
	readonly normalize?: (path: string, text: string) => string;
}

const COMMANDS: readonly Ended[] = [
	{ name: 'init', argv: ['init', '.'], input: '', vault: halfVault },
	{
		name: 'refresh',
		argv: ['refresh'],
		input: '',
		vault: () => generateVault(40, { isSmall: true }),
	},
	{
		name: 'update',
		argv: ['update'],
		input: '',
		// It reads and compares for longer than it writes.
		firstWrite: '.stackbook/backup',
		isSlow: true,
		// What is missing was deleted.
		vault: () =>
			Object.fromEntries(
				Object.entries(readFirstRelease()).filter(([path]) =>
					/(?:^首页|流计算\/.*)\.md$/.test(path),
				),
			),
	},
	{
		name: 'interview',
		argv: ['interview', 'Big'],
		input: '\ngood\n'.repeat(QUESTIONS),
		vault: () => ({ 'Big.md': printBigNote() }),
		normalize: (path, text) =>
			path === 'Big.md'
				? text.replaceAll('- [x]', '- [ ]')
				: [
						...new Set(
							text.replaceAll(/^- \S+ (· big-\d+ · good ·) \S+s · 0\/0$/gm, '- $1').split('\n'),
						),
					]
						.sort()
						.join('\n'),
	},
];

/** All but some folders of a new vault: what a cut-off run leaves. */
function halfVault(): Record<string, string> {
	const files = Object.entries(vaultTemplates['zh'] ?? {});
	return Object.fromEntries(
		files.filter(([path]) => path !== '首页.md' && !/^(概念|对比)\//.test(path)),
	);
}

function printBigNote(): string {
	const questions = Array.from(
		{ length: QUESTIONS },
		(_, i) => `### 第 ${i} 问？\n- [ ] 第${i}问 · L1 ★ ^big-${i}\n\n${'字'.repeat(400)}\n`,
	);
	return `---\ntype: technology\nid: big\ncategory: stream-processing\n---\n## 原理\n${questions.join('\n')}`;
}

let program = '';
beforeAll(() => {
	program = copyBuiltCommand();
}, 60_000);
afterAll(removeFolders);

/** A command with what it makes of its vault, and how long it writes. */
interface Prepared extends Ended {
	readonly start: string;
	readonly before: Contents;
	readonly after: Contents;
	readonly duration: number;
}

const prepared = new Map<Ended, Prepared>();

/** Runs a command once to its end, for all tests together. */
async function prepare(command: Ended): Promise<Prepared> {
	const known = prepared.get(command) ?? (await measure(command));
	prepared.set(command, known);
	return known;
}

async function measure(command: Ended): Promise<Prepared> {
	const start = makeFolder(command.vault());
	const folder = copyOf(start);
	const child = startIn(folder, command);
	await waitForWrite(command, child, folder);
	const began = performance.now();
	await once(child, 'close');
	const duration = performance.now() - began;
	expect(child.exitCode).toBe(0);
	const [before, after] = [contents(command, start), contents(command, folder)];
	return { ...command, start, duration, before, after };
}

function copyOf(folder: string): string {
	const copy = makeFolder();
	cpSync(folder, copy, { recursive: true });
	return copy;
}

function contents({ normalize }: Ended, folder: string): Contents {
	if (!normalize) return readContents(folder);
	const paths = listTree(folder).filter(path => path.endsWith('.md'));
	return new Map(
		paths.map(path => [path, normalize(path, readFileSync(join(folder, path), 'utf8'))]),
	);
}

function startIn(folder: string, { argv, input }: Ended): ChildProcessWithoutNullStreams {
	const child = startProgram(program, argv, { cwd: folder, env: ENV });
	child.stdin.on('error', () => undefined);
	child.stdin.end(input);
	child.stdout.resume();
	child.stderr.resume();
	return child;
}

/** Waits until a process writes, or is gone. */
async function waitForWrite(
	{ firstWrite = '.stackbook' }: Ended,
	child: ChildProcessWithoutNullStreams,
	folder: string,
): Promise<void> {
	while (child.exitCode === null && !existsSync(join(folder, firstWrite))) await setTimeout(1);
}

interface End {
	readonly folder: string;
	readonly exit: number | null;
	readonly wasRunning: boolean;
}

/** Ends a command at a moment of its writing, from 0 to 1. */
async function endAt(
	command: Prepared,
	moment: number,
	end: (child: ChildProcessWithoutNullStreams) => void,
): Promise<End> {
	const folder = copyOf(command.start);
	const child = startIn(folder, command);
	const gone = once(child, 'close');
	await waitForWrite(command, child, folder);
	await setTimeout(moment * command.duration);
	const wasRunning = child.exitCode === null;
	end(child);
	await gone;
	return { folder, exit: child.exitCode, wasRunning };
}

/** Files that are neither as before nor as after. */
function findTorn(command: Prepared, folder: string): string[] {
	const now = contents(command, folder);
	return [...now].flatMap(([path, text]) => {
		if (text === command.before.get(path) || text === command.after.get(path)) return [];
		// Some of the attempts: each line whole.
		const whole = command.after.get(path)?.split('\n') ?? [];
		const isPart = command.normalize && text.split('\n').every(line => whole.includes(line));
		return isPart ? [] : [`torn: ${path}`];
	});
}

/** What another run does not bring to where it belongs. */
async function findUnrepaired(command: Prepared, folder: string): Promise<string[]> {
	const { argv, input } = command;
	const { exit, err } = await runProgram(program, argv, { cwd: folder, env: ENV, input });
	const now = contents(command, folder);
	return [
		...(exit === 0 ? [] : [`exit ${exit}: ${err}`]),
		...[...command.after].filter(([path, text]) => now.get(path) !== text).map(([path]) => path),
		...findLeft(folder),
	];
}

function findLeft(folder: string): string[] {
	return listTree(folder).filter(path => isTemporary(path) || path.startsWith('.stackbook/lock'));
}

describe.each(COMMANDS)('$name as it ships', command => {
	test('killed at any moment, it leaves whole files, and the next run repairs all', async () => {
		const ready = await prepare(command);
		const everyday = command.isSlow ? 1 : 3;
		// Of all four commands together, 300.
		const count = isDeepRun ? 75 : everyday;
		const problems: string[] = [];
		let kills = 0;
		// One that came to its end meanwhile says nothing; how many do is up to the machine.
		for (let i = 0; kills < count && i < 2 * count; i++) {
			const end = await endAt(ready, (i % count) / count, child => child.kill('SIGKILL'));
			if (end.wasRunning) kills++;
			problems.push(...findTorn(ready, end.folder));
			problems.push(...(await findUnrepaired(ready, end.folder)));
			removeFolder(end.folder);
		}
		recordReliability('command-line', {
			what: `${command.name}: SIGKILL while it writes`,
			count: kills,
			losses: problems.length,
		});
		expect(problems).toEqual([]);
	}, 1_800_000);

	test('ended by Ctrl-C or as a terminal closes, it leaves no lock and no temporary file either', async () => {
		const ready = await prepare(command);
		const count = isDeepRun ? 12 : 1;
		const problems: string[] = [];
		for (let i = 0; i < count; i++) {
			const [signal, code] = SIGNALS[i % SIGNALS.length] ?? SIGNALS[0];
			const end = await endAt(ready, (i + 0.5) / count, child => child.kill(signal));
			// Between two answers nothing is held, and the system's own way is the shortest.
			if (![code, 0, null].includes(end.exit)) problems.push(`exit ${end.exit} after ${signal}`);
			problems.push(...findTorn(ready, end.folder), ...findLeft(end.folder));
			removeFolder(end.folder);
		}
		recordReliability('command-line', {
			what: `${command.name}: Ctrl-C, SIGTERM or SIGHUP while it writes`,
			count,
			losses: problems.length,
		});
		expect(problems).toEqual([]);
	}, 1_800_000);
});

const SIGNALS = [
	['SIGINT', 130],
	['SIGTERM', 143],
	['SIGHUP', 129],
] as const;

test('an interview whose output nobody reads any more ends with what it is writing', async () => {
	const [command] = COMMANDS.filter(({ name }) => name === 'interview');
	if (!command) throw new Error('There is no interview');
	const ready = await prepare(command);
	const count = isDeepRun ? 12 : 1;
	const problems: string[] = [];
	for (let i = 0; i < count; i++) {
		const end = await endAt(ready, (i + 0.5) / count, child => child.stdout.destroy());
		if (end.exit !== 0) problems.push(`exit ${end.exit}`);
		problems.push(...findTorn(ready, end.folder), ...findLeft(end.folder));
		removeFolder(end.folder);
	}
	recordReliability('command-line', {
		what: 'interview: its output is closed while it writes',
		count,
		losses: problems.length,
	});
	expect(problems).toEqual([]);
}, 1_800_000);
