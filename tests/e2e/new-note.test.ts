// New notes from templates, through the modal of the built plugin.
import { expect, test } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { createTranslator } from '../../src/i18n/index';
import type { Host } from '../host/index';
import { hostsOfFile } from '../host/in-jest';
import vaultTemplates from '../support/vault-template';
import { eventually } from './support/eventually';
import {
	headingOf,
	openQuestions,
	overflow,
	prompts,
	smallTargets,
} from './support/questions-page';
import { ALPHA, SMALL_HOST, SMALL_VAULT } from './support/small-vault';

const open = hostsOfFile(SMALL_HOST);
const zh = createTranslator('zh');

async function openModal(
	host: Host,
	type: 'technology' | 'concept' | 'comparison',
): Promise<Locator> {
	await host.runCommand(`stackbook:new-${type}`);
	const dialog = host.page.getByRole('dialog');
	await dialog.locator('.mod-cta').waitFor();
	return dialog;
}

const field = (dialog: Locator, key: 'title' | 'id' | 'category' | 'alternatives'): Locator =>
	dialog.getByLabel(zh(`plugin.new.${key}`), { exact: true });

test('a new technology stands with those of its category and opens with its questions to be answered', async () => {
	const host = await open();
	const { page } = host;
	const dialog = await openModal(host, 'technology');
	await page.keyboard.type('Apache Samza');
	expect(await field(dialog, 'id').inputValue()).toBe('apache-samza');
	await field(dialog, 'category').fill('流计');
	await page.locator('.suggestion-item', { hasText: 'stream-processing' }).click();
	expect(await field(dialog, 'category').inputValue()).toBe('stream-processing');
	await dialog.getByText('将写入 技术/Apache Samza.md。').waitFor();
	await dialog.locator('.mod-cta').click();
	await page.waitForFunction(
		() => window.app.workspace.getActiveFile()?.path === '技术/Apache Samza.md',
	);
	expect(await page.getByRole('dialog').count()).toBe(0);
	const text = await host.text('技术/Apache Samza.md');
	expect(text).toContain('category: stream-processing');
	expect(text).toContain('verified: "2026-11-20"');
	expect(text).not.toContain('{{');
	for (const kind of ['原理', '特性', '应用场景', '问题', '优化', '对比']) {
		expect(text).toContain(`\n## ${kind}\n`);
	}
	expect(text).toContain('### Apache Samza 的优势和劣势各是什么？');
	const view = await openQuestions(host);
	await headingOf(view, 'Apache Samza').waitFor();
	await view.getByRole('searchbox').fill('Samza');
	await eventually(async () => (await prompts(view)).length, 12);
});

test('a new concept is made by the keyboard alone', async () => {
	const host = await open();
	const { page } = host;
	const dialog = await openModal(host, 'concept');
	await page.keyboard.type('反熵');
	expect(await field(dialog, 'id').inputValue()).toMatch(/^note-[0-9a-f]{6}$/);
	expect(await dialog.locator('.mod-cta').isEnabled()).toBe(true);
	await page.keyboard.press('Tab');
	await page.keyboard.type('anti-entropy');
	await page.keyboard.press('Enter');
	await page.waitForFunction(() => window.app.workspace.getActiveFile()?.path === '概念/反熵.md');
	expect(await host.text('概念/反熵.md')).toContain('^anti-entropy-principle');
});

test('a new comparison names what was picked, by the criteria that those have', async () => {
	const host = await open();
	const { page } = host;
	const dialog = await openModal(host, 'comparison');
	await field(dialog, 'title').fill('甲乙再比');
	await field(dialog, 'id').fill('versus-again');
	for (const name of ['Alpha', 'Beta']) {
		await field(dialog, 'alternatives').fill(name.toLowerCase());
		await page.locator('.suggestion-item', { hasText: name }).click();
	}
	await dialog.getByRole('button', { name: '去掉 Beta' }).click();
	await field(dialog, 'alternatives').fill('bet');
	await page.keyboard.press('Enter');
	expect(await dialog.locator('.stackbook-picked button').allTextContents()).toEqual([
		'Alpha ×',
		'Beta ×',
	]);
	await dialog.locator('.mod-cta').click();
	await page.waitForFunction(
		() => window.app.workspace.getActiveFile()?.path === '对比/甲乙再比.md',
	);
	const text = await host.text('对比/甲乙再比.md');
	expect(text).toMatch(/alternatives:\n\s*- "\[\[Alpha\]\]"\n\s*- "\[\[Beta\]\]"\n/);
	expect(text).toMatch(/criteria:\n\s*- 延迟量级\n\s*- 吞吐\n/);
	expect(await host.runCommand('stackbook:refresh-note')).toBe(true);
	await eventually(
		async () => (await host.editorText())?.includes('| 延迟量级 | 毫秒 | 秒 |'),
		true,
	);
});

test('a note that stands is never written over: not by its name, its case, its id, nor in the last moment', async () => {
	const host = await open();
	const dialog = await openModal(host, 'technology');
	const confirm = dialog.locator('.mod-cta');
	await field(dialog, 'category').fill('stream-processing');
	await field(dialog, 'id').fill('other');
	for (const title of ['Alpha', 'ALPHA']) {
		await field(dialog, 'title').fill(title);
		await dialog.getByText(`${ALPHA} 已经存在，保持原样。`).waitFor();
		expect(await confirm.isDisabled()).toBe(true);
		await field(dialog, 'title').press('Enter');
	}
	await field(dialog, 'title').fill('Other');
	await field(dialog, 'id').fill('alpha');
	await dialog.getByText(`这个编号已属于 ${ALPHA}。`).waitFor();
	await field(dialog, 'id').fill('other');
	expect(await confirm.isDisabled()).toBe(false);
	await host.writeOutside('技术/Other.md', '从另一台设备来的\n');
	await confirm.click();
	await dialog.getByText('技术/Other.md 已经存在，保持原样。').waitFor();
	expect(await host.text('技术/Other.md')).toBe('从另一台设备来的\n');
	expect(await host.text(ALPHA)).toBe(SMALL_VAULT[ALPHA]);
	expect((await host.paths()).length).toBe(Object.keys(SMALL_VAULT).length + 1);
});

test('the own template of a vault comes before the one that ships', async () => {
	const own =
		'---\ntype: concept\nid: "{{id}}"\n---\n# {{title}}\n\n## 原理\n\n### {{title}} 为什么重要？\n';
	const host = await open({ vault: { ...SMALL_VAULT, '模板/我的概念.md': own, ...SETTINGS } });
	const dialog = await openModal(host, 'concept');
	await field(dialog, 'title').fill('Quorum');
	await dialog.locator('.mod-cta').click();
	await eventually(async () => (await host.paths()).includes('概念/Quorum.md'), true);
	expect(await host.text('概念/Quorum.md')).toBe(
		own.replaceAll('{{title}}', 'Quorum').replace('{{id}}', 'quorum'),
	);
});

test('in the shipped vault a comparison with an own technology asks about its empty cells', async () => {
	const notes = Object.entries(vaultTemplates.zh ?? {}).filter(([path]) => path.endsWith('.md'));
	const own = '---\ntype: technology\nid: mine\ncategory: stream-processing\n---\n## 对比\n';
	const versus = Object.fromEntries(notes)['对比/流计算引擎对比.md'] ?? '';
	const host = await open({
		vault: {
			...Object.fromEntries(notes),
			...SETTINGS,
			'技术/流计算/Mine.md': own,
			'对比/流计算引擎对比.md': versus.replace(
				'  - "[[Storm]]"',
				'  - "[[Storm]]"\n  - "[[Mine]]"',
			),
		},
	});
	const view = await openQuestions(host);
	await view.getByRole('searchbox').fill('Mine');
	await eventually(async () => (await prompts(view)).length, 14);
	expect(await prompts(view)).toContain('Mine 的执行模型是怎样的？');
});

test('the modal is used by the thumb on a phone', async () => {
	const host = await open({ mobile: true });
	const dialog = await openModal(host, 'comparison');
	await field(dialog, 'title').tap();
	await host.page.keyboard.type('手机上的对比');
	await field(dialog, 'id').fill('on-a-phone');
	await field(dialog, 'alternatives').fill('alp');
	await host.page.locator('.suggestion-item', { hasText: 'Alpha' }).tap();
	await dialog.getByRole('button', { name: '去掉 Alpha' }).waitFor();
	await field(dialog, 'alternatives').fill('Beta');
	expect(await smallTargets(dialog.locator('.modal-content'))).toEqual([]);
	expect(await overflow(dialog)).toBe(0);
	await dialog.locator('.mod-cta').tap();
	await eventually(async () => (await host.paths()).includes('对比/手机上的对比.md'), true);
});

const SETTINGS = { '.obsidian/plugins/stackbook/data.json': '{"folder": ""}' };
