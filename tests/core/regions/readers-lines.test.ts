import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { foldingOf, markLines } from '../../../src/core/regions/line-marks';
import { readersLines } from '../../../src/core/regions/readers-lines';
import { propertyRuns } from '../../support/property-runs';

const TABLE = ['| 对比项 | [[Flink]] |', '| --- | --- |', '| 模型 | 流 |', '| 状态 | 本地 |'];

/** A region as earlier versions wrote it: its marker tells nothing of its lines. */
const EARLIER = { name: 'backlinks', merged: false };

function moved(body: readonly string[], wanted: readonly string[]): string[] {
	return readersLines(body.join('\n'), wanted.join('\n'), EARLIER);
}

describe("the reader's lines of a body", () => {
	test.each<[string, string[], string[]]>([
		['nothing where nothing was added', TABLE, []],
		[
			'a line that the program writes too, once more',
			[...TABLE, '', '- a', ...TABLE],
			['- a', ...TABLE],
		],
		['a copy of a row', [...TABLE.slice(0, 3), TABLE[2] ?? '', TABLE[3] ?? ''], [TABLE[2] ?? '']],
		[
			'a table with its own delimiter row, below',
			[...TABLE, '', '| 甲 |', '| --- | --- |', '| 乙 |'],
			['| 甲 |', '| --- | --- |', '| 乙 |'],
		],
		[
			'a table with the same head, above',
			[...TABLE.slice(0, 2), '| 我的 | 行 |', '', ...TABLE],
			[...TABLE.slice(0, 2), '| 我的 | 行 |'],
		],
		[
			'blank lines in code, with the blanks in them',
			['```sql', 'select 1', '', '', ' ', '-- x', '```', '', ...TABLE],
			['```sql', 'select 1', '', '', ' ', '-- x', '```'],
		],
		['lines that stood apart, parted', ['甲', ...TABLE, '乙'], ['甲', '', '乙']],
		[
			'no padding by the table editor, though every line differs',
			[
				'| 对比项 | [[Flink]] |',
				'| ------ | --------- |',
				'| 模型   | 流        |',
				'| 状态   | 本地      |',
			],
			[],
		],
		[
			'a row, in a table that was padded because of it',
			[
				'| 对比项 | [[Flink]] |',
				'| ------ | --------- |',
				'| 我的   | 行        |',
				'| 模型   | 流        |',
				'| 状态   | 本地      |',
			],
			['| 我的   | 行        |'],
		],
	])('are %s', (_, body, expected) => {
		expect(moved(body, TABLE)).toEqual(expected);
	});

	test('are the same whatever the line breaks', () => {
		for (const eol of ['\r\n', '\r'])
			expect(readersLines(['甲', '', '乙', ...TABLE].join(eol), TABLE.join('\n'), EARLIER)).toEqual(
				['甲', '', '乙'],
			);
	});

	test('are found where aligning would take long', () => {
		const wanted = Array.from({ length: 3000 }, (_, i) => `- ${i}`);
		const start = performance.now();
		expect(moved([...wanted, '甲'].reverse(), wanted)).toEqual(['甲']);
		expect(performance.now() - start).toBeLessThan(2000);
	});
});

const generated = fc.array(
	fc.constantFrom('', '**上游**', '- [[a]]', '| a | b |', '| --- | --- |', '| --- |', '```'),
	{ maxLength: 12 },
);
const strange = fc.array(
	fc.constantFrom(
		'',
		' ',
		'我的话',
		'- 二',
		'| 甲 | 乙 |',
		'| :-- | --: |',
		'~~~',
		'    code',
		'---',
	),
	{ maxLength: 12 },
);

function insert(into: readonly string[], lines: readonly string[], at: number): string[] {
	const place = at % (into.length + 1);
	return [...into.slice(0, place), ...lines, ...into.slice(place)];
}

function isBlank(line: string): boolean {
	return line.trim() === '';
}

/** Lines without the blank ones at both ends. */
function trim(lines: readonly string[]): string[] {
	const first = lines.findIndex(line => !isBlank(line));
	const below = [...lines].reverse().findIndex(line => !isBlank(line));
	return first < 0 ? [] : lines.slice(first, lines.length - below);
}

describe('over any body that was written, whatever would be written now', () => {
	const movedFrom = (
		body: readonly string[],
		written: readonly string[],
		now: string[],
	): string[] =>
		readersLines(body.join('\n'), now.join('\n'), {
			...EARLIER,
			lines: markLines(written.join('\n'), foldingOf(EARLIER.name)),
		});

	test('what moves is what was put in, in its order, with its blank lines', () => {
		fc.assert(
			fc.property(generated, generated, strange, fc.nat(), (written, now, lines, at) => {
				expect(movedFrom(insert(written, lines, at), written, now)).toEqual(trim(lines));
			}),
			{ numRuns: propertyRuns(2000) },
		);
	});

	test('a pasted table survives whole, with the rows that the program writes too', () => {
		const table = ['| a | b |', '| --- | --- |', '| x | y |', '| z | w |'];
		const others = generated.map(lines => lines.filter(line => !table.includes(line)));
		fc.assert(
			fc.property(others, fc.nat(3), fc.boolean(), fc.boolean(), (now, row, isChanged, isAbove) => {
				const pasted = table.map((line, i) => (isChanged && i === row ? '| 我的 | 行 |' : line));
				const body = insert(table, ['', ...pasted, ''], isAbove ? 0 : table.length);
				expect(movedFrom(body, table, now).filter(line => !isBlank(line))).toEqual(pasted);
			}),
			{ numRuns: propertyRuns(500) },
		);
	});

	test('lines that only repeat what the program wrote are nobody’s', () => {
		const written = ['**上游**', '', '- [[a]]：甲', '', '**提及**', '', '- [[b]]：乙'];
		const copies = ['**提及**', '- [[a]]：甲'];
		expect(movedFrom([...written, '', ...copies], written, [])).toEqual([]);
		expect(movedFrom([...written, '', ...copies, '我的'], written, [])).toEqual([
			...copies,
			'我的',
		]);
	});

	test('no order of its lines makes one of them the reader’s, but for rows that part table heads', () => {
		fc.assert(
			fc.property(generated, generated, fc.infiniteStream(fc.nat()), (written, now, chance) => {
				const places = [...chance.take(written.length)];
				const rank = written.map((line, i) => ({ line, at: places[i] ?? 0 }));
				const shuffled = rank.sort((a, b) => a.at - b.at).map(({ line }) => line);
				const found = movedFrom(shuffled, written, now);
				expect(found.filter(line => !isBlank(line) && !line.includes('---'))).toEqual([]);
			}),
			{ numRuns: propertyRuns(1000) },
		);
	});
});

describe('over any body and any lines put into it', () => {
	test('what moves is what was put in, in its order, with its blank lines', () => {
		fc.assert(
			fc.property(generated, strange, fc.nat(), (wanted, lines, at) => {
				expect(moved(insert(wanted, lines, at), wanted)).toEqual(trim(lines));
			}),
			{ numRuns: propertyRuns(2000) },
		);
	});

	// `a b` put before `a c` leaves the same text as `b a` put behind that `a`: nobody can tell them apart.
	test('lines that the program writes too survive as often, in an order that leaves the same text', () => {
		fc.assert(
			fc.property(generated, fc.oneof(generated, strange), fc.nat(), (wanted, lines, at) => {
				const found = moved(insert(wanted, lines, at), wanted).filter(line => !isBlank(line));
				const inserted = lines.filter(line => !isBlank(line));
				const turned = inserted.map((_, i) => [...inserted.slice(i), ...inserted.slice(0, i)]);
				expect([[], ...turned].filter(one => one.length === inserted.length)).toContainEqual(found);
			}),
			{ numRuns: propertyRuns(2000) },
		);
	});

	test('a block between blank lines is never torn by the lines around it', () => {
		const unique = fc.uniqueArray(fc.constantFrom(...'abcdefgh'), { minLength: 1 });
		fc.assert(
			fc.property(unique, unique, fc.nat(), (wanted, lines, at) => {
				expect(moved(insert(wanted, ['', ...lines, ''], at), wanted)).toEqual(lines);
			}),
			{ numRuns: propertyRuns(1000) },
		);
	});

	test('many changes at once lose no line that the program does not write', () => {
		fc.assert(
			fc.property(generated, generated, strange, (wanted, body, lines) => {
				const mixed = body.flatMap((line, i) => [line, ...lines.slice(i, i + 1)]);
				const found = moved(mixed, wanted);
				for (const line of new Set(lines.slice(0, body.length).filter(one => !isBlank(one)))) {
					const count = (all: readonly string[]): number => all.filter(one => one === line).length;
					expect(count(found)).toBe(count(mixed));
				}
			}),
			{ numRuns: propertyRuns(500) },
		);
	});
});
