import { expect, test } from '@jest/globals';
import { printProgress } from '../../../src/core/regions/print-progress';
import { aVault } from '../../support/a-note';

function print(
	files: Readonly<Record<string, string>>,
	language: 'zh' | 'en' = 'zh',
	argument = '',
): string[] {
	const index = aVault({ '首页.md': '', ...files });
	const note = index.find('首页.md');
	if (!note) throw new Error('no note');
	return printProgress({ index, note, language, argument }).split('\n');
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

const NOTE = (type: string): string =>
	`---
type: ${type}
---
## 应用场景
### 用在哪？
- [x] 题 ^a
## 原理
### 为什么？
- [/] 题 ^b
### 何时？
- [ ] 题 ^c
### 别问？
- [-] 题 ^d
## 别的
### 还有？
- [ ] 题 ^e
### 没有编号？
`;

test.each(['technology', 'concept'])(
	'on a %s, progress is that of its own questions by kind, in the order of kinds',
	type => {
		expect(print({ ...FILES, '首页.md': NOTE(type) })).toEqual([
			'| 题型 | 总数 | 待答 | 不稳 | 扎实 |',
			'| --- | --- | --- | --- | --- |',
			'| 原理 | 2 | 1 | 1 | 0 |',
			'| 应用场景 | 1 | 0 | 0 | 1 |',
			'| 其他 | 1 | 1 | 0 | 0 |',
			'| 合计 | 4 | 2 | 1 | 1 |',
		]);
	},
);

test('kinds are named in the language of the notes', () => {
	const english = print({ '首页.md': NOTE('technology') }, 'en');
	expect(english[0]).toBe('| Kind | Total | Open | Shaky | Solid |');
	expect(english[2]).toBe('| Principles | 2 | 1 | 1 | 0 |');
});

test('a technology without a question has progress of nothing', () => {
	expect(print({ ...FILES, '首页.md': '---\ntype: technology\n---\n' }).slice(2)).toEqual([
		'| 合计 | 0 | 0 | 0 | 0 |',
	]);
});

test('a vault without a question has progress of nothing', () => {
	expect(print({}).slice(2)).toEqual(['| 合计 | 0 | 0 | 0 | 0 |']);
});

test('the questions are those of the index, which may have the note as it will be after the refresh', () => {
	const index = aVault({ 'a.md': NOTE('technology') });
	const note = aVault({ 'a.md': '---\ntype: technology\n---\n' }).find('a.md');
	if (!note) throw new Error('no note');
	const body = printProgress({ index, note, language: 'zh', argument: '' });
	expect(body.split('\n').at(-1)).toBe('| 合计 | 4 | 2 | 1 | 1 |');
});

test('progress of a category has a row for each of its notes that asks, by tier and title, on any note', () => {
	const files = {
		...FILES,
		'b2.md': '---\ncategory: message-queue\ntier: 1\n---\n## 问\n- [x] 题 ^g\n',
		'b3.md': '---\ncategory: message-queue\n---\n没有问题\n',
		'首页.md': NOTE('technology'),
	};
	expect(print(files, 'zh', 'message-queue')).toEqual([
		'| 笔记 | 总数 | 待答 | 不稳 | 扎实 |',
		'| --- | --- | --- | --- | --- |',
		'| b2 | 1 | 0 | 0 | 1 |',
		'| b | 1 | 0 | 1 | 0 |',
		'| 合计 | 2 | 0 | 1 | 1 |',
	]);
	expect(print(files, 'en', 'none')).toHaveLength(3);
});
