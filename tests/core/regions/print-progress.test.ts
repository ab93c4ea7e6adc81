import { expect, test } from '@jest/globals';
import { printProgress } from '../../../src/core/regions/print-progress';
import { aVault } from '../../support/a-note';

function print(files: Readonly<Record<string, string>>, language: 'zh' | 'en' = 'zh'): string[] {
	const index = aVault({ '首页.md': '', ...files });
	const note = index.find('首页.md');
	if (!note) throw new Error('no note');
	return printProgress({ index, note, language, argument: '' }).split('\n');
}

const FILES = {
	'a.md': '---\ncategory: zoo\n---\n## 问\n- [x] 题 ^a\n',
	'b.md': '---\ncategory: message-queue\n---\n## 问\n- [/] 题 ^b\n## 问\n- [-] 题 ^c\n',
	'c.md': '---\ncategory: stream-processing\n---\n## 问\n- [ ] 题 ^d\n',
	'd.md': '---\ncategory: a|b\n---\n## 问\n- [ ] 题 ^e\n',
	'e.md': '## 问\n- [?] 题 ^f\n',
};

test('progress has a row for each category, shipped ones first, and one for all', () => {
	expect(print(FILES)).toEqual([
		'| 类别 | 总数 | 待答 | 不稳 | 扎实 |',
		'| --- | --- | --- | --- | --- |',
		'| 流计算 | 1 | 1 | 0 | 0 |',
		'| 消息队列 | 1 | 0 | 1 | 0 |',
		'| a\\|b | 1 | 1 | 0 | 0 |',
		'| 未分类 | 1 | 1 | 0 | 0 |',
		'| zoo | 1 | 0 | 0 | 1 |',
		'| 合计 | 5 | 3 | 1 | 1 |',
	]);
});

test('progress is written in the language of the notes', () => {
	const english = print(FILES, 'en');
	expect(english[0]).toBe('| Category | Total | Open | Shaky | Solid |');
	expect(english[2]).toBe('| Stream processing | 1 | 1 | 0 | 0 |');
	expect(english.at(-1)).toBe('| All | 5 | 3 | 1 | 1 |');
});

test('a vault without a question has progress of nothing', () => {
	expect(print({}).slice(2)).toEqual(['| 合计 | 0 | 0 | 0 | 0 |']);
});
