import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { printTable } from '../../../src/core/markdown/table';
import { linksInLine } from '../../../src/core/markdown/scan-links';
import { splitLines } from '../../../src/core/text/line';
import { propertyRuns } from '../../support/property-runs';

/** The cells of a row as GFM parts them: at every bar that has no odd run of backslashes before it. */
function cellsOf(row: string): string[] {
	const cells = [''];
	for (const [piece] of row.matchAll(/\\[^]|[^]/g)) {
		if (piece === '|') cells.push('');
		else cells.push((cells.pop() ?? '') + piece);
	}
	return cells.slice(1, -1).map(cell => cell.trim());
}

describe('printTable', () => {
	test('prints a header, a rule and rows', () => {
		expect(
			printTable(
				['引擎', '模型'],
				[
					['Flink', '逐条'],
					['Spark', '微批'],
				],
			),
		).toBe('| 引擎 | 模型 |\n| --- | --- |\n| Flink | 逐条 |\n| Spark | 微批 |');
	});

	test('escapes every bar, also in links and code, and none twice', () => {
		const row = printTable(['a'], [['[[Kafka|K]] `x|y` p\\|q']]).split('\n')[2];
		expect(row).toBe('| [[Kafka\\|K]] `x\\|y` p\\|q |');
	});

	test('keeps a link with an alias whole', () => {
		const row = printTable(['a'], [['[[Kafka|消息]]']]).split('\n')[2] ?? '';
		const [line] = splitLines(row);
		expect(line && linksInLine(row, row, line)).toMatchObject([{ target: 'Kafka', alias: '消息' }]);
	});

	test('puts a cell on one line', () => {
		expect(printTable(['a'], [[' x\r\n\n y ']]).split('\n')[2]).toBe('| x y |');
	});

	test('prints a header without rows', () => {
		expect(printTable(['a', 'b'], [])).toBe('| a | b |\n| --- | --- |');
	});

	test('gives every row as many cells as the header, whatever stands in them', () => {
		const cell = fc.oneof(
			fc.string({ unit: fc.constantFrom('a', '|', '\\', ' ', '\n', '\r', '`', '[[x|y]]') }),
			fc.string({ unit: 'binary' }),
		);
		const table = fc
			.integer({ min: 1, max: 4 })
			.chain(width =>
				fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1 }),
			);
		fc.assert(
			fc.property(table, ([header = [], ...rows]) => {
				const lines = printTable(header, rows).split('\n');
				expect(lines).toHaveLength(rows.length + 2);
				for (const line of lines) expect(cellsOf(line)).toHaveLength(header.length);
			}),
			{ numRuns: propertyRuns(200) },
		);
	});
});
