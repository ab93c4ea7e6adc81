import { describe, expect, test } from '@jest/globals';
import { arrangeComparison } from '../../../src/core/comparisons/arrange-comparison';
import type { Comparison } from '../../../src/core/comparisons/comparison';

const comparison: Comparison = {
	alternatives: ['A', 'B', 'C'].map(title => ({ path: `${title}.md`, title })),
	criteria: ['延迟', 'SQL', '状态'],
	cells: [
		['2 毫秒', '1 秒', undefined],
		['有', '有', '有'],
		[undefined, 'RocksDB', '内存'],
	],
};
const titles = ({ alternatives }: Comparison): string[] => alternatives.map(({ title }) => title);

describe('a comparison that is looked at', () => {
	test('orders numbers by value, whatever stands around them', () => {
		const order = (...values: string[]): readonly string[] => {
			const alternatives = values.map(title => ({ path: title, title }));
			const sort = { criterion: 'x', descending: false };
			return titles(
				arrangeComparison({ alternatives, criteria: ['x'], cells: [values] }, { sort }),
			);
		};
		expect(order('10 ms', '9 ms', '0.5 ms')).toEqual(['0.5 ms', '9 ms', '10 ms']);
		expect(order('约 10–20', '约 10–3', '约 9–30')).toEqual(['约 9–30', '约 10–3', '约 10–20']);
		expect(order('b', 'a10', 'a9', '2')).toEqual(['2', 'a9', 'a10', 'b']);
	});

	test('without a wish is as it was', () => {
		expect(arrangeComparison(comparison, {})).toEqual(comparison);
	});

	test('leaves alternatives out, with their values', () => {
		const { alternatives, cells } = arrangeComparison(comparison, { hidden: new Set(['B.md']) });
		expect(alternatives.map(({ path }) => path)).toEqual(['A.md', 'C.md']);
		expect(cells).toEqual([
			['2 毫秒', undefined],
			['有', '有'],
			[undefined, '内存'],
		]);
	});

	test('leaves criteria out', () => {
		const hiddenCriteria = new Set(['SQL', '没有']);
		expect(arrangeComparison(comparison, { hiddenCriteria }).criteria).toEqual(['延迟', '状态']);
	});

	test('keeps the criteria that hold all words, in name or value, whatever case and width', () => {
		const criteriaFor = (filter: string): readonly string[] =>
			arrangeComparison(comparison, { filter }).criteria;
		expect(criteriaFor('ｒｏｃｋｓ')).toEqual(['状态']);
		expect(criteriaFor('sql')).toEqual(['SQL']);
		expect(criteriaFor('延迟 秒')).toEqual(['延迟']);
		expect(criteriaFor('延迟 内存')).toEqual([]);
	});

	test('a word of an alternative that is left out finds nothing', () => {
		const hidden = new Set(['B.md']);
		expect(arrangeComparison(comparison, { hidden, filter: 'rocksdb' }).criteria).toEqual([]);
	});

	test('orders the alternatives by a criterion, both ways, silence last', () => {
		const sorted = (descending: boolean): string[] =>
			titles(arrangeComparison(comparison, { sort: { criterion: '延迟', descending } }));
		expect(sorted(false)).toEqual(['B', 'A', 'C']);
		expect(sorted(true)).toEqual(['A', 'B', 'C']);
	});

	test('keeps the order when all say the same, or the criterion is gone', () => {
		for (const criterion of ['SQL', '没有']) {
			const sort = { criterion, descending: true };
			expect(titles(arrangeComparison(comparison, { sort }))).toEqual(['A', 'B', 'C']);
		}
	});

	test('shows only what differs among those that are shown', () => {
		expect(arrangeComparison(comparison, { onlyDifferences: true }).criteria).toEqual([
			'延迟',
			'状态',
		]);
		const hidden = new Set(['B.md', 'C.md']);
		expect(arrangeComparison(comparison, { hidden, onlyDifferences: true }).criteria).toEqual([]);
	});
});
