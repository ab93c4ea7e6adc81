import { mkdirSync, readFileSync, renameSync, unlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from '@jest/globals';
import vaultTemplates from '../support/vault-template';
import { runIn } from './support/cli-session';
import { listTree, makeFolder, removeFolders } from './support/temporary-folder';

const NAME = '技术全景.canvas';
const FLINK = '技术/流计算/Flink.md';

afterEach(removeFolders);

function newVault(): string {
	return makeFolder(vaultTemplates.zh);
}

/** The canvas beside the notes, after Flink moved to another category. */
function changeNotes(folder: string): void {
	const path = join(folder, FLINK);
	const text = readFileSync(path, 'utf8');
	writeFileSync(path, text.replace('category: stream-processing', 'category: engines'));
}

async function refresh(
	folder: string,
	...options: string[]
): Promise<{ exit: number; told: Told }> {
	const { exit, out, err } = await runIn(folder, ['refresh', '--json', ...options]);
	expect(err).toBe('');
	return { exit, told: JSON.parse(out) as Told };
}

interface Told {
	readonly changed: readonly string[];
	readonly unchanged: number;
	readonly refused: readonly unknown[];
	readonly kept: readonly unknown[];
}

test('a refresh draws the canvas anew, --check only says so, and a second one changes nothing', async () => {
	const folder = newVault();
	const before = readFileSync(join(folder, NAME), 'utf8');
	changeNotes(folder);
	const checked = await refresh(folder, '--check');
	expect([checked.exit, checked.told.changed.includes(NAME)]).toEqual([1, true]);
	expect(readFileSync(join(folder, NAME), 'utf8')).toBe(before);
	const { exit, told } = await refresh(folder);
	expect(exit).toBe(0);
	expect(told.changed).toContain(NAME);
	expect(readFileSync(join(folder, NAME), 'utf8')).toContain('"id":"category-engines"');
	const again = await refresh(folder, '--check');
	expect([again.exit, again.told.changed, again.told.refused]).toEqual([0, [], []]);
	expect(again.told.unchanged).toBe(told.changed.length + told.unchanged);
}, 30_000);

test('a canvas that a reader arranged is left alone and told, and keeps no commit back', async () => {
	const folder = newVault();
	const theirs = readFileSync(join(folder, NAME), 'utf8').replace('"x":40', '"x":41');
	writeFileSync(join(folder, NAME), theirs);
	for (const options of [[], ['--check'], ['--dry-run']]) {
		const { exit, told } = await refresh(folder, ...options);
		expect([exit, told.changed, told.refused]).toEqual([0, [], []]);
		expect(told.kept).toEqual([{ path: NAME, reason: 'edited-canvas', line: 1 }]);
	}
	expect(readFileSync(join(folder, NAME), 'utf8')).toBe(theirs);
	const { out } = await runIn(folder, ['refresh', '--lang', 'en']);
	expect(out).toContain(
		`left as it is  ${NAME}: its cards were changed by hand; delete its legend`,
	);
}, 30_000);

test('a canvas that was deleted stays deleted, and one of the reader’s own is not touched', async () => {
	const folder = newVault();
	unlinkSync(join(folder, NAME));
	changeNotes(folder);
	expect((await refresh(folder)).exit).toBe(0);
	expect(listTree(folder)).not.toContain(NAME);
	writeFileSync(join(folder, NAME), '{}');
	expect(await refresh(folder)).toMatchObject({ exit: 0, told: { changed: [], refused: [] } });
	expect(readFileSync(join(folder, NAME), 'utf8')).toBe('{}');
}, 30_000);

test.each(['图/技术全景.canvas', '我的技术.canvas', '概念/The stack.canvas'])(
	'a canvas that was moved to %s is followed, and none is drawn where it stood',
	async moved => {
		const folder = newVault();
		mkdirSync(dirname(join(folder, moved)), { recursive: true });
		renameSync(join(folder, NAME), join(folder, moved));
		writeFileSync(join(folder, '概念/另一张.canvas'), '{"nodes":[],"edges":[]}');
		changeNotes(folder);
		const { told } = await refresh(folder);
		expect(told.changed).toContain(moved);
		expect(readFileSync(join(folder, moved), 'utf8')).toContain('"id":"category-engines"');
		expect(listTree(folder)).not.toContain(NAME);
		expect(readFileSync(join(folder, '概念/另一张.canvas'), 'utf8')).toBe(
			'{"nodes":[],"edges":[]}',
		);
	},
	30_000,
);

const BASE = '对比/流计算.base';
const COMPARISON = '对比/流计算引擎对比.md';

test('the base of a category gets a new criterion as a column, and one that a reader changed does not', async () => {
	const folder = newVault();
	const before = readFileSync(join(folder, BASE), 'utf8');
	const note = readFileSync(join(folder, COMPARISON), 'utf8');
	writeFileSync(join(folder, COMPARISON), note.replace('criteria:\n', 'criteria:\n  - 出身\n'));
	expect((await refresh(folder, '--check')).told.changed).toContain(BASE);
	expect(readFileSync(join(folder, BASE), 'utf8')).toBe(before);
	expect((await refresh(folder)).told.changed).toContain(BASE);
	const after = readFileSync(join(folder, BASE), 'utf8');
	expect(after.match(/- 出身\n {6}- 执行模型\n/g)).toHaveLength(2);
	expect((await refresh(folder)).told.changed).toEqual([]);

	const theirs = before.replace('ASC', 'DESC');
	writeFileSync(join(folder, BASE), theirs);
	const { exit, told } = await refresh(folder);
	expect([exit, told.refused]).toEqual([0, []]);
	expect(told.kept).toEqual([{ path: BASE, reason: 'edited-base', line: 1 }]);
	writeFileSync(join(folder, BASE), theirs.replace(/^#.*\n/, ''));
	expect((await refresh(folder)).exit).toBe(0);
	expect(readFileSync(join(folder, BASE), 'utf8')).not.toContain('出身');
}, 30_000);
