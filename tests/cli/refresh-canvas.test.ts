import { readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
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
