import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { diskFiles } from '../../../src/cli/files.mts';
import type { Files } from '../../../src/cli/files.mts';
import { readFirstRelease } from '../../support/old-release';
import vaultTemplates from '../../support/vault-template';
import { runIn } from './cli-session';
import type { CliRun } from './cli-session';
import { copyFixture, listTree, makeFolder, removeFolder } from './temporary-folder';
import { watchFiles } from './watched-files';

/** A command that writes, and where it has something to do. */
export interface WritingCommand {
	readonly name: string;
	readonly argv: readonly string[];
	readonly input?: readonly string[];
	readonly makeVault: () => string | Promise<string>;
	/** What it may say with exit code 2 where a run before it was done, though it did not know. */
	readonly isDone?: RegExp;
	/** Takes back what it wrote, also in two runs. */
	readonly undo?: readonly string[];
	/** True for one that takes long: fewer of its faults are tried every day. */
	readonly isSlow?: boolean;
}

/** Commands on which every fault is tried; one that is added here is tried as well. */
export const WRITING_COMMANDS: readonly WritingCommand[] = [
	{ name: 'init', argv: ['init', '.'], makeVault: makeHalfVault },
	{ name: 'refresh', argv: ['refresh'], makeVault: () => copyFixture('small') },
	{
		name: 'refresh --add-backlinks',
		argv: ['refresh', '--add-backlinks', 'technology,concept'],
		makeVault: () =>
			makeFolder({
				'Home.md': '---\ntype: home\nformat: 1\nlanguage: en\n---\n',
				'Alpha.md': '---\ntype: technology\nid: a\n---\n[[Beta]]\n',
				'Beta.md': '\uFEFF---\r\ntype: concept\r\nid: b\r\n---\r\n[[Alpha]]\r\n',
				'deep/Gamma.md': '---\ntype: technology\nid: c\n---\n[[Alpha]] [[Beta]]',
			}),
	},
	{
		name: 'check --fix --apply',
		argv: ['check', '--fix', '--apply'],
		makeVault: () =>
			makeFolder({
				'Home.md': '---\ntype: home\nformat: 1\nlanguage: en\n---\n',
				'Alpha.md': '---\ntype: concept\nid: a\nalias: First\n---\n\n[[Beta]]\n',
				'Beta.md':
					'\uFEFF---\r\ntype: concept\r\nid: b\r\n\r\n[[First]]\r\n\r\n<!-- stackbook:begin backlinks -->\r\n',
				'deep/Gamma.md': '## Why?\n- [?] Because ^g\n',
			}),
	},
	{
		name: 'interview',
		argv: ['interview', 'Beta'],
		input: ['', 'all', 'good'],
		makeVault: () => copyFixture('small'),
	},
	{
		name: 'update',
		argv: ['update'],
		undo: ['update', '--undo'],
		makeVault: makeOldVault,
		isSlow: true,
	},
	{
		name: 'update --undo',
		argv: ['update', '--undo'],
		makeVault: makeUpdatedVault,
		isSlow: true,
		isDone: /has no update to take back/,
	},
];

/** A few notes of the first version: what it lacks counts as deleted, and is not made again. */
const readOldVault = once(() =>
	Object.fromEntries(
		Object.entries(readFirstRelease()).filter(([path]) => /(?:首页|Hudi|背压)\.md$/.test(path)),
	),
);

function makeOldVault(): string {
	return makeFolder(readOldVault());
}

const updateOnce = once(async () => {
	const folder = makeOldVault();
	await runIn(folder, ['update']);
	return folder;
});

/** The same, as an update leaves them. */
async function makeUpdatedVault(): Promise<string> {
	const copy = makeFolder();
	cpSync(await updateOnce(), copy, { recursive: true });
	return copy;
}

function once<T>(make: () => T): () => T {
	let made: { readonly value: T } | undefined;
	return () => (made ??= { value: make() }).value;
}

const LAST = ['首页.md', '技术全景.canvas', '概念/窗口.md'];

/** What a cut-off `init` may have left, of which the greater part is the reader's own and empty, so that it is read fast. */
function makeHalfVault(): string {
	const paths = Object.keys(vaultTemplates['zh'] ?? {}).filter(path => !LAST.includes(path));
	return makeFolder(Object.fromEntries(paths.map(path => [path, ''])));
}

/** Path → content, without what is ours and temporary. */
export type Contents = ReadonlyMap<string, string>;

/** What lies in a vault. */
export function readContents(folder: string): Contents {
	return new Map(
		listTree(folder)
			.filter(path => !isTemporary(path) && !path.startsWith('.stackbook/'))
			.map(path => [path, readFileSync(join(folder, path), 'latin1')]),
	);
}

export function isTemporary(path: string): boolean {
	return path.endsWith('.stackbook-tmp');
}

/** What a command does where nothing goes wrong. */
export interface CleanRun {
	readonly operations: number;
	readonly writes: number;
	readonly start: Contents;
	readonly result: Contents;
	/** Path → every content that it had on the way; undefined while it was not there. */
	readonly versions: ReadonlyMap<string, ReadonlySet<string | undefined>>;
}

/** Runs a command as a process that will be gone when the next one starts. */
export function runOnce(
	{ argv, input }: WritingCommand,
	folder: string,
	files: Files,
	isSecond = false,
): Promise<CliRun> {
	const machine = {
		// No process can have this number.
		pid: isSecond ? process.pid : 2 ** 30,
		now: () => Date.now() + (isSecond ? 10_000 : 0),
		wait: () => Promise.resolve(),
	};
	return runIn(folder, [...argv, '--lang', 'en'], { input: input ?? [], files, machine });
}

/** Runs a command where nothing goes wrong, and counts and looks. */
export async function runCleanly(command: WritingCommand): Promise<CleanRun> {
	const folder = await command.makeVault();
	const counts = { operations: 0, writes: 0 };
	const versions = new Map<string, Set<string | undefined>>();
	const start = readContents(folder);
	const look = (): void => {
		const now = readContents(folder);
		for (const path of new Set([...now.keys(), ...versions.keys(), ...start.keys()])) {
			const known = versions.get(path) ?? new Set([start.get(path)]);
			versions.set(path, known.add(now.get(path)));
		}
	};
	look();
	const files = watchFiles(async ({ name }, act) => {
		counts.operations++;
		if (name === 'write') counts.writes++;
		const done = await act();
		if (name === 'rename' || name === 'link') look();
		return done;
	});
	const { exit, err } = await runOnce(command, folder, files);
	if (exit !== 0) throw new Error(`${command.name} does not work at all: ${err}`);
	const result = readContents(folder);
	removeFolder(folder);
	return { ...counts, start, result, versions };
}

/** What a fault left behind that may not be: nothing, if all is well. */
export function findTorn(folder: string, { versions }: CleanRun): string[] {
	const now = readContents(folder);
	const paths = new Set([...now.keys(), ...versions.keys()]);
	return [...paths].filter(path => !(versions.get(path)?.has(now.get(path)) ?? false));
}

/** Runs the command once more, where nothing goes wrong; answers what is not as after a clean run. */
export async function findUnrepaired(
	command: WritingCommand,
	folder: string,
	{ start, result }: CleanRun,
): Promise<string[]> {
	const { exit, err } = await runOnce(command, folder, diskFiles, true);
	const now = readContents(folder);
	const paths = new Set([...now.keys(), ...result.keys()]);
	const left = listTree(folder);
	if (command.undo) await runOnce({ ...command, argv: command.undo }, folder, diskFiles, true);
	const back = command.undo ? readContents(folder) : start;
	return [
		...(exit === 0 || command.isDone?.test(err) ? [] : [`exit ${exit}: ${err}`]),
		...[...paths].filter(path => !isSame(now.get(path), result.get(path))),
		...[...new Set([...back.keys(), ...start.keys()])]
			.filter(path => back.get(path) !== start.get(path))
			.map(path => `after undo: ${path}`),
		...left.filter(path => isTemporary(path) || path.startsWith('.stackbook/lock')),
	];
}

/** An attempt that is written again after a failure counts once. */
function isSame(now: string | undefined, clean: string | undefined): boolean {
	const once = (text = ''): string => [...new Set(text.split('\n'))].join('\n');
	return now === clean || (clean?.includes('type: attempts') === true && once(now) === once(clean));
}
