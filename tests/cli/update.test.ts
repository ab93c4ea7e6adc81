import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { questionsOf } from '../../src/core/questions/question';
import { aNote } from '../support/a-note';
import { useForAMonth } from '../support/month-of-use';
import { readFirstRelease, readPresent } from '../support/old-release';
import { runIn } from './support/cli-session';
import { listTree, makeFolder, removeFolders, takeSnapshot } from './support/temporary-folder';

// Whole vaults are read and written here.
jest.setTimeout(120_000);
afterEach(removeFolders);

const FIRST = readFirstRelease();

function readVault(folder: string): Record<string, string> {
	const paths = listTree(folder).filter(path => !path.startsWith('.stackbook/'));
	return Object.fromEntries(paths.map(path => [path, readFileSync(join(folder, path), 'utf8')]));
}

interface UpdateJson {
	readonly merged: string[];
	readonly conflicts: { path: string; place: string }[];
	readonly report: string | null;
	readonly backup: string | null;
}

async function update(folder: string, ...options: string[]): Promise<UpdateJson> {
	const { out, err } = await runIn(folder, ['update', '--json', ...options]);
	expect(err).toBe('');
	return JSON.parse(out) as UpdateJson;
}

describe('the first version with a month of use in it', () => {
	test('is upgraded with every byte that the reader wrote, again changes nothing, and goes back whole', async () => {
		const used = useForAMonth(FIRST);
		expect(used.written.length).toBeGreaterThan(80);
		const folder = makeFolder(used.files);
		await runIn(folder, ['interview', 'Flink', '--count', '2', '--keep'], {
			input: ['说一遍', '', '1', 'good', '', '', '', '再说一遍', '', 'all', 'easy', '', '', ''],
		});
		const before = readVault(folder);
		const attempts = Object.entries(before).filter(([path]) => path.includes('laptop'));
		expect(attempts).not.toEqual([]);
		const first = await update(folder);
		const after = readVault(folder);
		const notes = Object.entries(after).filter(
			([path]) => path.endsWith('.md') && path !== first.report,
		);
		const whole = notes.map(([, text]) => text.replaceAll('\r\n', '\n')).join('\n');
		expect(used.written.filter(words => whole.split(words).length < 2)).toEqual([]);
		expect(used.deleted.filter(words => whole.includes(words))).toEqual([]);
		for (const [path, text] of attempts) expect(after[path]).toBe(text);
		for (const path of used.own) expect(after[path]).toBe(before[path]);
		const boxes = new Map(
			notes.flatMap(([path, text]) =>
				questionsOf(aNote(path, text)).tracked.map(({ id, checkbox }) => [id, checkbox.character]),
			),
		);
		const boxesBefore = Object.entries(before).flatMap(([path, text]) =>
			path.endsWith('.md') ? questionsOf(aNote(path, text)).tracked : [],
		);
		for (const { id, checkbox } of boxesBefore) expect(boxes.get(id)).toBe(checkbox.character);
		expect(await runIn(folder, ['refresh', '--check'])).toMatchObject({ exit: 0 });

		const again = await update(folder);
		expect(again.backup).toBeNull();
		expect(readVault(folder)).toEqual(after);

		expect((await runIn(folder, ['update', '--undo'])).exit).toBe(0);
		expect(readVault(folder)).toEqual(before);
	});

	test('comes to all that is new where the reader wrote nothing', async () => {
		const folder = makeFolder(FIRST);
		expect((await update(folder)).conflicts).toEqual([]);
		expect(readVault(folder)).toEqual(readPresent());
	});
});

const FLINK = Object.keys(FIRST).find(path => path.endsWith('/Flink.md')) ?? '';
const HOME = '首页.md';

/** A small part of the first version: quick, and what it lacks counts as deleted. */
function someOfFirst(changes: Readonly<Record<string, string>> = {}): string {
	const wanted = [HOME, FLINK, Object.keys(FIRST).find(path => path.endsWith('/背压.md')) ?? ''];
	const files = Object.fromEntries(wanted.map(path => [path, FIRST[path] ?? '']));
	return makeFolder({ ...files, ...changes });
}

const CONFLICT = (FIRST[HOME] ?? '').replace('5. 想加自己的技术，', '5. 想加我的技术，');

describe('an upgrade report', () => {
	test('names the place and holds the new text, as nothing that asks, links or marks', async () => {
		const folder = someOfFirst({ [HOME]: CONFLICT });
		const { report, conflicts } = await update(folder);
		expect(conflicts).toMatchObject([{ path: HOME, place: '怎么开始' }]);
		expect(report).toBe('升级报告 2026-11-20.md');
		const text = readVault(folder)[report ?? ''] ?? '';
		expect(text).toContain('[[首页#怎么开始|怎么开始]]');
		expect(text).toContain('{{id}}');
		const note = aNote('r.md', text);
		expect(questionsOf(note)).toEqual({ tracked: [], untracked: [] });
		expect(note.structure.regions).toEqual([]);
		expect(note.structure.blockIds).toEqual([]);
		expect(new Set(note.links.map(({ target }) => target))).toEqual(new Set(['首页']));
		expect(readVault(folder)[HOME]).toContain('5. 想加我的技术，');
	});

	test('is not written where nothing conflicts', async () => {
		const { report } = await update(someOfFirst());
		expect(report).toBeNull();
	});

	test('can be done without: the new text is taken, or the note kept', async () => {
		const folder = someOfFirst({ [HOME]: CONFLICT });
		expect((await update(folder, '--keep', HOME)).report).toBeNull();
		expect(readVault(folder)[HOME]).toBe(CONFLICT);
		expect((await update(folder, '--take', HOME)).report).toBeNull();
		expect(readVault(folder)[HOME]).not.toContain('想加我的技术');
	});
});

describe('update writes nothing', () => {
	test('on a dry run', async () => {
		const folder = someOfFirst();
		const before = takeSnapshot(folder);
		expect((await update(folder, '--dry-run')).merged).toContain(FLINK);
		expect(takeSnapshot(folder)).toEqual(before);
	});

	test.each([
		['of a newer note format', 'format: 1', 'format: 2', ['update', 'refresh', 'interview']],
		['of a newer release', 'format: 1', 'format: 1\nrelease: 97.0.0', ['update']],
	])('in a vault %s, and says so', async (_, old, changed, commands) => {
		const folder = someOfFirst({ [HOME]: (FIRST[HOME] ?? '').replace(old, changed) });
		const before = takeSnapshot(folder);
		for (const command of commands) {
			const run = await runIn(folder, [command], { input: ['', '', '1', '', '', ''] });
			expect(run).toMatchObject({ exit: 2, out: '' });
			expect(run.err.trim().split('\n')).toHaveLength(1);
		}
		expect(takeSnapshot(folder)).toEqual(before);
		expect((await runIn(folder, ['status'])).exit).toBe(0);
	});

	test('in a vault without shipped notes', async () => {
		const folder = makeFolder({ 'a.md': 'nothing of ours' });
		expect((await runIn(folder, ['update'])).exit).toBe(2);
		expect(listTree(folder)).toEqual(['a.md']);
	});
});

describe('undo', () => {
	test('leaves and names what was changed since', async () => {
		const folder = someOfFirst();
		await update(folder);
		const flink = join(folder, FLINK);
		writeFileSync(flink, `${readFileSync(flink, 'utf8')}\n后来写的\n`);
		const run = await runIn(folder, ['update', '--undo', '--json']);
		expect(run.exit).toBe(1);
		expect(JSON.parse(run.out)).toMatchObject({ left: [FLINK] });
		expect(readFileSync(flink, 'utf8')).toContain('后来写的');
		expect(readVault(folder)[HOME]).toBe(FIRST[HOME]);
	});

	test('has nothing to do twice, or without an update', async () => {
		const folder = someOfFirst();
		expect((await runIn(folder, ['update', '--undo'])).exit).toBe(2);
		await update(folder);
		expect((await runIn(folder, ['update', '--undo'])).exit).toBe(0);
		expect((await runIn(folder, ['update', '--undo'])).exit).toBe(2);
	});

	test('takes back an update that was cut off and went on in a second run', async () => {
		const folder = someOfFirst();
		const before = readVault(folder);
		const { backup } = await update(folder);
		const after = readVault(folder);
		// As if the first run had ended before its last file, the home note.
		const record = join(folder, backup ?? '', 'backup.json');
		writeFileSync(record, readFileSync(record, 'utf8').replace('"done"', '"begun"'));
		writeFileSync(join(folder, HOME), FIRST[HOME] ?? '');
		await update(folder);
		expect(readVault(folder)).toEqual(after);
		expect((await runIn(folder, ['update', '--undo'])).exit).toBe(0);
		expect(readVault(folder)).toEqual(before);
	});

	test('follows no path of a record out of the vault, and trusts no text that was not kept', async () => {
		const folder = someOfFirst();
		const { backup } = await update(folder);
		const kept = join(folder, backup ?? '', FLINK);
		writeFileSync(kept, 'not what was kept');
		const run = await runIn(folder, ['update', '--undo', '--json']);
		expect(JSON.parse(run.out)).toMatchObject({ left: [FLINK] });
		expect(readVault(folder)[FLINK]).not.toContain('not what was kept');
		const record = join(folder, backup ?? '', 'backup.json');
		const text = readFileSync(record, 'utf8').replace('"undone"', '"done"');
		writeFileSync(record, text.replace(`"${FLINK}"`, '"../outside.md"'));
		expect((await runIn(folder, ['update', '--undo'])).exit).toBe(2);
	});
});
