import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { foldingOf, markLines, markOf } from '../../../src/core/regions/line-marks';
import { propertyRuns } from '../../support/property-runs';

const fold = foldingOf('backlinks');
const isAlike = (a: string, b: string, name = 'backlinks'): boolean =>
	markOf(foldingOf(name)(a)) === markOf(foldingOf(name)(b));

describe('two lines have the same mark', () => {
	test.each([
		['padding', '| a   | b |', '|  a | b   |'],
		['the length of a rule', '| --- | ------ |', '| -------- | --- |'],
		['the target of a link', '- [[Old]]：读', '- [[x/New]]：读'],
		['the target of a link with an alias', '- [[Old#^q|问]]', '- [[New#^q2|问]]'],
		['the target of a link in a table', '| 行 | [[Old\\|名]] |', '| 行 | [[New#h\\|名]] |'],
		['the target of a Markdown link', '- [名](Old.md)：读', '- [名](<a b/New.md#h>)：读'],
	])('that differ in %s', (_, a, b) => {
		expect(isAlike(a, b)).toBe(true);
	});

	test.each([
		['an alias', '[[a|甲]]', '[[a|乙]]'],
		['words', '- [[a]]：甲', '- [[a]]：乙'],
		['a number', '- 1', '- 2'],
		['a link, where they are nothing but links', '- [[a]]', '- [[b]]'],
		['links to the web', '[x](https://a)', '[x](https://b)'],
	])('never if they differ in %s', (_, a, b) => {
		expect(isAlike(a, b)).toBe(false);
	});

	test.each(['progress', 'progress:x'])('in %s, if they differ in numbers and bars', name => {
		expect(isAlike('| 合计 | 12 | 9% | ███░ |', '| 合计 | 3 | 10% | █░░░ |', name)).toBe(true);
		expect(isAlike('| 合计 | 12 |', '| 我的 | 12 |', name)).toBe(false);
	});
});

describe('the marks of a body', () => {
	test('are five letters or digits for each line that is not blank', () => {
		fc.assert(
			fc.property(fc.array(fc.string()), parts => {
				const lines = parts.map(part => part.replace(/\n/g, ''));
				const count = lines.filter(line => line.trim() !== '').length;
				expect(markLines(lines.join('\n'), fold)).toMatch(
					new RegExp(`^[0-9A-Za-z]{${5 * count}}$`),
				);
			}),
			{ numRuns: propertyRuns(300) },
		);
	});

	test('are none above 3,000 lines: a marker that is too long is none', () => {
		const lines = (count: number): string => Array.from({ length: count }, (_, i) => i).join('\n');
		expect(markLines(lines(3000), fold)).toHaveLength(15_000);
		expect(markLines(lines(3001), fold)).toBe('');
	});

	test('are as good as different for different lines', () => {
		const marks = Array.from({ length: 20_000 }, (_, i) => markOf(fold(`- 第 ${i} 行`)));
		// 20,000 of 900 million make 0.2 pairs on average.
		expect(20_000 - new Set(marks).size).toBeLessThan(4);
	});
});
