// Regions follow the notes by themselves and get in nobody's way.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { hostsOfFile } from '../host/in-jest';
import type { Host } from '../host/index';
import { aNote } from '../support/a-note';
import { applyEdits } from '../../src/core/text/text-edit';
import { listFiles } from '../support/list-files';
import { ROOT } from '../support/room-table';
import { eventually } from './support/eventually';

const HOME = '首页.md';
const KAFKA = '技术/Kafka.md';
const FLINK = '技术/Flink.md';
const VERSUS = '对比/流.md';

const region = (name: string, body = '', attributes = ''): string =>
	`<!-- stackbook:begin ${name}${attributes} -->\n\n${body}<!-- stackbook:end ${name} -->\n`;
const technology = (category: string, body: string): string =>
	`---\ntype: technology\ncategory: ${category}\n执行模型: 逐条\n---\n> [!abstract] 一句话\n> 快。\n\n${body}\n`;
const FROZEN = region('members:mq', '我的表\n\n', ' frozen');

const SETTINGS = '.obsidian/plugins/stackbook/data.json';
const FILES: Readonly<Record<string, string>> = {
	[SETTINGS]: '{"folder": ""}',
	[HOME]: `---\ntype: home\n---\n前言\n\n${region('progress')}\n${region('members:stream')}\n${FROZEN}\n后记 [[Kafka]]\n`,
	[KAFKA]: technology(
		'mq',
		`## 问题\n### 丢吗？\n- [ ] 丢 ^k-1\n\n## 进度\n${region('progress')}\n## 反链\n${region('backlinks')}`,
	),
	[FLINK]: technology(
		'stream',
		`## 关系\n- **上游** [[Kafka]]：读\n\n## 反链\n${region('backlinks')}`,
	),
	[VERSUS]: `---\ntype: comparison\ncategory: stream\nalternatives:\n  - "[[Flink]]"\n  - "[[Kafka]]"\ncriteria:\n  - 执行模型\n---\n${region('comparison')}\n## 进度\n\n${region('progress:stream')}`,
};

const open = hostsOfFile({ plugin: join(ROOT, 'dist/plugin'), language: 'zh', vault: FILES });

/** A note without what stands in its regions. */
function outside(path: string, text: string): string {
	const { regions } = aNote(path, text).structure;
	return applyEdits(
		text,
		regions.map(({ range }) => ({ range, newText: '' })),
	);
}

const contains = async (host: Host, path: string, words: string): Promise<void> =>
	eventually(async () => (await host.text(path)).includes(words), true);

/** Writes as sync does, until regions have followed. */
async function change(host: Host, path: string, from: string, to: string): Promise<void> {
	const text = await host.text(path);
	expect(text).toContain(from);
	await host.writeOutside(path, text.replace(from, to));
}

test('a status ticked by hand shows on its note, its category and the home note; no other byte changes', async () => {
	const host = await open();
	await host.page.waitForTimeout(2500);
	// Nothing was read or written yet, though every region is empty.
	expect(await host.text(HOME)).toBe(FILES[HOME]);
	await host.openNote(KAFKA);
	await host.type('', 10, 3);
	await host.page.keyboard.press('Delete');
	await host.page.keyboard.type('x');
	await contains(host, KAFKA, '| 问题 | 1 | 0 | 0 | 1 |');
	await contains(host, HOME, '| mq | 1 | 0 | 0 | 1 |');
	await contains(host, VERSUS, '| 合计 | 0 | 0 | 0 | 0 |');
	expect(await host.text(HOME)).toContain(FROZEN);
	for (const path of [HOME, KAFKA, FLINK, VERSUS]) {
		const before = (FILES[path] ?? '').replace('- [ ]', '- [x]');
		expect(outside(path, await host.text(path))).toBe(outside(path, before));
	}
	expect(await host.notices()).toEqual([]);
});

test('a new technology shows in lists, counts and backlinks, and leaves them with its note', async () => {
	const host = await open();
	await host.writeOutside(
		'技术/Storm.md',
		technology('stream', '### 停更？\n- [/] 停 ^s-1\n\n见 [[Flink]]。'),
	);
	await contains(host, HOME, '- [[Storm]]：快。');
	await contains(host, VERSUS, '| Storm | 1 | 0 | 1 | 0 |');
	await contains(host, FLINK, '- [[Storm]]：见 Flink。');
	await host.deleteOutside('技术/Storm.md');
	await eventually(async () => (await host.text(HOME)).includes('Storm'), false);
	await eventually(async () => (await host.text(FLINK)).includes('Storm'), false);
});

test("a rename is right everywhere after the app's own update of links, and nothing is written during it", async () => {
	const host = await open();
	await change(host, KAFKA, '- [ ]', '- [x]');
	await contains(host, VERSUS, '| 对比项 | [[Flink]] | [[Kafka]] |');
	await host.page.waitForTimeout(500);
	await host.page.evaluate(() => {
		const writes: [string, number][] = [];
		Reflect.set(window, 'writes', writes);
		const { vault } = window.app;
		vault.on('modify', (file: { path: string }) => writes.push([file.path, performance.now()]));
		vault.on('rename', () => writes.push(['rename', performance.now()]));
	});
	await host.rename(KAFKA, '技术/Apache Kafka.md');
	await contains(host, FLINK, '[[Apache Kafka]]');
	await contains(host, VERSUS, '| 对比项 | [[Flink]] | [[Apache Kafka]] |');
	await host.page.waitForTimeout(4500);
	const names = [HOME, FLINK, VERSUS, '技术/Apache Kafka.md'];
	for (const path of names) {
		const text = await host.text(path);
		const { regions, markerProblems } = aNote(path, text).structure;
		expect([regions.length, markerProblems.length]).toEqual([
			(FILES[path] ?? FILES[KAFKA] ?? '').split('stackbook:end').length - 1,
			0,
		]);
		expect(text).not.toContain('[[Kafka]]');
	}
	expect(await host.text(VERSUS)).toContain('[[Apache Kafka]]');
	const writes = await host.page.evaluate(
		() => Reflect.get(window, 'writes') as [string, number][],
	);
	const renamed = writes.find(([path]) => path === 'rename')?.[1] ?? 0;
	// The app is done at once; what is ours comes three seconds later.
	expect(writes.filter(([, time]) => time > renamed + 1500 && time < renamed + 2900)).toEqual([]);
	expect(await host.invokeCli('stackbook:refresh', { json: 'true' })).toContain('"changed": []');
});

test('a rename in the shipped notes is right everywhere, and no line leaves a region', async () => {
	const root = 'vault-template/zh';
	const names = listFiles(root, /\.md$/).map(path => path.slice(root.length + 1));
	const vault = Object.fromEntries(
		names.map(path => [path, readFileSync(join(ROOT, root, path), 'utf8')]),
	);
	const host = await open({ vault: { ...vault, [SETTINGS]: FILES[SETTINGS] ?? '' } });
	await host.rename('技术/流计算/Flink.md', '技术/流计算/Apache Flink.md');
	await contains(host, '首页.md', '- [[Apache Flink]]：');
	await contains(host, '对比/流计算引擎对比.md', '| 对比项 | [[Apache Flink]] |');
	await eventually(
		async () =>
			(await host.invokeCli('stackbook:refresh', { check: 'true', json: 'true' })).includes(
				'"changed": []',
			),
		true,
	);
	for (const path of names) {
		const now = path.replace('/Flink.md', '/Apache Flink.md');
		const text = outside(now, await host.text(now));
		expect(text.replaceAll('[[Apache Flink', '[[Flink')).toBe(outside(path, vault[path] ?? ''));
	}
	expect(await host.notices()).toEqual([]);
});

test('an open note with unsaved text is not touched, and follows once it is saved', async () => {
	const host = await open({ saveDelay: 6000 });
	await host.openNote(HOME);
	await host.type('我在写', 3, 0);
	await change(host, KAFKA, '- [ ]', '- [x]');
	await contains(host, KAFKA, '| 问题 | 1 | 0 | 0 | 1 |');
	expect(await host.editorText()).toBe((FILES[HOME] ?? '').replace('前言', '我在写前言'));
	await eventually(async () => (await host.editorText())?.includes('| mq | 1 | 0 | 0 | 1 |'), true);
	expect(await host.editorText()).toContain('我在写前言');
});

test("what sync brings in the middle stays, and a region of another device's making is put right", async () => {
	const host = await open();
	await change(host, KAFKA, '- [ ]', '- [x]');
	await contains(host, HOME, '| mq | 1 | 0 | 0 | 1 |');
	await change(host, KAFKA, '- [x]', '- [/]');
	await host.page.waitForTimeout(1500);
	const other = (await host.text(HOME))
		.replace('后记', '另一台写的')
		.replace('| mq | 1 |', '| mq | 9 |');
	await host.writeOutside(HOME, other);
	await contains(host, HOME, '| mq | 1 | 0 | 1 | 0 |');
	expect(outside(HOME, await host.text(HOME))).toContain('另一台写的');
});

test('nothing is written while the setting is off', async () => {
	const host = await open();
	await host.openSettings('stackbook');
	await host.page
		.locator('.setting-item', { hasText: '自动更新区域' })
		.locator('.checkbox-container')
		.click();
	await change(host, KAFKA, '- [ ]', '- [x]');
	await host.page.waitForTimeout(3500);
	expect(await host.text(HOME)).toBe(FILES[HOME]);
	expect(await host.text('.obsidian/plugins/stackbook/data.json')).toContain(
		'"automaticRefresh": false',
	);
});
