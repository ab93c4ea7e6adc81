// The update of the shipped notes in the app, on the built plugin in Chromium: look, choose, write, take back.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import type { Locator } from 'playwright-core';
import manifest from '../../manifest.json';
import { hostsOfFile } from '../host/in-jest';
import type { Host } from '../host/index';
import { runIn } from '../cli/support/cli-session';
import { listTree, makeFolder, removeFolders } from '../cli/support/temporary-folder';
import { readFirstRelease } from '../support/old-release';
import { eventually } from './support/eventually';
import { en, PLUGIN, zh } from './support/interview-screen';

const open = hostsOfFile({ plugin: PLUGIN, date: '2026-11-20T13:04:00Z', language: 'zh' });

afterAll(removeFolders);

const FIRST = readFirstRelease();
const HOME = 'Stackbook/首页.md';
const FLINK = 'Stackbook/技术/流计算/Flink.md';
const PRESSURE = 'Stackbook/概念/背压.md';
const REPORT = 'Stackbook/升级报告 2026-11-20.md';
const BACKUP = '.stackbook/backup/20261120T1304';

/** A few notes of the first version, in two of which the reader changed what has changed since. */
function oldVault(changes: Readonly<Record<string, string>> = {}): Record<string, string> {
	const notes = Object.entries(FIRST)
		.map(([path, text]) => [`Stackbook/${path}`, text] as const)
		.filter(([path]) => [HOME, FLINK, PRESSURE].includes(path));
	return { ...Object.fromEntries(notes), [HOME]: CONFLICT, ...changes };
}

const CONFLICT = (FIRST['首页.md'] ?? '').replace('5. 想加自己的技术，', '5. 想加我的技术，');

async function textsOf(host: Host): Promise<Record<string, string>> {
	const paths = await host.paths();
	const texts = await Promise.all(paths.map(path => host.text(path)));
	return Object.fromEntries(paths.map((path, i) => [path, texts[i] ?? '']));
}

/** The reader's files of a vault on the disk. */
function readFolder(folder: string): Record<string, string> {
	const paths = listTree(folder).filter(path => !path.startsWith('.'));
	return Object.fromEntries(paths.map(path => [path, readFileSync(join(folder, path), 'utf8')]));
}

async function openUpdate(host: Host, confirm: string): Promise<Locator> {
	await host.runCommand('stackbook:update-notes');
	const dialog = host.page.getByRole('dialog');
	await dialog.getByRole('button', { name: confirm, exact: true }).waitFor();
	return dialog;
}

/** Waits for the end of what a dialog does. */
async function confirm(host: Host, dialog: Locator, name: string): Promise<string> {
	const known = (await host.notices()).length;
	await dialog.getByRole('button', { name, exact: true }).click();
	await eventually(async () => (await host.notices()).length > known, true);
	// What follows a change by itself may have told something before.
	await dialog.waitFor({ state: 'detached' });
	return (await host.notices()).at(-1) ?? '';
}

test('an update says what becomes of each note, asks where texts clash, is written and taken back whole', async () => {
	const host = await open({ vault: oldVault() });
	const before = await textsOf(host);
	expect((await host.notices()).join('\n')).toContain(manifest.version);

	const dialog = await openUpdate(host, zh('plugin.update.confirm'));
	await dialog.getByText(/^0\.1\.0 → /).waitFor();
	const clash = dialog.getByText(zh('plugin.update.preview-conflicts', { count: 1 }));
	await clash.waitFor();
	await dialog.getByText(zh('plugin.update.group.merged', { count: 3 }), { exact: true }).click();
	await dialog.getByText(zh('plugin.update.your-text', { path: HOME, count: 1 })).waitFor();
	await dialog.getByLabel('首页').selectOption('keep');
	await dialog.getByText(zh('plugin.update.group.kept', { count: 1 })).waitFor();
	expect(await clash.count()).toBe(0);
	await dialog.getByLabel('首页').selectOption('merge');
	await clash.waitFor();
	expect(await textsOf(host)).toEqual(before);

	// A line from another device comes while the dialog is open.
	const late = { ...before, [FLINK]: `${before[FLINK] ?? ''}\n后来的一行\n` };
	await host.writeOutside(FLINK, late[FLINK] ?? '');
	const said = await confirm(host, dialog, zh('plugin.update.confirm'));
	expect(said).toContain(BACKUP);
	const after = await textsOf(host);
	expect(after[HOME]).toContain('5. 想加我的技术，');
	expect(after[HOME]).toContain(`release: ${manifest.version}`);
	expect(after[FLINK]).toMatch(/\n后来的一行\n$/);
	expect(after[FLINK]).not.toBe(late[FLINK]);
	await eventually(() => host.editorText(), after[REPORT] ?? null);
	expect(after[REPORT]).toContain('[[首页#怎么开始|怎么开始]]');

	await host.runCommand('stackbook:update-notes');
	await dialog.getByText(zh('plugin.update.nothing', { version: manifest.version })).waitFor();
	await host.page.keyboard.press('Enter');
	await dialog.waitFor({ state: 'detached' });

	await host.runCommand('stackbook:undo-update');
	await confirm(host, dialog, zh('plugin.update.undo-confirm'));
	expect(await textsOf(host)).toEqual(late);
});

test('on a phone, a note that is being typed in is left and named, and a second run brings it along', async () => {
	const host = await open({ vault: oldVault(), language: 'en', mobile: true, saveDelay: 600_000 });
	await host.openNote(PRESSURE, { mode: 'source' });
	await host.whenQuiet();
	const lines = (FIRST['概念/背压.md'] ?? '').split('\n');
	await host.type('typed', lines.length - 1, 0);
	const typed = await host.editorText();
	const dialog = await openUpdate(host, en('plugin.update.confirm'));
	await dialog.getByText(en('plugin.update.group.unsaved', { count: 1 })).waitFor();
	const width = await dialog.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
	expect(width).toBe(0);
	// No report then comes in front of the note.
	await dialog.getByLabel('首页').selectOption('take');
	expect(await confirm(host, dialog, en('plugin.update.confirm'))).toContain(PRESSURE);
	expect(await host.editorText()).toBe(typed);
	expect(await host.text(PRESSURE)).toBe(FIRST['概念/背压.md']);
	expect(await host.text(FLINK)).not.toBe(FIRST['技术/流计算/Flink.md']);

	// Another note in its place: what was typed is saved.
	await host.openNote(FLINK);
	await eventually(() => host.text(PRESSURE), typed ?? '');
	await confirm(
		host,
		await openUpdate(host, en('plugin.update.confirm')),
		en('plugin.update.confirm'),
	);
	expect(await host.text(PRESSURE)).toContain('typed');
	expect(await host.text(PRESSURE)).not.toBe(typed);
});

test('an update that the disk stops names the file and goes on; the command line takes both runs back', async () => {
	// Nothing draws the canvas anew in between, which would make it the reader's.
	const settings = { '.obsidian/plugins/stackbook/data.json': '{"automaticRefresh": false}' };
	const folder = makeFolder(oldVault(settings));
	const before = readFolder(folder);
	const host = await open({ vault: folder });
	const press = zh('plugin.update.confirm');
	await host.page.evaluate(path => {
		const { vault } = window.app;
		const process = vault.process.bind(vault);
		vault.process = (file, change) => {
			if (file.path !== path) return process(file, change);
			vault.process = process;
			return Promise.reject(new Error('ENOSPC'));
		};
	}, FLINK);
	const stopped = await confirm(host, await openUpdate(host, press), press);
	expect(stopped).toContain(`${FLINK}：ENOSPC`);
	expect(await host.text(HOME)).toBe(CONFLICT);
	await confirm(host, await openUpdate(host, press), press);
	expect(await host.text(HOME)).toContain(`release: ${manifest.version}`);
	expect(await runIn(folder, ['update', '--undo'])).toMatchObject({ exit: 0 });
	expect(readFolder(folder)).toEqual(before);

	expect((await runIn(folder, ['update'])).exit).toBe(1);
	// The app does not know of all that another program just wrote.
	await host.runCommand('stackbook:undo-update');
	const dialog = host.page.getByRole('dialog');
	await confirm(host, dialog, zh('plugin.update.undo-confirm'));
	expect(readFolder(folder)).toEqual(before);
});

test("the app's own command line says and does what the program says and does", async () => {
	const folders = [makeFolder(oldVault()), makeFolder(oldVault())] as const;
	const before = readFolder(folders[0]);
	const host = await open({ vault: folders[0], language: 'en' });
	const ask = async (given: Record<string, string> = {}): Promise<unknown> =>
		JSON.parse(await host.invokeCli('stackbook:update', { json: 'true', ...given }));
	const program = async (...argv: string[]): Promise<unknown> => {
		const { out } = await runIn(folders[1], ['update', ...argv, '--json']);
		return JSON.parse(out);
	};
	const withoutTimes = (value: unknown): unknown =>
		JSON.parse(
			JSON.stringify(value)
				.replaceAll(/backup\/\w+/g, 'backup/x')
				.replaceAll(/升级报告 [\d-]+/g, '升级报告'),
		);

	const pairs = [
		[await ask({ 'dry-run': 'true', keep: '首页' }), await program('--dry-run', '--keep', '首页')],
		[await ask({ take: 'Flink,背压' }), await program('--take', 'Flink', '--take', '背压')],
	];
	for (const [app, other] of pairs) expect(withoutTimes(app)).toEqual(withoutTimes(other));
	const plain = (folder: string): Record<string, string> =>
		Object.fromEntries(
			Object.entries(readFolder(folder)).filter(([path]) => !path.includes('升级报告')),
		);
	expect(plain(folders[0])).toEqual(plain(folders[1]));
	expect(await ask({ take: 'Nothing' })).toHaveProperty('error');
	expect(await ask({ undo: 'true' })).toMatchObject({ left: [], backups: [expect.any(String)] });
	expect(readFolder(folders[0])).toEqual(before);
	expect(await ask({ undo: 'true' })).toHaveProperty('error');
});

test('notes of a newer format are offered nothing and written by nothing, and one sentence says why', async () => {
	const home = (FIRST['首页.md'] ?? '').replace('format: 1', 'format: 2');
	const host = await open({ vault: oldVault({ [HOME]: home }) });
	const before = await textsOf(host);
	const said = zh('plugin.newer-format', { format: 2 });
	await host.openNote(FLINK, { mode: 'source' });
	const commands = ['undo-update', 'update-notes', 'refresh-all', 'refresh-note', 'draw-canvas'];
	for (const [i, command] of [...commands, 'add-backlinks'].entries()) {
		await host.runCommand(`stackbook:${command}`);
		const count = async (): Promise<number> =>
			(await host.notices()).filter(notice => notice.endsWith(said)).length;
		await eventually(async () => (await count()) > i, true);
	}
	expect(await textsOf(host)).toEqual(before);
});
