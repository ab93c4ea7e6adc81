import { describe, expect, test } from '@jest/globals';
import { buildComparison, comparisonRequestOf } from '../../../src/core/comparisons/comparison';
import { aNote, aVault } from '../../support/a-note';

const flink = aNote(
	'技术/Flink.md',
	'---\ntype: technology\n执行模型: 逐条\nSQL: 有\n延迟: 毫秒\n---\n',
);
const spark = aNote('Spark.md', '---\ntype: technology\n执行模型: 微批\nSQL: 有\nGPU: 有\n---\n');

describe('a comparison', () => {
	test('takes every criterion that any alternative has, in order of appearance', () => {
		expect(buildComparison([flink, spark])).toEqual({
			alternatives: [
				{ path: '技术/Flink.md', title: 'Flink' },
				{ path: 'Spark.md', title: 'Spark' },
			],
			criteria: ['执行模型', 'SQL', '延迟', 'GPU'],
			cells: [
				['逐条', '微批'],
				['有', '有'],
				['毫秒', undefined],
				[undefined, '有'],
			],
		});
	});

	test('keeps the criteria that are asked for, in that order, known or not', () => {
		const { criteria, cells } = buildComparison([flink, spark], { criteria: ['SQL', '价格'] });
		expect(criteria).toEqual(['SQL', '价格']);
		expect(cells).toEqual([
			['有', '有'],
			[undefined, undefined],
		]);
	});

	test('shows only differences, and silence differs from a value', () => {
		const { criteria } = buildComparison([flink, spark], { onlyDifferences: true });
		expect(criteria).toEqual(['执行模型', '延迟', 'GPU']);
	});

	test('of one alternative has no differences, of none no criteria', () => {
		expect(buildComparison([flink], { onlyDifferences: true }).criteria).toEqual([]);
		expect(buildComparison([])).toEqual({ alternatives: [], criteria: [], cells: [] });
	});

	test('takes the names of methods for names', () => {
		const odd = aNote('o.md', '---\n__proto__: a\nconstructor: b\n---\n');
		expect(buildComparison([odd])).toMatchObject({
			criteria: ['__proto__', 'constructor'],
			cells: [['a'], ['b']],
		});
	});
});

describe('the request of a comparison note', () => {
	function requestOf(...lines: string[]): ReturnType<typeof comparisonRequestOf> {
		const note = aNote('对比.md', ['---', 'type: comparison', ...lines, '---', ''].join('\n'));
		const index = aVault({ 'Flink.md': '', 'a/Spark.md': '', '对比.md': note.text });
		return comparisonRequestOf(index, note);
	}

	test('finds alternatives by link, by link with alias and by bare name', () => {
		const { alternatives, missing, criteria } = requestOf(
			'alternatives:',
			'  - "[[Flink]]"',
			'  - "[[a/Spark|星火]]"',
			'  - spark',
			'criteria:',
			'  - 执行模型',
		);
		expect(alternatives.map(({ path }) => path)).toEqual(['Flink.md', 'a/Spark.md', 'a/Spark.md']);
		expect([missing, criteria]).toEqual([[], ['执行模型']]);
	});

	test('names the alternatives that are not there', () => {
		const { alternatives, missing } = requestOf(
			'alternatives:',
			'  - "[[Storm]]"',
			'  - "[[Flink]]"',
		);
		expect(missing).toEqual(['[[Storm]]']);
		expect(alternatives.map(({ path }) => path)).toEqual(['Flink.md']);
	});

	test('leaves the criteria open where none are named', () => {
		expect(requestOf('criteria: []').criteria).toBeUndefined();
		expect(requestOf().alternatives).toEqual([]);
	});
});
