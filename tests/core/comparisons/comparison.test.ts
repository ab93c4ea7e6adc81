import { describe, expect, test } from '@jest/globals';
import { buildComparison } from '../../../src/core/comparisons/comparison';
import { aNote } from '../../support/a-note';

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
