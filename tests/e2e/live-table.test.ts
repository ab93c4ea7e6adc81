// Comparisons that can be tried out: the block in a note, the dialog's presets, and the turned view of a base.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { createTranslator } from '../../src/i18n/index';
import type { Host } from '../host/index';
import { hostsOfFile } from '../host/in-jest';
import { ROOT } from '../support/room-table';
import { eventually } from './support/eventually';
import { overflow, smallTargets } from './support/questions-page';
import { ALPHA, BETA, SMALL_HOST, SMALL_VAULT, VERSUS } from './support/small-vault';

const open = hostsOfFile(SMALL_HOST);
const zh = createTranslator('zh');
const pictures = join(ROOT, 'node_modules/.cache/e2e');
mkdirSync(pictures, { recursive: true });

const NOTE = '随手/试表.md';
const SETTINGS = { '.obsidian/plugins/stackbook/data.json': '{"folder": ""}' };

function vaultWith(...lines: string[]): Record<string, string> {
	return { ...SMALL_VAULT, ...SETTINGS, [NOTE]: ['```stackbook', ...lines, '```', ''].join('\n') };
}

async function openBlock(lines: string[], options: { mobile?: boolean } = {}): Promise<Host> {
	const host = await open({ ...options, vault: vaultWith(...lines) });
	await host.openNote(NOTE, { mode: 'preview' });
	await host.page.locator('.stackbook-block').waitFor();
	return host;
}

const texts = (root: Locator, selector: string): Promise<string[]> =>
	root.locator(selector).allTextContents();

test('a block shows its comparison, which is filtered, sorted, cut down, turned and copied', async () => {
	const host = await openBlock(['compare: "[[Alpha]], beta"']);
	const { page } = host;
	const block = page.locator('.stackbook-block');
	const button = (key: Parameters<typeof zh>[0]): Locator =>
		block.getByRole('button', { name: zh(key), exact: true });
	await block.locator('table').waitFor();
	expect(await texts(block, 'th')).toEqual(['对比项', 'Alpha', 'Beta']);
	expect(await texts(block, 'td')).toEqual(['延迟量级', '毫秒', '秒', '吞吐', '高', '（待填）']);
	const sort = block.getByRole('button', { name: '延迟量级' });
	await sort.focus();
	await page.keyboard.press('Enter');
	await page.keyboard.press('Enter');
	await eventually(() => texts(block, 'th'), ['对比项', 'Beta', 'Alpha']);
	await eventually(() => block.locator('[aria-sort=descending]').textContent(), '延迟量级 ↓');
	expect(await block.locator('.stackbook-sort').first().evaluate(isFocused)).toBe(true);
	await block.getByRole('searchbox').fill('高');
	await eventually(() => texts(block, 'td'), ['吞吐', '（待填）', '高']);
	await eventually(
		() => block.locator('[role=status]').textContent(),
		zh('plugin.compare.shown', { shown: 1, total: 2 }),
	);
	await block.getByRole('searchbox').fill('');
	await button('plugin.compare.turn').click();
	await eventually(() => texts(block, 'th'), ['技术', '延迟量级 ↓', '吞吐']);
	await block.locator('summary').click();
	await block.getByLabel('Beta', { exact: true }).uncheck();
	await block.getByLabel('吞吐', { exact: true }).uncheck();
	await eventually(() => texts(block, 'td'), ['Alpha', '毫秒']);
	await button('plugin.compare.copy-csv').click();
	await eventually(() => host.notices(), [zh('plugin.compare.copied')]);
	const clipboard = (): Promise<string> => page.evaluate(() => navigator.clipboard.readText());
	expect((await clipboard()).trim()).toBe('"对比项","Alpha"\r\n"延迟量级","毫秒"');
	await button('plugin.compare.copy').click();
	await eventually(async () => (await clipboard()).split('\n')[2], '| [[Alpha]] | 毫秒 |');
	for (const [path, text] of Object.entries(vaultWith('compare: "[[Alpha]], beta"'))) {
		if (path.endsWith('.md')) expect(await host.text(path)).toBe(text);
	}
});

function isFocused(element: Element): boolean {
	return element === element.ownerDocument.activeElement;
}

test('a block follows its notes and keeps the way it is looked at', async () => {
	const host = await openBlock(['compare: Alpha, Beta', 'only-differences: true']);
	const block = host.page.locator('.stackbook-block');
	await block.locator('table').waitFor();
	await block.getByRole('searchbox').fill('吞吐');
	await eventually(() => texts(block, 'td'), ['吞吐', '高', '（待填）']);
	const filled = (SMALL_VAULT[BETA] ?? '').replace('延迟量级: 秒\n', '延迟量级: 秒\n吞吐: 中\n');
	await host.page.evaluate(
		async ([path, text]) => {
			const file = window.app.vault.getFileByPath(path ?? '');
			if (file) await window.app.vault.modify(file, text ?? '');
		},
		[BETA, filled],
	);
	await eventually(() => texts(block, 'td'), ['吞吐', '高', '中']);
	expect(await block.getByRole('searchbox').inputValue()).toBe('吞吐');
});

test('a block that asks for what is not there, or for nothing, says so in its place', async () => {
	const host = await openBlock(['compare: Alpha, Nobody']);
	const block = host.page.locator('.stackbook-block');
	const message = block.locator('.stackbook-meta').first();
	await eventually(() => message.textContent(), zh('plugin.compare.missing', { names: 'Nobody' }));
	await eventually(() => texts(block, 'th'), ['对比项', 'Alpha']);
	const slip = await openBlock(['compare: Alpha, Beta', 'criteria: 延迟量级, 快慢']);
	const unstated = slip.page.locator('.stackbook-block .stackbook-meta').first();
	await eventually(() => unstated.textContent(), zh('plugin.compare.unstated', { names: '快慢' }));
	expect(await texts(slip.page.locator('.stackbook-block'), 'tbody td:first-child')).toEqual([
		...['延迟量级', '快慢'],
	]);
	for (const [line, key] of [
		['compare: [', 'plugin.compare.block-unreadable'],
		['', 'plugin.compare.block-empty'],
	] as const) {
		const other = await openBlock([line]);
		const said = other.page.locator('.stackbook-block .stackbook-meta').first();
		await eventually(() => said.textContent(), zh(key));
		expect(other.takeErrors()).toEqual([]);
	}
});

test('on a phone a block is read by sliding its table, and every control suits a thumb', async () => {
	const host = await openBlock(['compare: Alpha, Beta'], { mobile: true });
	const block = host.page.locator('.stackbook-block');
	await block.locator('table').waitFor();
	await host.screenshot(join(pictures, 'block-phone.png'));
	expect(await overflow(block)).toBe(0);
	expect(await smallTargets(block.locator('.stackbook-buttons'))).toEqual([]);
	const sort = await block.locator('.stackbook-sort').first().boundingBox();
	expect(sort?.height).toBeGreaterThanOrEqual(44);
});

test('the dialog offers saved comparisons and whole categories', async () => {
	const host = await open();
	await host.runCommand('stackbook:compare-technologies');
	const dialog = host.page.getByRole('dialog');
	await dialog.locator('select').selectOption({ label: '甲乙对比' });
	await eventually(() => texts(dialog, 'th'), ['对比项', 'Alpha', 'Beta']);
	await dialog.locator('select').selectOption({ label: zh('plugin.compare.own-pick') });
	await eventually(() => dialog.locator('table').count(), 0);
});

test('a base is shown with a column for each note and a row for each property', async () => {
	const host = await open();
	const properties = ['file.name', 'note.延迟量级', 'note.吞吐', 'note.category'];
	await host.openBasesView('stackbook-comparison', [ALPHA, BETA], { properties });
	const base = host.page.locator('.stackbook-bases');
	expect(await texts(base, 'th')).toEqual([
		...[zh('plugin.compare.criterion'), 'Alpha', 'Beta'],
		...['延迟量级', '吞吐', 'category'],
	]);
	expect(await texts(base, 'td')).toEqual([
		...['毫秒', '秒', '高', zh('plugin.compare.unknown'), 'stream-processing', 'message-queue'],
	]);
	await base.getByRole('link', { name: 'Beta' }).click();
	await eventually(
		() => host.page.evaluate(() => window.app.workspace.getActiveFile()?.path),
		BETA,
	);
});

test('a base that is grouped has a table for each group, below its name', async () => {
	const host = await open();
	await host.openBasesView('stackbook-comparison', [ALPHA, BETA, '随手/随手记.md'], {
		properties: ['note.延迟量级'],
		groupBy: 'note.category',
	});
	const base = host.page.locator('.stackbook-bases');
	expect(await texts(base, 'h4')).toEqual(['stream-processing', 'message-queue']);
	expect(await texts(base, 'thead th:last-child')).toEqual(['Alpha', 'Beta', '随手记']);
});

test('a base links a value to the section that proves it', async () => {
	const proof = '\n- **延迟量级** [[#^alpha-state]]\n\n## category\n';
	const host = await open({
		vault: { ...SMALL_VAULT, ...SETTINGS, [ALPHA]: (SMALL_VAULT[ALPHA] ?? '') + proof },
	});
	await host.openBasesView('stackbook-comparison', [ALPHA, BETA], {
		properties: ['note.延迟量级', 'note.吞吐', 'file.path'],
	});
	const base = host.page.locator('.stackbook-bases');
	const word = zh('plugin.compare.proof');
	await eventually(() => texts(base, 'td:has(a)'), [`毫秒 ${word}`]);
	expect(await base.locator('td a').getAttribute('data-href')).toBe(`${ALPHA}#^alpha-state`);
	await base.locator('td a').click();
	await eventually(
		() => host.page.evaluate(() => window.app.workspace.getActiveFile()?.path),
		ALPHA,
	);
});

test('a base that shall show only differences leaves out what all say alike', async () => {
	const host = await open();
	await host.openBasesView('stackbook-comparison', [ALPHA, VERSUS], {
		properties: ['note.category', 'note.type', 'note.延迟量级'],
		options: { onlyDifferences: true },
	});
	const base = host.page.locator('.stackbook-bases');
	expect(await texts(base, 'tbody th')).toEqual(['type', '延迟量级']);
});
