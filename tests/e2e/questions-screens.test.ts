// The list of questions on big vaults, beside the rest of the app, over restarts and when switched off.
import { expect, test } from '@jest/globals';
import { hostsOfFile } from '../host/in-jest';
import { eventually } from './support/eventually';
import {
	headingOf,
	headings,
	openQuestions,
	prompts,
	questionsView,
	rowOf,
} from './support/questions-page';
import { ALPHA, SMALL_HOST, SMALL_VAULT, VERSUS } from './support/small-vault';

const open = hostsOfFile(SMALL_HOST);

/** Forty notes with fifty questions each. */
function bigVault(): Record<string, string> {
	const notes: Record<string, string> = {};
	for (let note = 0; note < 40; note++) {
		const questions = Array.from(
			{ length: 50 },
			(_, i) => `### 第 ${note} 篇的问题 ${i}？\n- [ ] 题 · L2 ★ ^n${note}-q${i}\n\n`,
		);
		const head = `---\ntype: technology\nid: n${note}\ncategory: stream-processing\n---\n## 原理\n\n`;
		notes[`技术/N${note}.md`] = head + questions.join('');
	}
	return { ...notes, '.obsidian/plugins/stackbook/data.json': '{"folder": ""}' };
}

test('two thousand questions stay usable: few rows are drawn, and a search finds the last', async () => {
	const host = await open({ vault: bigVault() });
	const view = await openQuestions(host);
	const rows = view.locator('.stackbook-question');
	expect(await view.locator('.stackbook-summary').textContent()).toBe('2000 道题中 0 道扎实');
	expect(await rows.count()).toBe(0);
	expect(await headings(view)).toHaveLength(41);
	await view.getByRole('searchbox').fill('问题');
	await eventually(() => rows.count(), 100);
	expect(await view.locator('.stackbook-summary').textContent()).toContain('2000');
	await view.locator('.stackbook-more').click();
	await eventually(() => rows.count(), 200);
	await view.getByRole('searchbox').fill('第 39 篇的问题 49');
	await eventually(() => prompts(view), ['第 39 篇的问题 49？']);
	await rows.locator('.stackbook-status').click();
	await host.page.locator('.menu-item', { hasText: '扎实' }).click();
	await eventually(
		() => view.locator('.stackbook-summary').textContent(),
		'2000 道题中 1 道扎实 · 显示 1 道',
	);
});

test('search, filters and folds are there again after a restart', async () => {
	const host = await open();
	const view = await openQuestions(host);
	await headingOf(view, '流计算').locator('.stackbook-fold').click();
	await eventually(async () => (await prompts(view)).length, 2);
	await view.getByRole('searchbox').fill('alpha');
	await eventually(async () => (await prompts(view)).length, 3);
	await view.locator('summary').click();
	await view.locator('.stackbook-chip', { hasText: '扎实' }).click();
	await view.locator('.stackbook-chip', { hasText: '流计算' }).click();
	await eventually(() => prompts(view), ['Alpha 的状态放在哪里？']);
	await host.reload();
	await questionsView(host).locator('.stackbook-group-heading').first().waitFor();
	await eventually(() => prompts(view), ['Alpha 的状态放在哪里？']);
	expect(await view.getByRole('searchbox').inputValue()).toBe('alpha');
	expect(await view.locator('summary').textContent()).toBe('筛选 (2)');
	expect(await questionsView(host).count()).toBe(1);
	await view.locator('.stackbook-clear').click();
	await view.getByRole('searchbox').fill('');
	await eventually(async () => (await headings(view))[1]?.split(' ')[0], '消息队列');
});

test('our own notes opened as a vault are read after one tap, and the way to the settings is short', async () => {
	const host = await open({
		vault: { ...SMALL_VAULT, '首页.md': '---\ntype: home\nformat: 1\n---\n' },
	});
	await host.runCommand('stackbook:open-questions');
	const view = questionsView(host);
	const summary = view.locator('.stackbook-summary');
	await eventually(() => summary.textContent(), '文件夹“Stackbook”里还没有题目。');
	await view.getByRole('button', { name: '换一个文件夹' }).click();
	await host.page.locator('.setting-item', { hasText: '笔记所在的文件夹' }).waitFor();
	await host.page.keyboard.press('Escape');
	await view.getByRole('button', { name: '安装笔记' }).click();
	await host.page.getByRole('dialog').waitFor();
	await host.page.keyboard.press('Escape');
	await view.getByRole('button', { name: '读取整个库的笔记' }).click();
	await eventually(() => summary.textContent(), '5 道题中 1 道扎实');
	expect(await view.locator('.stackbook-empty button').count()).toBe(0);
	expect(JSON.parse(await host.text('.obsidian/plugins/stackbook/data.json'))).toEqual({
		folder: '',
	});
});

test('on a desktop the status bar tells the progress of the note in front and opens the list', async () => {
	const host = await open();
	const bar = host.page.locator('.stackbook-status-bar');
	expect(await bar.isVisible()).toBe(false);
	await host.openNote(ALPHA);
	await eventually(() => bar.textContent(), '1/3');
	await host.type(
		'',
		SMALL_VAULT[ALPHA]?.split('\n').findIndex(line => /\[ \]/.test(line)),
		3,
	);
	await host.page.keyboard.press('Delete');
	await host.page.keyboard.type('x');
	await eventually(() => bar.textContent(), '2/3');
	expect(await bar.getAttribute('aria-label')).toContain('2');
	await bar.focus();
	await host.page.keyboard.press('Enter');
	await questionsView(host).locator('.stackbook-group-heading').first().waitFor();
	await host.openNote(VERSUS);
	await eventually(() => bar.textContent(), '2/5');
});

test('the icon in the ribbon opens the list beside the note, once', async () => {
	const host = await open();
	await host.openNote(ALPHA);
	const icon = host.page.locator('.side-dock-ribbon-action[aria-label="题目清单"]');
	await icon.click();
	await questionsView(host).locator('.stackbook-group-heading').first().waitFor();
	await icon.click();
	expect(await questionsView(host).count()).toBe(1);
	expect(await host.page.locator('.mod-right-split .stackbook-questions').count()).toBe(1);
	expect(await host.page.locator('.cm-content').isVisible()).toBe(true);
});

test('the settings are declared and few', async () => {
	const host = await open();
	await host.openSettings('stackbook');
	const names = await host.page.locator('.setting-item-name').allTextContents();
	expect(names.filter(Boolean)).toEqual([
		...['笔记所在的文件夹', '给哪些笔记加反向链接区', '这台设备的名字', '自动更新区域'],
	]);
	expect(await host.page.locator('.setting-item').count()).toBeLessThanOrEqual(8);
});

test('another folder in the settings shows other questions at once', async () => {
	const host = await open();
	const view = await openQuestions(host);
	await host.openSettings('stackbook');
	const folder = host.page.locator('.setting-item', { hasText: '笔记所在的文件夹' });
	await folder.locator('input').fill('概念');
	await host.page.keyboard.press('Escape');
	await host.page.keyboard.press('Escape');
	await eventually(() => prompts(view), ['Gamma 是什么？']);
});

test('switched off with both views open the plugin leaves nothing, switched on it shows them again', async () => {
	const host = await open();
	const view = await openQuestions(host);
	await rowOf(view, '水位线').locator('[data-action=interview]').click();
	await host.page.locator('.stackbook-prompt').waitFor();
	await host.openNote(ALPHA);
	expect(await host.leaksAfterDisabling()).toEqual([]);
	expect(await host.page.locator('[class*=stackbook]').count()).toBe(0);
	await host.enablePlugin();
	await openQuestions(host);
	expect(await prompts(questionsView(host))).toHaveLength(5);
	expect(await host.leaksAfterDisabling()).toEqual([]);
});
