/** @jest-environment jsdom */
// The built main.js in an Obsidian-like host with a clock that the test turns, not in Obsidian.
import { afterAll, afterEach, describe, expect, jest, test } from '@jest/globals';
import { signBase } from '../../src/core/maps/plan-base';
import { buildPlugin } from './support/built-plugin';
import { startHost, until, withoutRegionBodies } from './support/obsidian-like-host';
import type { HostOptions, ObsidianLikeHost } from './support/obsidian-like-host';

const built = buildPlugin();
afterAll(built.remove);
afterEach(() => {
	jest.useRealTimers();
});

const HOME = '首页.md';
const KAFKA = '技术/Kafka.md';
const FLINK = '技术/Flink.md';
const region = (name: string, body = '', attributes = ''): string =>
	`<!-- stackbook:begin ${name}${attributes} -->\n\n${body}\n<!-- stackbook:end ${name} -->\n`;
const FILES: Readonly<Record<string, string>> = {
	[HOME]: `---\ntype: home\n---\n前言\n\n${region('progress')}\n${region('members:mq', '我的表\n', ' frozen')}\n后记\n`,
	[KAFKA]: `---\ntype: technology\ncategory: mq\n---\n## 问题\n### 丢吗？\n- [ ] 丢 ^k-1\n\n## 反链\n${region('backlinks')}`,
	[FLINK]: '---\ntype: technology\ncategory: stream\n---\n## 关系\n- **上游** [[Kafka]]：读\n',
};

async function start(data: Record<string, unknown> = {}, files = FILES): Promise<ObsidianLikeHost> {
	const options: HostOptions = { files, data: { folder: '', ...data }, language: 'zh' };
	const host = await startHost(built, options);
	jest.useFakeTimers();
	return host;
}

const pass = (milliseconds: number): Promise<void> => jest.advanceTimersByTimeAsync(milliseconds);

async function write(host: ObsidianLikeHost, path: string, change: (text: string) => string) {
	const file = host.app.vault.getFileByPath(path);
	if (!file) throw new Error(path);
	await host.app.vault.modify(file, change(host.text(path)));
}

const tick = (host: ObsidianLikeHost): Promise<void> =>
	write(host, KAFKA, text => text.replace('- [ ]', '- [x]'));
const mq = '| mq | 1 | 0 | 0 | 1 |';

/** Collects the paths that the vault is told of as written. */
function writesOf({ app }: ObsidianLikeHost): string[] {
	const paths: string[] = [];
	app.vault.on('modify', file => void paths.push((file as { path: string }).path));
	return paths;
}

describe('regions follow a change by themselves', () => {
	test('after two quiet seconds, in all notes, and no byte outside them changes', async () => {
		const host = await start();
		await tick(host);
		const before = host.texts();
		await pass(1900);
		expect(host.texts()).toEqual(before);
		await pass(300);
		expect(host.text(HOME)).toContain(mq);
		expect(host.text(KAFKA)).toContain('**下游**\n\n- [[Flink]]：读');
		for (const [path, text] of Object.entries(host.texts())) {
			expect(withoutRegionBodies(path, text)).toBe(withoutRegionBodies(path, before[path] ?? ''));
		}
		expect(host.text(HOME)).toContain(region('members:mq', '我的表\n', ' frozen'));
		expect(host.notices).toEqual([]);
	});

	test('only where it is needed, and its own writing is no change', async () => {
		const host = await start();
		await tick(host);
		await pass(3000);
		const writes = writesOf(host);
		await pass(60_000);
		expect(writes).toEqual([]);
		await write(host, KAFKA, text => text.replace('- [x]', '- [/]'));
		await pass(60_000);
		expect(writes).toEqual([KAFKA, HOME]);
	});

	test('not before a note changes', async () => {
		const host = await start();
		await pass(60_000);
		expect(host.texts()).toEqual(FILES);
	});

	test('not while the setting is off, and all of them at the first change after it is on again', async () => {
		const host = await start({ automaticRefresh: false });
		await tick(host);
		await pass(60_000);
		expect(host.text(HOME)).toBe(FILES[HOME]);
		const [tab] = host.plugin.settingTabs__;
		const toggle = tab as unknown as {
			getControlValue(key: string): unknown;
			setControlValue(key: string, value: unknown): Promise<void>;
		};
		expect(toggle.getControlValue('automaticRefresh')).toBe(false);
		await toggle.setControlValue('automaticRefresh', true);
		expect(host.saved).toEqual([{ folder: '', automaticRefresh: true }]);
		await write(host, FLINK, text => `${text}\n字\n`);
		await pass(3000);
		expect(host.text(HOME)).toContain(mq);
	});

	test('with what changed while the setting was off for a while', async () => {
		const host = await start();
		await tick(host);
		await pass(3000);
		const [tab] = host.plugin.settingTabs__;
		const toggle = tab as unknown as {
			setControlValue(key: string, value: unknown): Promise<void>;
		};
		await toggle.setControlValue('automaticRefresh', false);
		await write(host, KAFKA, text => text.replace('- [x]', '- [/]'));
		await pass(60_000);
		expect(host.text(HOME)).toContain(mq);
		await toggle.setControlValue('automaticRefresh', true);
		await write(host, FLINK, text => `${text}\n字\n`);
		await pass(3000);
		expect(host.text(HOME)).toContain('| mq | 1 | 0 | 1 | 0 |');
	});

	test('in one round: once it has written, nothing waits for another', async () => {
		const host = await start();
		await pass(1000);
		const idle = jest.getTimerCount();
		await tick(host);
		await pass(2500);
		expect(host.text(HOME)).toContain(mq);
		expect(jest.getTimerCount()).toBe(idle);
	});

	test('not after the plugin was unloaded', async () => {
		const host = await start();
		await tick(host);
		host.plugin.unload();
		await pass(60_000);
		expect(host.text(HOME)).toBe(FILES[HOME]);
		expect(host.countListeners()).toBe(0);
	});

	test('not for a change outside the folder', async () => {
		const host = await start({ folder: '技术' });
		await write(host, HOME, text => `${text}\n字\n`);
		await pass(60_000);
		expect(host.text(KAFKA)).toBe(FILES[KAFKA]);
	});
});

describe('the base of a category', () => {
	test('follows a new criterion by itself, and its own writing is no change', async () => {
		const note = (criteria: string): string =>
			`---\ntype: comparison\ncategory: mq\nalternatives: []\ncriteria: [${criteria}]\n---\n`;
		const body = (columns: string): string =>
			`filters:\n  and:\n    - category == "mq"\nviews:\n  - type: table\n    name: x\n    order:\n      - file.name\n${columns}`;
		const files = { ...FILES, '对比.md': note('a'), 'mq.base': signBase(body('      - a\n')) };
		const host = await start({}, files);
		await write(host, '对比.md', () => note('a, b'));
		const writes = writesOf(host);
		await pass(60_000);
		expect(host.text('mq.base')).toBe(signBase(body('      - a\n      - b\n')));
		expect(writes.filter(path => path === 'mq.base')).toEqual(['mq.base']);
	});
});

describe('the canvas of the stack', () => {
	test('follows a new technology by itself, and its own writing is no change', async () => {
		const canvas = '技术全景.canvas';
		const drawn = await startHost(built, { files: FILES, data: { folder: '' }, language: 'zh' });
		drawn.run('draw-canvas');
		await until(() => drawn.notices.length > 0);
		const host = await start({}, { ...FILES, [canvas]: drawn.text(canvas) });
		const writes = writesOf(host);
		await host.app.vault.create('技术/Doris.md', '---\ntype: technology\ncategory: olap\n---\n');
		await pass(60_000);
		expect(host.text(canvas)).toContain('"id":"category-olap"');
		expect(writes.filter(path => path === canvas)).toEqual([canvas]);
	});
});

describe('a note with unsaved text', () => {
	test('is left alone, and follows once it was saved', async () => {
		const host = await start();
		const pane = await host.open(HOME);
		pane.view.editor.setValue(`${pane.view.editor.getValue()}未保存`);
		await tick(host);
		await pass(20_000);
		expect(host.text(HOME)).toBe(FILES[HOME]);
		expect(host.text(KAFKA)).toContain('**下游**');
		await pane.save();
		await pass(3000);
		expect(pane.view.editor.getValue()).toContain(mq);
		expect(pane.view.editor.getValue()).toContain('未保存');
	});
});

describe('a rename', () => {
	async function rename(host: ObsidianLikeHost): Promise<void> {
		const file = host.app.vault.getFileByPath(KAFKA);
		if (!file) throw new Error(KAFKA);
		await host.app.vault.rename(file, '技术/Kafka 4.md');
	}

	test('is waited for until links are resolved and nothing changed for three seconds', async () => {
		const host = await start();
		const writes = writesOf(host);
		await tick(host);
		await rename(host);
		await pass(20_000);
		expect(writes).toEqual([KAFKA]);
		await write(host, FLINK, text => text.replace('[[Kafka]]', '[[Kafka 4]]'));
		host.app.metadataCache.trigger('resolved');
		await pass(2900);
		expect(writes).toEqual([KAFKA, FLINK]);
		await pass(300);
		expect(writes).toEqual([KAFKA, FLINK, '技术/Kafka 4.md', HOME]);
		expect(host.text('技术/Kafka 4.md')).toContain('- [[Flink]]：读');
	});

	test('in the middle of a round ends the writing, which goes on once links are resolved', async () => {
		const host = await start();
		await tick(host);
		const { vault } = host.app;
		const process = vault.process.bind(vault);
		const writes = writesOf(host);
		vault.process = async (file, ...rest) => {
			vault.process = process;
			const flink = vault.getFileByPath(FLINK);
			if (flink) await vault.rename(flink, '技术/Flink 2.md');
			return process(file, ...rest);
		};
		await pass(30_000);
		const [first = '', ...others] = writes;
		expect(others).toEqual([]);
		const other = first === HOME ? KAFKA : HOME;
		expect(host.text(other)).not.toContain('hash=');
		host.app.metadataCache.trigger('resolved');
		await pass(3300);
		expect(host.text(HOME)).toContain(mq);
		expect(host.text(KAFKA)).toContain('- [[Flink 2]]：读');
	});

	test('is waited for as long as a dialog is open', async () => {
		const host = await start();
		const dialog = document.body.createDiv();
		dialog.className = 'modal-container';
		await rename(host);
		host.app.metadataCache.trigger('resolved');
		await pass(30_000);
		expect(host.text('技术/Kafka 4.md')).toBe(FILES[KAFKA]);
		dialog.remove();
		await pass(5000);
		expect(host.text('技术/Kafka 4.md')).toContain('begin backlinks hash=');
	});
});

describe('what goes wrong', () => {
	test('a region that something else keeps writing is left alone, and that is told once', async () => {
		const host = await start();
		await tick(host);
		await pass(3000);
		const stale = region('progress', '| 旧 |', ' hash=0');
		for (let i = 0; i < 9; i++) {
			await write(host, HOME, text =>
				text.replace(/<!-- stackbook:begin progress[^]*?end progress -->\n/, stale),
			);
			await pass(3000);
		}
		expect(host.text(HOME)).toContain(stale);
		expect(host.notices).toEqual([
			`你写在区域里的内容已移到区域下方：\n${HOME}`,
			'Stackbook 在应用重启前不再更新 首页.md 中的一个区域：另有程序反复改写它。',
		]);
		await write(host, KAFKA, text => text.replace('- [x]', '- [/]'));
		await write(host, FLINK, text => text.replace('读', '取'));
		await pass(3000);
		expect(host.text(HOME)).toContain(stale);
		expect(host.text(KAFKA)).toContain('取');
	});

	test('lines that move out of a region are told once, with the notes of the round, and old bodies never', async () => {
		const host = await start();
		await tick(host);
		await pass(3000);
		const typeIn = (path: string): Promise<void> =>
			write(host, path, text =>
				text.replace(/(begin (?:progress|backlinks) .*-->\n)/, '$1\n我的话\n'),
			);
		for (const path of [HOME, KAFKA]) await typeIn(path);
		await write(host, FLINK, text => text.replace('读', '取'));
		await pass(10_000);
		expect(host.text(HOME)).toMatch(/end progress -->\n\n我的话\n/);
		expect(host.text(KAFKA)).toMatch(/end backlinks -->\n\n我的话\n/);
		const told = [`你写在区域里的内容已移到区域下方：\n${[HOME, KAFKA].join('\n')}`];
		expect(host.notices.map(one => one.split('\n').sort())).toEqual(
			told.map(one => one.split('\n').sort()),
		);
		await typeIn(KAFKA);
		await pass(10_000);
		expect(host.notices).toHaveLength(1);
	});

	test('a link in lines that moved out of a region counts soon after', async () => {
		const files = { ...FILES, [FLINK]: `${FILES[FLINK] ?? ''}\n## 反链\n${region('backlinks')}` };
		const host = await start({}, files);
		await tick(host);
		await pass(3000);
		const typed = '别忘了 [[Kafka]] 的事务。';
		await write(host, HOME, text => text.replace(/(begin progress .*-->\n)/, `$1\n${typed}\n`));
		await pass(10_000);
		expect(host.text(HOME)).toMatch(/end progress -->\n\n别忘了/);
		expect(host.text(KAFKA)).toContain('别忘了');
	});

	test('a note that cannot be written is told once and keeps the others from nothing', async () => {
		const host = await start();
		const process = host.app.vault.process.bind(host.app.vault);
		host.app.vault.process = async (file, ...rest) => {
			if (file.path === HOME) throw new Error('EACCES');
			return process(file, ...rest);
		};
		for (const mark of ['x', '/', 'x']) {
			await write(host, KAFKA, text => text.replace(/- \[.\]/, `- [${mark}]`));
			await pass(3000);
		}
		expect(host.text(KAFKA)).toContain('**下游**');
		expect(host.notices).toEqual(['Stackbook 无法更新 首页.md：EACCES']);
	});

	test('a note that goes in the middle is none of it', async () => {
		const host = await start();
		const process = host.app.vault.process.bind(host.app.vault);
		host.app.vault.process = async (file, ...rest) => {
			const home = host.app.vault.getFileByPath(HOME);
			if (home) await host.app.fileManager.trashFile(home);
			return process(file, ...rest);
		};
		await tick(host);
		await pass(10_000);
		expect(host.notices).toEqual([]);
		expect(Object.keys(host.texts()).sort()).toEqual([FLINK, KAFKA]);
		expect(host.text(KAFKA)).toContain('**下游**');
	});

	test('a torn region is left as it is, without a word', async () => {
		const torn = { ...FILES, [HOME]: `${FILES[HOME] ?? ''}\n<!-- stackbook:begin progress -->\n` };
		const host = await start({}, torn);
		await tick(host);
		await pass(10_000);
		expect(host.text(HOME)).toBe(torn[HOME]);
		expect(host.text(KAFKA)).toContain('**下游**');
		expect(host.notices).toEqual([]);
	});
});
