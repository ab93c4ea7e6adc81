import { describe, expect, test } from '@jest/globals';
import { emptyCells, untrackedQuestions } from '../../../src/core/tracking/untracked-question';
import { aNote, aVault } from '../../support/a-note';

describe('untracked questions', () => {
	const index = aVault({
		'b.md': '## 原理\n### 屏障\n### 为什么？\n- [ ] 题 ^b-1\n',
		'a.md': '## 一？\n## 二？\n',
	});

	test('are those of one note', () => {
		expect(untrackedQuestions(index, 'b.md')).toEqual([
			{ path: 'b.md', prompt: '屏障', kind: 'principle', line: 2 },
		]);
	});

	test('are those of the whole vault, by path and place', () => {
		expect(untrackedQuestions(index).map(({ prompt }) => prompt)).toEqual(['一？', '二？', '屏障']);
	});

	test('are none in a note that is not there', () => {
		expect(untrackedQuestions(index, 'c.md')).toEqual([]);
	});
});

describe('empty cells', () => {
	const comparison = (criteria: string): string =>
		`---\ntype: comparison\nalternatives: ["[[Flink]]", "[[Spark]]", "[[无]]"]\n${criteria}---\n`;
	const files = {
		'Flink.md': '---\n执行模型: 逐条\n状态:\n---\n',
		'Spark.md': '---\n状态: 有\n语言: []\n---\n',
		'对比.md': comparison('criteria: [执行模型, 状态, 语言]\n'),
	};

	test('are the criteria on which an alternative says nothing', () => {
		expect(emptyCells(aVault(files))).toEqual([
			{ path: 'Flink.md', criterion: '状态', prompt: 'Flink 的状态是怎样的？' },
			{ path: 'Flink.md', criterion: '语言', prompt: 'Flink 的语言是怎样的？' },
			{ path: 'Spark.md', criterion: '执行模型', prompt: 'Spark 的执行模型是怎样的？' },
			{ path: 'Spark.md', criterion: '语言', prompt: 'Spark 的语言是怎样的？' },
		]);
	});

	test('are each named once, however many comparisons ask', () => {
		const both = { ...files, '又一个.md': comparison('criteria: [语言, 状态]\n') };
		expect(emptyCells(aVault(both))).toHaveLength(4);
	});

	test('are asked in the language of the notes', () => {
		const english = { ...files, 'Home.md': '---\ntype: home\nlanguage: en\n---\n' };
		expect(emptyCells(aVault(english))[0]?.prompt).toBe('What is the 状态 of Flink?');
	});

	test('are none where the comparison names no criteria, or is a template', () => {
		expect(emptyCells(aVault({ ...files, '对比.md': comparison('') }))).toEqual([]);
		const template = comparison('id: "{{id}}"\ncriteria: [语言]\naliases: ["{{title}}"]\n');
		expect(emptyCells(aVault({ ...files, '对比.md': template }))).toEqual([]);
	});

	test('are none once the question is written down, tracked or not', () => {
		const index = aVault(files);
		index.set(aNote('Flink.md', `${files['Flink.md']}### Flink 的状态是怎样的？\n`));
		expect(emptyCells(index).map(({ path, criterion }) => path + criterion)).toEqual([
			'Flink.md语言',
			'Spark.md执行模型',
			'Spark.md语言',
		]);
	});

	test('ask on one line, whatever a criterion is called', () => {
		const index = aVault({ ...files, '对比.md': comparison('criteria: ["两\\n行"]\n') });
		expect(emptyCells(index)[0]?.prompt).toBe('Flink 的两 行是怎样的？');
	});
});
