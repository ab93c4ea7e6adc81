import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import type { Comparison } from '../../../src/core/comparisons/comparison';
import {
	printComparison,
	printComparisonCsv,
} from '../../../src/core/comparisons/print-comparison';
import { scanNote } from '../../../src/core/markdown/scan-note';
import { aVault } from '../../support/a-note';
import { propertyRuns } from '../../support/property-runs';
import { assertAndRecord } from '../../support/reliability';

const index = aVault({ 'Flink.md': '', 'a/Kafka.md': '', 'b/Kafka.md': '' });
const place = { index, from: '对比.md', language: 'zh' } as const;

/** Reads a table as GFM does: bars part cells unless a backslash stands before them, even in code. */
function readTable(table: string): string[][] {
	const rows = table.split('\n').map(line => {
		const cells: string[] = [];
		let cell = '';
		for (let i = 1; i < line.length; i++) {
			if (line[i] === '\\' && line[i + 1] === '|') cell += line[++i] ?? '';
			else if (line[i] !== '|') cell += line[i] ?? '';
			else {
				cells.push(cell.trim());
				cell = '';
			}
		}
		if (!/^\|[ -]/.test(line) || cell !== '') throw new Error(`No row of a table: ${line}`);
		return cells;
	});
	const [header = [], delimiter = [], ...body] = rows;
	const isWhole = [delimiter, ...body].every(row => row.length === header.length);
	if (!isWhole || delimiter.some(cell => cell !== '---')) throw new Error(`No table: ${table}`);
	return [header, ...body];
}

/** Reads comma-separated values after RFC 4180. */
function readCsv(text: string): string[][] {
	const rows: string[][] = [];
	let row: string[] = [];
	for (const [, field = '', end] of text.matchAll(/"((?:[^"]|"")*)"(,|\r\n)/g)) {
		row.push(field.replaceAll('""', '"'));
		if (end !== '\r\n') continue;
		rows.push(row);
		row = [];
	}
	return rows;
}

function aComparison(cells: (string | undefined)[][], criteria?: string[]): Comparison {
	return {
		alternatives: [
			{ path: 'Flink.md', title: 'Flink' },
			{ path: 'b/Kafka.md', title: 'Kafka' },
		],
		criteria: criteria ?? cells.map((_, i) => `项${i}`),
		cells,
	};
}

describe('a printed table', () => {
	test('has a column for each alternative, headed by a link that works', () => {
		expect(printComparison(aComparison([['逐条', '日志']]), place)).toBe(
			[
				'| 对比项 | [[Flink]] | [[b/Kafka\\|Kafka]] |',
				'| --- | --- | --- |',
				'| 项0 | 逐条 | 日志 |',
			].join('\n'),
		);
	});

	test('says so where nothing is known, in the language of the notes', () => {
		const comparison = aComparison([[undefined, 'x']]);
		expect(readTable(printComparison(comparison, place))[1]).toEqual(['项0', '（待填）', 'x']);
		expect(printComparison(comparison, { ...place, language: 'en' })).toContain(
			'| Criterion | [[Flink]] | [[b/Kafka\\|Kafka]] |',
		);
	});

	test('keeps bars, also in code and links, and puts every cell on one line', () => {
		const cells = [
			['a|b', '`x || y`'],
			['[[K|k]]', 'one\ntwo\r\nthree'],
		];
		expect(readTable(printComparison(aComparison(cells), place)).slice(1)).toEqual([
			['项0', 'a|b', '`x || y`'],
			['项1', 'k', 'one two three'],
		]);
	});

	test('repeats no link, tag, footnote, field, HTML or comment of a value or a criterion', () => {
		const value = '见 [[X]] ![[Y|300]] 的 #标签[^1] [a:: b] <b>**粗**</b> <!-- c %%d';
		const table = printComparison(aComparison([[value, undefined]], ['[[Z]] #z']), place);
		expect(readTable(table)[1]).toEqual([
			'Z \\#z',
			'见 X Y 的 \\#标签\\[^1] [a:\\: b] **粗** &lt;!-- c &#37;&#37;d',
			'（待填）',
		]);
		const { links, tags } = scanNote(table, 0);
		expect(links.map(({ target }) => target)).toEqual(['Flink', 'b/Kafka']);
		expect(tags).toEqual([]);
	});

	test('links to its alternatives when it is read again', () => {
		const { links } = scanNote(printComparison(aComparison([['x', 'y']]), place), 0);
		expect(links.map(({ target }) => target)).toEqual(['Flink', 'b/Kafka']);
	});

	test('runs the other way when asked: a row for each alternative', () => {
		const cells = [
			['逐条', '日志'],
			[undefined, 'x|y'],
		];
		expect(readTable(printComparison(aComparison(cells), { ...place, layout: 'rows' }))).toEqual([
			['技术', '项0', '项1'],
			['[[Flink]]', '逐条', '（待填）'],
			['[[b/Kafka|Kafka]]', '日志', 'x|y'],
		]);
	});

	test('links a value to the section that proves it, where there is one', () => {
		const proven = aVault({
			'Flink.md': '- **项0** [[#^flink-a|见]]\n\n## 项1',
			'b/Kafka.md': '- **项0** [[#^kafka-b]]',
			'Kafka.md': '',
		});
		const comparison = aComparison([
			['x', undefined],
			['y', 'z'],
		]);
		expect(
			readTable(printComparison(comparison, { ...place, index: proven, withProofs: true })).slice(
				1,
			),
		).toEqual([
			['项0', 'x [[Flink#^flink-a|依据]]', '（待填）'],
			['项1', 'y [[Flink#项1|依据]]', 'z'],
		]);
	});

	test('can be read back as the same matrix, by us and by another parser, both ways', () => {
		const unit = fc.constantFrom(
			...'ab|中"=,* `\n\r\\（。',
			...['[[Kafka|卡夫卡]]', '`a|b`', '$x|y$', '[a](b)', '\\|'],
		);
		const word = fc.string({ unit, maxLength: 8 }).map(oneLine);
		const cell = fc.option(
			word.filter(text => text !== ''),
			{ nil: undefined },
		);
		const rows = fc.array(fc.tuple(word, cell, cell), { minLength: 1, maxLength: 4 });
		assertAndRecord(
			'comparisons',
			'tables that are read back as their matrix, by two parsers, both ways',
			fc.property(rows, matrix => {
				const comparison = aComparison(
					matrix.map(([, a, b]) => [a, b]),
					matrix.map(([criterion]) => criterion),
				);
				const wanted = matrix.map(row =>
					row.map(value => shown(value === undefined ? '（待填）' : unescaped(value))),
				);
				const columns = printComparison(comparison, place);
				const across = printComparison(comparison, { ...place, layout: 'rows' });
				const turned = [['技术'], ['Flink'], ['Kafka']].map((head, i) => [
					...head,
					...wanted.map(row => row[i] ?? ''),
				]);
				const read = [readTable, readByMarkdownIt].map(readRows => readRows(columns).slice(1));
				const turnedRead = [readTable, readByMarkdownIt].map(readRows => readRows(across));
				const asShown = [...read, ...turnedRead].map(cells => cells.map(row => row.map(shown)));
				expect(asShown).toEqual([...[wanted, wanted, turned, turned]]);
			}),
			propertyRuns(5000, 20_000),
		);
	});
});

/** Emphasis depends on what stands beside it, which is a link in one text and its words in the other. */
const markdown = new MarkdownIt().disable('emphasis');
markdown.inline.ruler.before('link', 'wikilink', (state, silent) => {
	const inner = /^!?\[\[([^[\]]+)\]\]/.exec(state.src.slice(state.pos));
	if (!inner) return false;
	if (!silent) state.push('text', '', 0).content = inner[1]?.split('|').at(-1) ?? '';
	state.pos += inner[0].length;
	return true;
});

function renderedWords(cell: string): string {
	const tokens = markdown.parseInline(cell, {}).flatMap(({ children }) => children ?? []);
	return tokens.map(({ content }) => content).join('');
}

/** The cells of a table as another parser reads them. */
function readByMarkdownIt(table: string): string[][] {
	const rows: string[][] = [];
	for (const { type, content } of markdown.parse(table, {})) {
		if (type === 'tr_open') rows.push([]);
		if (type === 'inline') rows.at(-1)?.push(content);
	}
	return rows;
}

/** What a cell shows, wikilinks by their words, as another parser sees it. */
function shown(cell: string): string {
	const words = renderedWords(cell);
	return words.replace(/\s+/g, ' ').trim();
}

/** A bar that had its backslash already keeps it and no second one. */
function unescaped(text: string): string {
	return text.replace(/(\\*)\|/g, (bar, backslashes: string) =>
		backslashes.length % 2 === 1 ? bar.slice(1) : bar,
	);
}

function oneLine(text: string): string {
	return text.replace(/\s+/g, ' ').trim();
}

describe('printed CSV', () => {
	test('is quoted, parted by CRLF and empty where nothing is known', () => {
		expect(printComparisonCsv(aComparison([['a "b", c', undefined]]), 'en')).toBe(
			'"Criterion","Flink","Kafka"\r\n"项0","a ""b"", c",""\r\n',
		);
	});

	test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])(
		'makes no formula of %j, in a cell, a criterion or a title',
		text => {
			const comparison: Comparison = {
				alternatives: [{ path: 'a.md', title: text }],
				criteria: [text],
				cells: [[text]],
			};
			expect(readCsv(printComparisonCsv(comparison, 'zh'))).toEqual([
				['对比项', `'${text}`],
				[`'${text}`, `'${text}`],
			]);
		},
	);

	test('can be read back as the same matrix, whatever a cell holds', () => {
		const cell = fc.string({ unit: 'binary' }).filter(text => !/^[=+\-@\t\r]/.test(text));
		fc.assert(
			fc.property(fc.array(fc.tuple(cell, cell), { maxLength: 4 }), matrix => {
				const rows = readCsv(printComparisonCsv(aComparison(matrix), 'zh'));
				expect(rows.slice(1)).toEqual(matrix.map((row, i) => [`项${i}`, ...row]));
			}),
			{ numRuns: propertyRuns(200) },
		);
	});
});
