/** @jest-environment jsdom */
// The built main.js in an Obsidian-like host, not in Obsidian: see support/obsidian-like-host.ts.
import { afterAll, describe, expect, test } from '@jest/globals';
import type { PluginSettingTab, SettingDefinitionItem } from 'obsidian';
import { buildPlugin } from './support/built-plugin';
import { openInterviewPane } from './support/interview-pane';
import { startHost, until } from './support/obsidian-like-host';
import type { ObsidianLikeHost } from './support/obsidian-like-host';
import { FILES, FLINK } from './support/stream-notes';

const built = buildPlugin();
afterAll(built.remove);

const IDS = [
	'add-backlinks',
	'check-notes',
	'compare-technologies',
	'continue-interview',
	'draw-canvas',
	'install-notes',
	'interview-on-category',
	'interview-on-comparison',
	'interview-on-note',
	'mark-not-for-me',
	'mark-open',
	'mark-shaky',
	'mark-solid',
	'new-comparison',
	'new-concept',
	'new-technology',
	'next-open-question',
	'open-questions',
	'refresh-all',
	'refresh-note',
	'start-interview',
	'track-note',
	'track-question',
	'undo-update',
	'update-notes',
];

function tabOf(host: ObsidianLikeHost): PluginSettingTab {
	const [tab] = host.plugin.settingTabs__;
	if (!tab) throw new Error('There is no setting tab');
	return tab;
}

describe('commands', () => {
	test.each([
		['en', /^[A-Z][a-z ]+$/, 'Go to the next open question'],
		['zh', /^\p{Script=Han}/u, '跳到下一道待答的题'],
		['zh-TW', /^\p{Script=Han}/u, '跳到下一道待答的题'],
		['de', /^[A-Z][a-z ]+$/, 'Go to the next open question'],
	])('are there in the language of the app: %s', async (language, form, nextOpen) => {
		const { commands } = await startHost(built, { language });
		expect([...commands.keys()].sort()).toEqual(IDS.map(id => `stackbook:${id}`));
		for (const { name, hotkeys } of commands.values()) {
			expect(name).toMatch(form);
			expect(hotkeys).toBeUndefined();
		}
		expect(commands.get('stackbook:next-open-question')?.name).toBe(nextOpen);
	});

	test('on a note are offered on our notes, and on a question wherever it stands', async () => {
		const plain = 'Diary/Plain.md';
		const host = await startHost(built, { files: { ...FILES, [plain]: '## A?\n- [ ] A\n' } });
		expect(host.run('interview-on-note')).toBe(false);
		for (const path of [plain, 'Diary/Flink.md']) {
			const { view } = await host.open(path);
			view.editor.setCursor(1, 0);
			expect(host.run('refresh-note')).toBe(false);
			expect(host.run('interview-on-category')).toBe(false);
			expect(host.run('interview-on-note')).toBe(path !== plain);
			expect(host.run('mark-solid')).toBe(path !== plain);
		}
		expect(host.text('Diary/Flink.md')).toBe(FILES['Diary/Flink.md']);
	});

	test('without notes say what to do first', async () => {
		const host = await startHost(built);
		for (const id of ['next-open-question', 'refresh-all', 'compare-technologies']) {
			host.notices.length = 0;
			host.run(id);
			await until(() => host.notices.length > 0);
			expect(host.notices).toEqual([expect.stringContaining('Install the notes into a folder')]);
		}
	});
});

describe('settings', () => {
	test.each([
		['null', null],
		['a text', 'garbage'],
		['a list', [1, 2]],
		['wrong types', { folder: 7 }],
		['JSON that cannot be read', new SyntaxError('Unexpected end of JSON input')],
	])('that are garbage (%s) mean the defaults, and nothing is saved', async (_, data) => {
		const host = await startHost(built, { data, files: FILES });
		expect(tabOf(host).getControlValue('folder')).toBe('Stackbook');
		host.run('next-open-question');
		host.run('refresh-all');
		await until(() => host.notices.length > 0);
		host.plugin.onExternalSettingsChange();
		await until(() => host.loads() === 2);
		host.plugin.unload();
		expect(host.saved).toEqual([]);
	});

	test('are declared, with a value for each control', async () => {
		const tab = tabOf(await startHost(built, { data: { folder: 'Big data' } }));
		const definitions: SettingDefinitionItem[] = tab.getSettingDefinitions();
		const keys = definitions.map(item => ('control' in item ? item.control?.key : undefined));
		expect(keys).toEqual(['folder', 'backlinks', 'device', 'automaticRefresh']);
		expect(tab.getControlValue('backlinks')).toBe('technology,concept');
		expect(tab.getControlValue('automaticRefresh')).toBe(true);
		expect(tab.getControlValue('folder')).toBe('Big data');
		expect(tab.getControlValue('device')).toMatch(/^desktop-[a-z]{4}$/);
	});

	test('save what the reader chooses, beside what a newer version keeps', async () => {
		const host = await startHost(built, { data: { folder: 'Old', future: true } });
		await tabOf(host).setControlValue('folder', '/Big data/');
		expect(host.saved).toEqual([{ folder: 'Big data', future: true }]);
	});

	test('take no folder that is hidden or no name, unless it is there', async () => {
		const files = { ...FILES, 'C# notes/a.md': 'x' };
		const host = await startHost(built, { files, data: { folder: '.obsidian' } });
		expect(host.notices).toEqual([expect.stringContaining('“.obsidian”')]);
		const tab = tabOf(host);
		const [item] = tab.getSettingDefinitions() as SettingDefinitionItem[];
		const control = item && 'control' in item ? item.control : undefined;
		if (control?.type !== 'folder') throw new Error('There is no folder to choose');
		for (const bad of ['../..', '.obsidian', 'a?', 'a/.b']) {
			expect(control.validate?.(bad)).toBe('This cannot be the name of a folder.');
			await tab.setControlValue('folder', bad);
		}
		for (const good of ['', '/', 'Big data/notes', 'C# notes']) {
			expect(control.validate?.(good)).toBeUndefined();
		}
		expect(host.saved).toEqual([]);
		expect(tab.getControlValue('folder')).toBe('Stackbook');
	});

	test('keep for which notes a command adds backlinks', async () => {
		const host = await startHost(built, { data: { backlinks: 'nonsense' } });
		expect(tabOf(host).getControlValue('backlinks')).toBe('technology,concept');
		await tabOf(host).setControlValue('backlinks', 'none');
		expect(host.saved).toEqual([{ backlinks: 'none' }]);
		expect(tabOf(host).getControlValue('backlinks')).toBe('none');
	});

	test('keep the name of the device on the device', async () => {
		const host = await startHost(built);
		await tabOf(host).setControlValue('device', ' Laptop ');
		expect(tabOf(host).getControlValue('device')).toBe('Laptop');
		expect(host.saved).toEqual([]);
	});

	test('follow the folder when it gets another name', async () => {
		const host = await startHost(built, { files: FILES });
		const folder = host.app.vault.getFolderByPath('Stackbook');
		if (!folder) throw new Error('There is no folder');
		await host.app.vault.rename(folder, 'Big data');
		await until(() => host.saved.length > 0);
		expect(host.saved).toEqual([{ folder: 'Big data' }]);
	});
});

test('unloading leaves no command, no listener and nothing in the document', async () => {
	const host = await startHost(built, { files: FILES });
	await host.open(FLINK);
	const pane = openInterviewPane(host);
	await pane.start();
	expect(host.countListeners()).toBeGreaterThan(0);
	// Obsidian closes the views of a plugin that is switched off.
	await pane.close();
	host.plugin.unload();
	expect(host.commands.size).toBe(0);
	expect(host.countListeners()).toBe(0);
	expect(document.body.childElementCount).toBe(0);
	expect(host.rendered.size).toBe(0);
});

test('nothing is read and nothing written while the plugin loads', async () => {
	const host = await startHost(built, { files: FILES });
	expect(host.texts()).toEqual(FILES);
	expect(host.notices).toEqual([]);
	expect(host.saved).toEqual([]);
});
