import { expect, test } from '@jest/globals';
import { categoryName, categoryOrder } from '../../../src/core/schema/category';

test('a shipped category has a name in both languages', () => {
	expect(categoryName('table-format', 'zh')).toBe('表格式');
	expect(categoryName('table-format', 'en')).toBe('Table formats');
});

test('a category of the reader stands for itself', () => {
	expect(categoryName('graph-db', 'zh')).toBe('graph-db');
	expect(categoryName('toString', 'en')).toBe('toString');
});

test('shipped categories come in their order, all others after them', () => {
	const categories = ['zzz', 'data-integration', 'message-queue', 'stream-processing', 'aaa'];
	expect(categories.sort((a, b) => categoryOrder(a) - categoryOrder(b))).toEqual([
		'stream-processing',
		'message-queue',
		'data-integration',
		'zzz',
		'aaa',
	]);
});
