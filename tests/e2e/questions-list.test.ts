// The list of questions in the built plugin: what it shows, finds and does with a click.
import { expect, test } from '@jest/globals';
import { createTranslator } from '../../src/i18n/index';
import { hostsOfFile } from '../host/in-jest';
import { eventually } from './support/eventually';
import {
	chooseStatus,
	headingOf,
	headings,
	openQuestions,
	prompts,
	questionsView,
	rowOf,
} from './support/questions-page';
import { ALPHA, BETA, SMALL_HOST, SMALL_VAULT } from './support/small-vault';

const open = hostsOfFile(SMALL_HOST);
const zh = createTranslator('zh');

const counts = (waiting: number, shaky: number, solid: number): string =>
	`待答 ${waiting} · 不稳 ${shaky} · 扎实 ${solid}`;

test('questions are listed by category, technology and kind with how many are open, shaky and solid', async () => {
	const host = await open();
	const view = await openQuestions(host);
	expect(await headings(view)).toEqual([
		`流计算 | ${counts(1, 1, 1)}`,
		`Alpha | ${counts(1, 1, 1)}`,
		`原理 | ${counts(1, 0, 1)}`,
		`问题 | ${counts(0, 1, 0)}`,
		`消息队列 | ${counts(1, 0, 0)}`,
		`Beta | ${counts(1, 0, 0)}`,
		`原理 | ${counts(1, 0, 0)}`,
		`基础理论 | ${counts(1, 0, 0)}`,
		`Gamma | ${counts(1, 0, 0)}`,
		`原理 | ${counts(1, 0, 0)}`,
		'未编号 | 3',
		'对比空格 | 1',
	]);
	expect(await prompts(view)).toEqual([
		'Alpha 怎样推进水位线？',
		'Alpha 的状态放在哪里？',
		'Alpha 反压时先看什么？',
		'Beta 的副本怎样同步？',
		'Gamma 是什么？',
	]);
	const row = rowOf(view, '水位线');
	expect(await row.locator('.stackbook-status').textContent()).toBe('待答');
	expect(await row.locator('.stackbook-question-details').textContent()).toBe('L3 ★★★');
	expect(await view.locator('.stackbook-summary').textContent()).toBe('5 道题中 1 道扎实');
});

test('a search needs all its words, whatever their case and width', async () => {
	const host = await open();
	const view = await openQuestions(host);
	await view.getByRole('searchbox').fill('ＡＬＰＨＡ 状态');
	await eventually(() => prompts(view), ['Alpha 的状态放在哪里？']);
	expect(await view.locator('.stackbook-summary').textContent()).toContain('显示 1 道');
	expect((await headings(view))[0]).toBe(`流计算 | 显示 1 道 · ${counts(1, 1, 1)}`);
	await view.getByRole('searchbox').fill('什么都没有');
	await eventually(() => prompts(view), []);
	await view.getByRole('searchbox').fill('');
	await eventually(async () => (await prompts(view)).length, 5);
});

test('filters of one kind add up, filters of several kinds narrow down', async () => {
	const host = await open();
	const view = await openQuestions(host);
	await view.locator('summary').click();
	const press = (name: string): Promise<void> =>
		view.getByRole('button', { name, exact: true }).and(view.locator('.stackbook-chip')).click();
	await press('L2');
	await eventually(() => prompts(view), ['Alpha 的状态放在哪里？', 'Gamma 是什么？']);
	await press('L1');
	await eventually(async () => (await prompts(view)).length, 3);
	await press('基础理论');
	await eventually(() => prompts(view), ['Gamma 是什么？']);
	expect(await view.locator('summary').textContent()).toBe('筛选 (3)');
	expect(await view.locator('.stackbook-chip[aria-pressed=true]').allTextContents()).toEqual([
		'L1',
		'L2',
		'基础理论',
	]);
	for (const name of ['L1', 'L2', '基础理论']) await press(name);
	await press('不稳');
	await eventually(() => prompts(view), ['Alpha 反压时先看什么？']);
	await press('不稳');
	await press('未编号');
	await eventually(
		async () => [...(await prompts(view))].sort(),
		['Beta 会丢消息吗？', '为什么要分区？', '为什么要压缩？'],
	);
});

test('a click on a question opens its note with the cursor at its line', async () => {
	const host = await open();
	const view = await openQuestions(host);
	await rowOf(view, '反压').locator('.stackbook-question-go').click();
	const place = (): Promise<unknown> =>
		host.page.evaluate(() => {
			const editor = window.app.workspace.activeEditor?.editor;
			const path = window.app.workspace.getActiveFile()?.path;
			return { path, text: editor?.getLine(editor.getCursor().line) };
		});
	await eventually(place, { path: ALPHA, text: '### Alpha 反压时先看什么？' });
	await host.type('\n\n新的开头\n', 8, 0);
	await rowOf(view, '反压').locator('.stackbook-question-go').click();
	await eventually(place, { path: ALPHA, text: '### Alpha 反压时先看什么？' });
	expect(await view.count()).toBe(1);
});

test('an interview starts on a question, a technology or a category from the list, with a search on what it found', async () => {
	const host = await open();
	const { page } = host;
	const view = await openQuestions(host);
	const position = page.locator('.stackbook-position');
	await rowOf(view, '副本').locator('[data-action=interview]').click();
	await page.locator('.stackbook-prompt', { hasText: 'Beta 的副本怎样同步？' }).waitFor();
	expect(await position.textContent()).toBe('第 1 题，共 1 题');
	await host.runCommand('stackbook:open-questions');
	await headingOf(view, '流计算').locator('[data-action=interview]').click();
	await page.getByRole('button', { name: zh('plugin.interview.begin-anew') }).click();
	await eventually(() => position.allTextContents(), ['第 1 题，共 3 题']);
	expect(await page.locator('.stackbook-prompt').textContent()).toContain('Alpha 怎样推进水位线？');
	await host.runCommand('stackbook:open-questions');
	await view.getByRole('searchbox').fill('放在哪里');
	await eventually(() => prompts(view), ['Alpha 的状态放在哪里？']);
	await headingOf(view, '流计算').locator('[data-action=interview]').click();
	await page.getByRole('button', { name: zh('plugin.interview.begin-anew') }).click();
	await eventually(() => position.allTextContents(), ['第 1 题，共 1 题']);
	expect(await page.locator('.stackbook-prompt').textContent()).toContain('状态放在哪里？');
});

test('a status chosen in the menu changes one character of one file', async () => {
	const host = await open();
	const view = await openQuestions(host);
	await chooseStatus(view, '副本', '扎实');
	const button = rowOf(view, '副本').locator('.stackbook-status');
	await eventually(() => button.textContent(), '扎实');
	const before = SMALL_VAULT[BETA] ?? '';
	await eventually(() => host.text(BETA), before.replace('- [ ] 副本', '- [x] 副本'));
	for (const path of await host.paths()) {
		if (path !== BETA) expect(await host.text(path)).toBe(SMALL_VAULT[path]);
	}
	expect(await view.locator('.stackbook-summary').textContent()).toBe('5 道题中 2 道扎实');
	await chooseStatus(view, '副本', '不考');
	await eventually(() => view.locator('.stackbook-summary').textContent(), '4 道题中 1 道扎实');
	await chooseStatus(view, '副本', '待答');
	await eventually(() => host.text(BETA), before);
});

test('the menu of a status closes with Escape and writes nothing', async () => {
	const host = await open();
	const view = await openQuestions(host);
	await rowOf(view, '水位线').locator('.stackbook-status').click();
	expect(await host.page.locator('.menu-item.mod-checked').textContent()).toBe('待答');
	await host.page.keyboard.press('Escape');
	expect(await host.page.locator('.menu').count()).toBe(0);
	expect(await host.text(ALPHA)).toBe(SMALL_VAULT[ALPHA]);
});

test('the list is walked through, folded and used by the keyboard alone', async () => {
	const host = await open();
	const { page } = host;
	await host.openNote(ALPHA);
	await host.type('', 0, 0);
	const view = await openQuestions(host);
	await page.keyboard.type('replica');
	await eventually(() => prompts(view), ['Beta 的副本怎样同步？']);
	const focused = (): Promise<string> =>
		page.evaluate(() => document.activeElement?.textContent ?? '');
	await page.keyboard.press('ArrowDown');
	expect(await focused()).toContain('消息队列');
	await page.keyboard.press('ArrowUp');
	expect(await view.getByRole('searchbox').evaluate(box => box === document.activeElement)).toBe(
		true,
	);
	await page.keyboard.press('Tab');
	await page.keyboard.press('Tab');
	expect(await focused()).toContain('消息队列');
	await page.keyboard.press('ArrowLeft');
	await eventually(() => prompts(view), []);
	expect(await focused()).toContain('消息队列');
	await page.keyboard.press('ArrowRight');
	await eventually(async () => (await prompts(view)).length, 1);
	for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowDown');
	expect(await focused()).toContain('Beta 的副本怎样同步？');
	await page.keyboard.press('Shift+Tab');
	await page.keyboard.press('Enter');
	await page.locator('.menu').waitFor();
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('Enter');
	const status = rowOf(questionsView(host), '副本').locator('.stackbook-status');
	await eventually(() => status.textContent(), '不稳');
	expect(await focused()).toBe('不稳');
	await page.keyboard.press('Tab');
	await page.keyboard.press('Enter');
	await page.waitForFunction(path => window.app.workspace.getActiveFile()?.path === path, BETA);
});
