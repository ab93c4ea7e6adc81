// The list of questions follows what happens to the notes: by hand, by sync, and by its own offers.
import { expect, test } from '@jest/globals';
import { hostsOfFile } from '../host/in-jest';
import { eventually } from './support/eventually';
import { chooseStatus, headingOf, openQuestions, prompts, rowOf } from './support/questions-page';
import { ALPHA, BETA, LOOSE, SMALL_HOST, SMALL_VAULT, VERSUS } from './support/small-vault';

const open = hostsOfFile(SMALL_HOST);

const textOf = (path: string): string => SMALL_VAULT[path] ?? '';

/** 0-based line of a note that holds some words. */
function lineWith(path: string, words: string): number {
	const line = textOf(path)
		.split('\n')
		.findIndex(text => text.includes(words));
	expect(line).toBeGreaterThanOrEqual(0);
	return line;
}

test('a box ticked in the editor shows in the list before the note is saved', async () => {
	const host = await open({ saveDelay: 600_000 });
	const view = await openQuestions(host);
	await host.openNote(BETA);
	await host.type('', lineWith(BETA, '^beta-replica'), 3);
	await host.page.keyboard.press('Delete');
	await host.page.keyboard.type('x');
	const status = rowOf(view, '副本').locator('.stackbook-status');
	await eventually(() => status.textContent(), '扎实');
	expect(await view.locator('.stackbook-summary').textContent()).toBe('5 道题中 2 道扎实');
	expect(await host.text(BETA)).toBe(textOf(BETA));
});

test('words written under a question show as an own answer at once', async () => {
	const host = await open({ saveDelay: 600_000 });
	const view = await openQuestions(host);
	const details = rowOf(view, '副本').locator('.stackbook-question-details');
	expect(await details.textContent()).toBe('L1 ★');
	await host.openNote(BETA);
	await host.type('\n我的话\n', lineWith(BETA, '^beta-replica') + 1);
	await eventually(() => details.textContent(), 'L1 ★ · 有自己的回答');
});

test('a heading that ends in ？ is offered while it is typed, and no more once the mark is gone', async () => {
	const host = await open({ saveDelay: 600_000 });
	const view = await openQuestions(host);
	await headingOf(view, '未编号').locator('.stackbook-fold').click();
	await host.openNote(LOOSE);
	await host.type('\n\n## 为什么要排序？', 2, 4);
	await eventually(() => rowOf(view, '为什么要排序').count(), 1);
	await eventually(() => headingOf(view, '未编号').allTextContents(), ['未编号4']);
	await host.page.keyboard.press('Backspace');
	await eventually(() => rowOf(view, '为什么要排序').count(), 0);
});

test('a renamed note keeps its questions under its new name, and a click goes there', async () => {
	const host = await open();
	const view = await openQuestions(host);
	await host.rename(ALPHA, '技术/Aleph.md');
	await headingOf(view, 'Aleph').waitFor();
	expect(await headingOf(view, 'Alpha').count()).toBe(0);
	await rowOf(view, '反压').locator('.stackbook-question-go').click();
	await host.page.waitForFunction(
		() => window.app.workspace.getActiveFile()?.path === '技术/Aleph.md',
	);
	await chooseStatus(view, '反压', '扎实');
	await eventually(async () => (await host.text('技术/Aleph.md')).includes('- [x] 反压'), true);
});

test('a deleted note takes its questions with it', async () => {
	const host = await open();
	const view = await openQuestions(host);
	await host.page.evaluate(async path => {
		const file = window.app.vault.getFileByPath(path);
		if (file) await window.app.fileManager.trashFile(file);
	}, ALPHA);
	await eventually(() => prompts(view), ['Beta 的副本怎样同步？', 'Gamma 是什么？']);
	expect(await view.locator('.stackbook-summary').textContent()).toBe('2 道题中 0 道扎实');
});

test('what sync changes, brings and deletes shows in the list', async () => {
	const host = await open();
	const view = await openQuestions(host);
	await host.writeOutside(ALPHA, textOf(ALPHA).replace('- [ ] 水位线', '- [/] 水位线'));
	const status = rowOf(view, '水位线').locator('.stackbook-status');
	await eventually(() => status.textContent(), '不稳');
	const delta = textOf(BETA).replaceAll('beta', 'delta').replaceAll('Beta', 'Delta');
	await host.writeOutside('技术/新/Delta.md', delta);
	await rowOf(view, 'Delta 的副本').waitFor();
	await host.deleteOutside(BETA);
	await eventually(() => rowOf(view, 'Beta 的副本').count(), 0);
	expect(await rowOf(view, 'Delta 的副本').count()).toBe(1);
});

test('a question that moved since it was drawn gets its status where it stands now', async () => {
	const host = await open();
	const view = await openQuestions(host);
	await rowOf(view, '副本').locator('.stackbook-status').click();
	const moved = `${textOf(BETA).slice(0, textOf(BETA).indexOf('## 原理'))}## 原理\n`;
	const section = textOf(BETA).slice(textOf(BETA).indexOf('### Beta 的副本'));
	await host.writeOutside(BETA, moved);
	await host.writeOutside('技术/Epsilon.md', `---\ntype: technology\n---\n## 原理\n\n${section}`);
	await host.whenQuiet();
	await host.page.locator('.menu-item', { hasText: '扎实' }).click();
	await eventually(async () => (await host.text('技术/Epsilon.md')).includes('- [x] 副本'), true);
	expect(await host.text(BETA)).toBe(moved);
});

test('of two questions with one id that gets the status which was pressed, and an interview on it is refused', async () => {
	const twins = textOf(BETA).replace(
		'### Beta 会丢消息吗？\n',
		'### 乙？\n- [ ] 乙 ^beta-replica\n',
	);
	const host = await open({
		vault: {
			...SMALL_VAULT,
			'.obsidian/plugins/stackbook/data.json': '{"folder": ""}',
			[BETA]: twins,
		},
	});
	const view = await openQuestions(host);
	await chooseStatus(view, '乙？', '扎实');
	await eventually(() => host.text(BETA), twins.replace('[ ] 乙', '[x] 乙'));
	await rowOf(view, '乙？').locator('[data-action=interview]').click();
	await eventually(async () => (await host.notices())[0]?.includes('beta-replica'), true);
});

test('a question without an id gets its line and id by one tap, and no other byte changes', async () => {
	const host = await open();
	const view = await openQuestions(host);
	await headingOf(view, '未编号').locator('.stackbook-fold').click();
	await rowOf(view, '为什么要压缩').locator('[data-action=track]').click();
	const tracked = textOf(LOOSE).replace(
		'## 为什么要压缩？\n',
		'## 为什么要压缩？\n- [ ] 为什么要压缩 · L2 ^note-q1\n\n',
	);
	await eventually(() => host.text(LOOSE), tracked);
	const row = rowOf(view, '为什么要压缩');
	await eventually(() => row.locator('.stackbook-status').textContent(), '待答');
	expect(await row.locator('.stackbook-question-details').textContent()).toContain('自己的回答');
	expect(await host.notices()).toEqual(['已给 1 个问题编号。']);
});

test('what was tracked outside of our folder is listed, counted by itself, asked and rated there', async () => {
	const data = { '.obsidian/plugins/stackbook/data.json': '{"folder": "技术"}' };
	const host = await open({ vault: { ...SMALL_VAULT, ...data } });
	const view = await openQuestions(host);
	await host.openNote(LOOSE);
	expect(await host.runCommand('stackbook:interview-on-note')).toBe(false);
	expect(await host.runCommand('stackbook:track-note')).toBe(true);
	const bar = host.page.locator('.stackbook-status-bar');
	await eventually(() => bar.textContent(), '0/2');
	const status = rowOf(view, '为什么要压缩').locator('.stackbook-status');
	await eventually(() => status.textContent(), '待答');
	expect(await view.locator('.stackbook-summary').textContent()).toBe('4 道题中 1 道扎实');
	await host.type('', 5, 0);
	expect(await host.runCommand('stackbook:mark-solid')).toBe(true);
	await eventually(() => bar.textContent(), '1/2');
	expect(await host.runCommand('stackbook:interview-on-note')).toBe(true);
	const { page } = host;
	await page.locator('.stackbook-prompt', { hasText: '为什么要压缩' }).waitFor();
	await host.openNote(ALPHA);
	await host.rename(LOOSE, '随手/改名.md');
	await page.locator('.stackbook-view .stackbook-buttons .mod-cta').click();
	await page.locator('.stackbook-ratings button').nth(1).click();
	await eventually(
		async () => (await host.text('随手/改名.md')).includes('- [/] 为什么要压缩'),
		true,
	);
	await eventually(() => status.textContent(), '不稳');
	const attempts = (await host.paths()).filter(path => /\d{4}-\d\d/.test(path));
	expect(attempts.map(path => path.split('/')[0])).toEqual(['技术']);
	await host.runCommand('stackbook:open-questions');
	await headingOf(view, '改名').waitFor();
	await chooseStatus(view, '为什么要压缩', '待答');
	await eventually(() => status.textContent(), '待答');
});

test('all questions of a note get their ids by one tap or one command, one undo takes them back', async () => {
	const host = await open();
	const view = await openQuestions(host);
	await headingOf(view, '未编号').locator('.stackbook-fold').click();
	await headingOf(view, '随手记').locator('[data-action=track]').click();
	await eventually(
		async () => (await host.text(LOOSE)).match(/\^note-q\d/g),
		['^note-q1', '^note-q2'],
	);
	await host.openNote(BETA);
	expect(await host.runCommand('stackbook:track-note')).toBe(true);
	await eventually(async () => (await host.editorText())?.includes('^beta-q1'), true);
	await host.page.locator('.cm-content').click();
	await host.page.keyboard.press('Control+z');
	expect(await host.editorText()).toBe(textOf(BETA));
});

test('an empty cell of a comparison becomes an open question by one tap', async () => {
	const host = await open();
	const view = await openQuestions(host);
	await headingOf(view, '对比空格').locator('.stackbook-fold').click();
	const row = rowOf(view, 'Beta 的吞吐是怎样的？');
	await row.locator('[data-action=track]').click();
	await eventually(() => row.locator('.stackbook-status').textContent(), '待答');
	expect(await headingOf(view, '对比空格').count()).toBe(0);
	const text = await host.text(BETA);
	expect(text.startsWith(textOf(BETA).trimEnd())).toBe(true);
	expect(text.slice(textOf(BETA).trimEnd().length).trim()).toBe(
		'## 对比\n\n### Beta 的吞吐是怎样的？\n- [ ] 吞吐 · L2 ^beta-q1',
	);
	expect(await host.text(VERSUS)).toBe(textOf(VERSUS));
});
