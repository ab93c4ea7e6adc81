// Comparisons, the refreshing of notes and the app's own command line, in the built plugin.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { createTranslator } from '../../src/i18n/index';
import type { Host } from '../host/index';
import { hostsOfFile } from '../host/in-jest';
import { ROOT } from '../support/room-table';
import vaultTemplates from '../support/vault-template';
import { eventually } from './support/eventually';
import { overflow, smallTargets } from './support/questions-page';
import { ALPHA, BETA, SMALL_HOST, SMALL_VAULT, VERSUS } from './support/small-vault';

const open = hostsOfFile(SMALL_HOST);
const zh = createTranslator('zh');
const pictures = join(ROOT, 'node_modules/.cache/e2e');
mkdirSync(pictures, { recursive: true });

async function compare(host: Host, ...names: string[]): Promise<Locator> {
	await host.runCommand('stackbook:compare-technologies');
	const dialog = host.page.getByRole('dialog');
	for (const name of names) await dialog.getByLabel(name, { exact: true }).check();
	await dialog.getByRole('button', { name: zh('plugin.compare.show'), exact: true }).click();
	await dialog.locator('table').waitFor();
	return dialog;
}

test('two technologies stand side by side, and the table is copied as Markdown', async () => {
	const host = await open();
	const { page } = host;
	await host.runCommand('stackbook:compare-technologies');
	const show = page.getByRole('button', { name: zh('plugin.compare.show'), exact: true });
	expect(await show.isDisabled()).toBe(true);
	await page.keyboard.press('Escape');
	const dialog = await compare(host, 'Alpha', 'Beta');
	expect(await dialog.locator('th').allTextContents()).toEqual(['对比项', 'Alpha', 'Beta']);
	expect(await dialog.locator('td').allTextContents()).toEqual([
		...['延迟量级', '毫秒', '秒'],
		...['吞吐', '高', '（待填）'],
	]);
	await dialog.getByRole('button', { name: zh('plugin.compare.copy') }).click();
	await eventually(() => host.notices(), [zh('plugin.compare.copied')]);
	const copied = await page.evaluate(() => navigator.clipboard.readText());
	expect(copied.split('\n').map(line => line.replace(/ +/g, ' ').trim())).toEqual(
		expect.arrayContaining(['| 延迟量级 | 毫秒 | 秒 |', '| 吞吐 | 高 | （待填） |']),
	);
	for (const path of await host.paths()) expect(await host.text(path)).toBe(SMALL_VAULT[path]);
});

test('on a phone the table of four real engines is read by sliding it, not the screen', async () => {
	const notes = Object.entries(vaultTemplates.zh ?? {}).filter(([path]) => path.endsWith('.md'));
	const host = await open({
		mobile: true,
		vault: {
			...Object.fromEntries(notes),
			'.obsidian/plugins/stackbook/data.json': '{"folder": ""}',
		},
	});
	const dialog = await compare(
		host,
		'Flink',
		'Storm',
		'Kafka Streams',
		'Spark Structured Streaming',
	);
	await dialog.locator('.stackbook-table').scrollIntoViewIfNeeded();
	await host.screenshot(join(pictures, 'compare-phone.png'));
	expect(await overflow(dialog)).toBe(0);
	expect(await overflow(dialog.locator('.modal-content'))).toBe(0);
	expect(await overflow(dialog.locator('.stackbook-table'))).toBeGreaterThan(0);
	const widths = await dialog
		.locator('td')
		.evaluateAll(cells => cells.map(cell => cell.getBoundingClientRect().width));
	expect(Math.min(...widths)).toBeGreaterThanOrEqual(64);
	const first = dialog.locator('td').first();
	const before = await first.boundingBox();
	await dialog.locator('.stackbook-table').evaluate(table => table.scrollTo({ left: 200 }));
	expect((await first.boundingBox())?.x).toBeCloseTo(before?.x ?? 0, -1);
	await host.screenshot(join(pictures, 'compare-phone-slid.png'));
	const head = dialog.locator('thead th').last();
	const down = await dialog.locator('.stackbook-table').evaluate(table => {
		table.scrollTo({ top: 600 });
		return table.scrollTop;
	});
	expect(down).toBeGreaterThan(300);
	const top = (await dialog.locator('.stackbook-table').boundingBox())?.y ?? 0;
	expect((await head.boundingBox())?.y).toBeCloseTo(top, 0);
	await host.screenshot(join(pictures, 'compare-phone-down.png'));
	expect(await smallTargets(dialog.locator('.stackbook-buttons'))).toEqual([]);
});

test('refreshing all leaves a note alone in which somebody types, and says so', async () => {
	const host = await open({ saveDelay: 600_000 });
	await host.openNote(VERSUS);
	const last = (SMALL_VAULT[VERSUS] ?? '').split('\n').length - 1;
	await host.type('还没保存的话', last, 0);
	await host.runCommand('stackbook:refresh-all');
	await eventually(async () => (await host.notices()).length, 1);
	expect((await host.notices())[0]).toContain(zh('plugin.refresh.unsaved', { count: 1 }));
	expect(await host.text(VERSUS)).toBe(SMALL_VAULT[VERSUS]);
	expect(await host.editorText()).toBe(`${SMALL_VAULT[VERSUS] ?? ''}还没保存的话`);
	expect(await host.runCommand('stackbook:refresh-note')).toBe(true);
	await eventually(
		async () => (await host.editorText())?.includes('| 延迟量级 | 毫秒 | 秒 |'),
		true,
	);
	expect(await host.editorText()).toContain('还没保存的话');
});

test('refreshing all brings the tables up to date, and a second time changes nothing', async () => {
	const host = await open();
	await host.runCommand('stackbook:refresh-all');
	await eventually(() => host.notices(), [zh('plugin.refresh.done', { changed: 1, refused: 0 })]);
	const text = await host.text(VERSUS);
	expect(text).toContain('| 吞吐 | 高 | （待填） |');
	await host.runCommand('stackbook:refresh-all');
	await eventually(async () => (await host.notices()).length, 2);
	expect((await host.notices())[1]).toBe(zh('plugin.refresh.done', { changed: 0, refused: 0 }));
	expect(await host.text(VERSUS)).toBe(text);
});

async function ask(host: Host, verb: string, given: Record<string, string> = {}): Promise<unknown> {
	return JSON.parse(await host.invokeCli(`stackbook:${verb}`, { ...given, json: 'true' }));
}

test('the app’s own command line answers the JSON that the page on it describes', async () => {
	const host = await open();
	expect(await ask(host, 'status')).toMatchObject({
		questions: { total: 5, open: 3, shaky: 1, solid: 1 },
		byTechnology: { Alpha: { total: 3 }, Beta: { total: 1 }, Gamma: { total: 1 } },
		byCategory: { 'stream-processing': { total: 3 } },
		byKind: { principle: { total: 4 }, problem: { total: 1 } },
		byLevel: { L4: { shaky: 1 } },
	});
	expect(await ask(host, 'questions', { note: 'beta', status: 'open' })).toEqual([
		{
			...{ id: 'beta-replica', path: BETA, technology: 'Beta', category: 'message-queue' },
			...{ kind: 'principle', level: 1, status: 'open', prompt: 'Beta 的副本怎样同步？' },
			...{ answered: false, due: null },
		},
	]);
	expect(await ask(host, 'compare', { notes: 'Alpha,Beta' })).toEqual({
		alternatives: expect.anything(),
		criteria: ['延迟量级', '吞吐'],
		cells: [
			['毫秒', '秒'],
			['高', null],
		],
	});
	expect(await ask(host, 'backlinks', { note: 'Alpha' })).toEqual([
		expect.objectContaining({ source: VERSUS }),
	]);
	const report = (await ask(host, 'check')) as { summary: { notes: number } };
	expect(report.summary.notes).toBe(Object.keys(SMALL_VAULT).length);
	expect(await ask(host, 'refresh', { check: 'true' })).toMatchObject({ changed: [VERSUS] });
	expect(await host.text(VERSUS)).toBe(SMALL_VAULT[VERSUS]);
	expect(await ask(host, 'refresh')).toMatchObject({ changed: [VERSUS], refused: [] });
	expect(await host.text(VERSUS)).toContain('| 延迟量级 | 毫秒 | 秒 |');
	expect(await ask(host, 'questions', { note: 'nobody' })).toEqual({ error: expect.any(String) });
	expect(await host.invokeCli('stackbook:questions', { note: 'nobody' })).not.toContain('\n');
});

test('the command line knows what is typed and leaves that note alone', async () => {
	const host = await open({ saveDelay: 600_000 });
	await host.openNote(ALPHA);
	const line = (SMALL_VAULT[ALPHA] ?? '').split('\n').findIndex(text => text.includes('[ ]'));
	await host.type('', line, 3);
	await host.page.keyboard.press('Delete');
	await host.page.keyboard.type('x');
	expect(await ask(host, 'status')).toMatchObject({ questions: { solid: 2 } });
	await host.openNote(VERSUS);
	await host.type('x', 0, 0);
	await host.page.keyboard.press('Control+z');
	await host.type('尾', (SMALL_VAULT[VERSUS] ?? '').split('\n').length - 1, 0);
	expect(await ask(host, 'refresh')).toMatchObject({
		changed: [],
		refused: [{ path: VERSUS, reason: 'unsaved-text' }],
	});
});
