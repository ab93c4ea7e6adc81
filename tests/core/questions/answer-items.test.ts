import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
	readItems,
	readItemsFromTree,
	readPlainItems,
} from '../../../src/core/questions/answer-items';
import { splitAnswerParts } from '../../../src/core/questions/answer-parts';
import { listQuestions } from '../../../src/core/questions/question';
import { referenceAnswerOf } from '../../../src/core/questions/reference-answer';
import { aVault } from '../../support/a-note';
import { propertyRuns } from '../../support/property-runs';
import vaultTemplates from '../../support/vault-template';

describe('an item', () => {
	test.each([
		['a list in it', '- a\n  - b\n    - c\n- d', ['a\n- b\n  - c', 'd']],
		['a list in it that is set in by tabs', '- a\n\t- b\n\t\t- c', ['a\n  - b\n  \t- c']],
		['a numbered list in it', '1. a\n   1. b\n2. c', ['a\n1. b', 'c']],
		[
			'code in it',
			'- a\n\n  ```sql\n  if\n    x\n\n  ```\n- b',
			['a\n\n```sql\nif\n  x\n\n```', 'b'],
		],
		['code at its beginning', '- ```sql\n  a\n  ```', ['```sql\na\n```']],
		[
			'a table in it',
			'- a\n\n  | x | y |\n  |---|---|\n  | 1 | 2 |\n- b',
			['a\n\n| x | y |\n|---|---|\n| 1 | 2 |', 'b'],
		],
		['a quote in it', '- a\n  > [!note] b\n  > c', ['a\n> [!note] b\n> c']],
		['a second paragraph', '- a\n\n  b\n\n- c', ['a\n\nb', 'c']],
	])('keeps %s', (_, markdown, items) => {
		expect(readItems(markdown)).toEqual({ items, remarks: '' });
	});

	test('has no box', () => {
		expect(readItems('- [ ] a\n- [x] b\n- [/]  c').items).toEqual(['a', 'b', 'c']);
		expect(readItems('- [ ] a\n  - [x] b').items).toEqual(['a\n- [x] b']);
		expect(readItems('- [a](b)\n- [ab] c\n- [[a]] b').items).toEqual([
			'[a](b)',
			'[ab] c',
			'[[a]] b',
		]);
	});

	test('that is empty is none', () => {
		expect(readItems('- a\n-\n- [ ] \n- b').items).toEqual(['a', 'b']);
	});
});

describe('what stands beside a list', () => {
	test.each([
		['a paragraph above', '（共三条）\n- a\n- b', '（共三条）'],
		['a paragraph below', '- a\n- b\n\n完', '完'],
		['code below', '- a\n- b\n\n```sql\nselect 1\n\n```', '```sql\nselect 1\n\n```'],
		['a table below', '- a\n- b\n\n| x |\n|---|\n| 1 |', '| x |\n|---|\n| 1 |'],
		['both', '一\n\n- a\n\n二\n\n- b', '一\n\n二'],
	])('is no item, and is kept as written: %s', (_, markdown, remarks) => {
		expect(readItems(markdown)).toEqual({ items: ['a', 'b'], remarks });
	});

	test('may be another list', () => {
		expect(readItems('- a\n\n1. b\n\n---\n')).toEqual({ items: ['a', 'b'], remarks: '' });
	});
});

test('without a list, each block is an item', () => {
	expect(readItems('一句话')).toEqual({ items: ['一句话'], remarks: '' });
	expect(readItems('一\n二\n\n```\na\n```')).toEqual({
		items: ['一\n二', '```\na\n```'],
		remarks: '',
	});
	expect(readItems('')).toEqual({ items: [], remarks: '' });
});

const LINES = [
	...['', '', '- 一条', '- 又一条 `a | b` [[链接]]', '- **粗** 开头', '- - 嵌套', '- 1. 数字'],
	...['- `码` 开头', '`码` 开头', '- ```', '- [ ] 框', '  - 缩进', '普通一行', '普通一行\\'],
	...['硬换行  ', '1. 数字', '* 星', '> 引用', '```', '---', '# 标题', '[a]: https://example.org'],
	...['| 表 |', '<b>', '    代码', '***', '-', '===', '- 项  ', '\t- 制表', '- <b>', '- [a]: x'],
];

describe('reading line by line', () => {
	test('is enough for every answer that ships, and says what the tree says', () => {
		const index = aVault(
			Object.fromEntries(
				Object.entries(vaultTemplates.zh ?? {}).filter(([path]) => path.endsWith('.md')),
			),
		);
		const questions = listQuestions(index);
		expect(questions.length).toBeGreaterThan(200);
		for (const question of questions) {
			const note = index.find(question.path);
			const markdown = (note && referenceAnswerOf(note, question)?.markdown) ?? '';
			const { keyPoints, followUps, mistakes } = splitAnswerParts(markdown).parts;
			for (const part of [keyPoints, followUps, mistakes]) {
				const plain = readPlainItems(part);
				expect([question.id, plain]).toEqual([question.id, readItemsFromTree(part)]);
				expect(plain?.remarks).toBe('');
			}
		}
	});

	test('says what the tree says, or leaves it to the tree', () => {
		const markdown = fc.array(fc.constantFrom(...LINES), { maxLength: 12 });
		fc.assert(
			fc.property(markdown, lines => {
				const text = lines.join('\n').trim();
				const plain = readPlainItems(text);
				if (plain) expect(plain).toEqual(readItemsFromTree(text));
			}),
			{ numRuns: propertyRuns(1500) },
		);
	});
});
