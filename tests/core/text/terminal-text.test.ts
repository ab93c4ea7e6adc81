import { describe, expect, test } from '@jest/globals';
import {
	displayWidth,
	layoutColumns,
	padColumns,
	withoutControls,
} from '../../../src/core/text/terminal-text';

describe('displayWidth', () => {
	test.each([
		['', 0],
		['Flink CDC', 9],
		['流计算', 6],
		['「引用」，。！', 14],
		['ａＢ１', 6],
		['カタカナ', 8],
		['한글', 4],
		['·★…—', 4],
		['café', 4],
		['cafe\u0301', 4],
		['한', 2],
		['e\u0301\u0323', 1],
		['a\u200Bb\u200Dc\uFE0F', 3],
		['😀', 2],
		['🚀', 2],
		['✅⭐', 4],
		['𠮷', 2],
	])('“%s” takes %d columns', (text, width) => {
		expect(displayWidth(text)).toBe(width);
	});
});

describe('padColumns', () => {
	test('fills up to a number of columns and never cuts', () => {
		expect(padColumns('流', 4)).toBe('流  ');
		expect(padColumns('流计算', 4)).toBe('流计算');
		expect(padColumns('', 2)).toBe('  ');
	});
});

describe('layoutColumns', () => {
	test('aligns Chinese and Latin cells, and leaves no space at the end of a line', () => {
		const rows = [
			['', '总数', '待答'],
			['问题', '12', '3'],
			['  Flink', '9', ''],
		];
		expect(layoutColumns(rows)).toBe(
			['         总数  待答', '问题     12    3', '  Flink  9', ''].join('\n'),
		);
	});

	test('takes rows of different lengths; an empty row is an empty line', () => {
		expect(layoutColumns([['a', 'b'], [''], ['ccc'], []])).toBe('a    b\n\nccc\n\n');
		expect(layoutColumns([])).toBe('');
	});
});

describe('withoutControls', () => {
	test('takes out what could colour, move or rename a terminal', () => {
		const hostile = '\u001B[31mred\u001B]0;title\u0007\r\b\u009B2J\u007F\u0000';
		expect(withoutControls(hostile)).toBe('[31mred]0;title2J');
	});

	test('keeps text, line breaks and tabs', () => {
		const text = '流\tcafe\u0301\n😀 — “x”';
		expect(withoutControls(text)).toBe(text);
	});
});
