import { afterAll, describe, expect, jest, test } from '@jest/globals';
import { checkVault } from '../../../src/core/checks/check-vault';
import { planVaultRefresh } from '../../../src/core/regions/refresh-vault';
import type { Note } from '../../../src/core/vault/note';
import { aVault } from '../../support/a-note';
import { generateVault } from '../../support/generated-vault';
import { isDeepRun } from '../../support/property-runs';
import { recordReliability } from '../../support/reliability';
import { refreshAll } from '../../support/random-vault';
import type { Files } from '../../support/random-vault';
import { readShippedVault } from '../../support/shipped-vault';
import { writtenAttributes } from '../../support/written-attributes';

/** A way in which a program may store the same text. */
interface Form {
	readonly eol: 'LF' | 'CRLF' | 'mixed';
	readonly bom: boolean;
	readonly finalNewline: boolean;
}

const FORMS: readonly Form[] = (['LF', 'CRLF', 'mixed'] as const).flatMap(eol =>
	[false, true].flatMap(bom => [false, true].map(finalNewline => ({ eol, bom, finalNewline }))),
);

function inForm(text: string, { eol, bom, finalNewline }: Form): string {
	let count = 0;
	const lines = text
		.replace(/\r\n/g, '\n')
		.replace(/\n+$/, finalNewline ? '\n' : '')
		.replace(/\n/g, () =>
			eol === 'CRLF' || (eol === 'mixed' && count++ % 3 === 0) ? '\r\n' : '\n',
		);
	return bom ? `\uFEFF${lines}` : lines;
}

function mapTexts(files: Files, change: (text: string) => string): Files {
	return Object.fromEntries(Object.entries(files).map(([path, text]) => [path, change(text)]));
}

/** Everything that stands before, between and after the regions of a note. */
function outside({ text, structure }: Note): string {
	const starts = structure.regions.map(({ range }) => range.start);
	const ends = [0, ...structure.regions.map(({ range }) => range.end)];
	return ends.map((end, i) => text.slice(end, starts[i])).join('\0');
}

interface Refreshed {
	readonly notes: number;
	/** Of the notes that have another byte outside of their regions, and of those that a second refresh would change. */
	readonly harmed: readonly string[];
}

function refreshTwice(files: Files): Refreshed {
	const before = aVault(files);
	const after = aVault(refreshAll(files, before));
	const torn = before.notes().filter(note => {
		const now = after.find(note.path);
		return !now || outside(now) !== outside(note);
	});
	const changing = [...torn, ...planVaultRefresh(after).edits];
	return { notes: before.notes().length, harmed: changing.map(({ path }) => path) };
}

/** Refreshes vaults, keeps the figures, and answers how many notes there were. */
function expectHarmless(what: string, vaults: Iterable<Files>): number {
	let notes = 0;
	const harmed: string[] = [];
	for (const files of vaults) {
		const refreshed = refreshTwice(files);
		notes += refreshed.notes;
		harmed.push(...refreshed.harmed);
	}
	recordReliability('regions', { what, count: notes, losses: harmed.length });
	expect(harmed).toEqual([]);
	return notes;
}

const EMPTIED =
	/(<!-- stackbook:begin [^ ]+)(?: hash=\w+)(?: lines=\w+)?( -->\n)[^]*?(<!-- stackbook:end)/g;

/** The shipped notes, and the same with empty regions. */
function shippedFiles(): { shipped: Files; emptied: Files } {
	const notes = readShippedVault().notes();
	const shipped = Object.fromEntries(notes.map(({ path, text }) => [path, text]));
	return { shipped, emptied: mapTexts(shipped, text => text.replace(EMPTIED, '$1$2\n$3')) };
}

describe('no byte outside a region changes, and a second refresh changes none', () => {
	function* generatedVaults(): Generator<Files> {
		for (let i = 0; i < 100; i++) {
			const files = generateVault(100, { seed: i + 1, isSmall: true });
			const forms = isDeepRun ? FORMS : FORMS.slice(i % FORMS.length, (i % FORMS.length) + 1);
			for (const form of forms) yield mapTexts(files, text => inForm(text, form));
		}
	}

	test('in 10,000 generated notes over all forms of line breaks, byte order mark and last line', () => {
		const what = 'generated notes refreshed twice: no byte outside of a region changes';
		expect(expectHarmless(what, generatedVaults())).toBe(isDeepRun ? 120_000 : 10_000);
	});

	test.each(FORMS)(
		'in every shipped note, its regions emptied, with $eol, $bom, $finalNewline',
		form => {
			const { eol, bom, finalNewline } = form;
			const mark = `${bom ? 'a' : 'no'} byte order mark, ${finalNewline ? 'a' : 'no'} last line break`;
			const what = `shipped notes refreshed twice: ${eol}, ${mark}`;
			const files = mapTexts(shippedFiles().emptied, text => inForm(text, form));
			expect(expectHarmless(what, [files])).toBeGreaterThan(45);
		},
	);

	test('and the shipped regions are what the shipped notes make of them', () => {
		const { shipped, emptied } = shippedFiles();
		expect(emptied).not.toEqual(shipped);
		expect(refreshAll(emptied)).toEqual(shipped);
	});
});

describe('a refresh depends on the notes alone', () => {
	const files = generateVault(100, { seed: 7 });
	const fresh = refreshAll(files);

	test('not on the order in which they come', () => {
		for (const step of [37, 61, 99]) {
			const paths = Object.keys(files);
			const shuffled = paths.map((_, i) => paths[(i * step) % paths.length] ?? '');
			expect(new Set(shuffled).size).toBe(paths.length);
			expect(
				refreshAll(Object.fromEntries(shuffled.map(path => [path, files[path] ?? '']))),
			).toEqual(fresh);
		}
	});

	test('not on the language, the clock or the time zone of the device: it asks for none of them', () => {
		const asked = jest.fn(() => {
			throw new Error('The core asked the device');
		});
		const spies = [
			jest.spyOn(String.prototype, 'localeCompare').mockImplementation(asked),
			jest.spyOn(String.prototype, 'toLocaleLowerCase').mockImplementation(asked),
			jest.spyOn(String.prototype, 'toLocaleUpperCase').mockImplementation(asked),
			jest.spyOn(Number.prototype, 'toLocaleString').mockImplementation(asked),
			jest.spyOn(Date, 'now').mockImplementation(asked),
			jest.spyOn(Date.prototype, 'getTimezoneOffset').mockImplementation(asked),
			jest.spyOn(Math, 'random').mockImplementation(asked),
		];
		try {
			expect(refreshAll(files)).toEqual(fresh);
			expect(asked).not.toHaveBeenCalled();
		} finally {
			for (const spy of spies) spy.mockRestore();
		}
	});
});

const B = '<!-- stackbook:begin backlinks -->';
const E = '<!-- stackbook:end backlinks -->';
const P = '<!-- stackbook:begin progress -->';
const Q = '<!-- stackbook:end progress -->';

/** What a damaged note looks like, and the one finding in it: its code and its line. */
const DAMAGED: readonly (readonly [string, readonly string[], string, number])[] = [
	['an end that is missing', ['前', '', B, '', '旧'], 'region-unclosed', 3],
	[
		'an end that is missing before a heading',
		[B, '', '旧', '', '## 后', '字'],
		'region-unclosed',
		1,
	],
	['an end that is missing before another region', [B, '', P, '', Q], 'region-unclosed', 1],
	['a begin that is missing', ['旧', '', E], 'region-unopened', 3],
	['a begin that is missing behind another region', [P, '', Q, '旧', E], 'region-unopened', 5],
	[
		'a begin that a person wrote over',
		['<!-- stackbook begin backlinks -->', '', E],
		'region-unopened',
		3,
	],
	[
		'a begin with a word too many',
		['<!-- stackbook:begin backlinks please! -->', '', E],
		'region-attribute-unknown',
		1,
	],
	['a begin in capitals', [B.toUpperCase(), '', E], 'region-misspelt', 1],
	['a begin that is indented', [` ${B}`, '', E], 'region-misplaced', 1],
	['an end that is indented', [B, '', `  ${E}`], 'region-misplaced', 3],
	['text behind the begin', [`${B} 字`, '', E], 'region-misplaced', 1],
	['text before the end', [B, '', `字 ${E}`], 'region-misplaced', 3],
	['a begin cut short', ['<!-- stackbook:begin backl -->', '', E], 'region-unclosed', 1],
	['an end cut short', [B, '', '<!-- stackbook:end backlinks'], 'region-unclosed', 1],
	['an end of another name', [B, '', Q], 'region-unclosed', 1],
	['an end before its begin', [E, '', B], 'region-unopened', 1],
	['two pairs', [B, '', E, '', B, '', E], 'region-duplicate', 1],
	['three pairs', [B, E, B, E, B, E], 'region-duplicate', 1],
	['two pairs with another between', [B, E, P, Q, B, E], 'region-duplicate', 1],
	[
		'two pairs with unlike hashes',
		[B.replace(' -->', ' hash=1 -->'), E, B.replace(' -->', ' hash=2 -->'), E],
		'region-duplicate',
		1,
	],
	['a begin twice, with text between', [B, '', '字', B, '', E], 'region-nested', 4],
	['an end twice, with text between', [B, '', E, '字', E], 'region-unopened', 5],
	['both twice, with text between', [B, '', '字', B, '', E, '字', E], 'region-nested', 4],
	['a pair in a pair', [B, P, '', Q, E], 'region-nested', 2],
	['a pair in itself', [B, '', '字', B, '', E, '', E], 'region-nested', 4],
	['crossed pairs', [B, P, '', E, Q], 'region-nested', 2],
	['crossed pairs with text', ['前', B, '一', P, '二', E, '三', Q, '后'], 'region-nested', 4],
	['an end in code', [B, '', '```', E, '```'], 'region-unclosed', 1],
	['a begin in code', ['```', B, '```', '', E], 'region-unopened', 5],
	['a begin in a comment', ['%%', B, '%%', '', E], 'region-unopened', 5],
	['an end in a quote', [B, '', `> ${E}`], 'region-misplaced', 3],
	['an end in a table', [B, '', '| a |', '| --- |', `| ${E} |`], 'region-misplaced', 5],
	['a begin in a list', [`- ${B}`, '', E], 'region-misplaced', 1],
	[
		"a merge's marks around the begin",
		['<<<<<<< 甲', B, '=======', B.replace(' -->', ' hash=1 -->'), '>>>>>>> 乙', '', E],
		'region-nested',
		4,
	],
	[
		"a merge's marks around the end",
		[B, '', '<<<<<<< 甲', E, '=======', '字', E, '>>>>>>> 乙'],
		'region-conflict',
		3,
	],
	[
		'a merge that kept both begins of an earlier version',
		[B.replace(' -->', ' hash=1 -->'), B.replace(' -->', ' hash=2 -->'), '', '**提及**', '', E],
		'region-nested',
		2,
	],
	[
		"a merge's marks in the body",
		[B, '', '<<<<<<< 甲', '一', '=======', '二', '>>>>>>> 乙', '', E],
		'region-conflict',
		3,
	],
	['a merge that kept both regions whole', [B, '', '一', E, B, '', '二', E], 'region-duplicate', 1],
	['a merge that lost the middle', [B, '', '一', B, '', '二', E], 'region-nested', 4],
	[
		'a region of a kind that nobody knows',
		['<!-- stackbook:begin weather -->', '', '<!-- stackbook:end weather -->', B, '', E],
		'region-unknown',
		1,
	],
	[
		'a begin without its closing mark',
		['前', '<!-- stackbook:begin backlinks', '', '旧', '', E, '', '[[乙]]'],
		'region-unfinished',
		2,
	],
	[
		'a begin without its closing mark above a good region',
		['<!-- stackbook:begin backlinks hash=0 -', '', E, '', P, '', Q],
		'region-unfinished',
		1,
	],
	[
		'a begin without its closing mark as the last line',
		[B, '', E, '<!-- stackbook:begin'],
		'region-unfinished',
		4,
	],
	['a good region beside a torn one', [B, '', E, '', P], 'region-unclosed', 5],
];

/** The note that is damaged, and one that links to it, so that there would be something to write. */
function damagedVault(lines: readonly string[]): Files {
	return { '甲.md': `${lines.join('\n')}\n`, '乙.md': '见 [[甲]]。\n' };
}

describe('in a note with damaged markers', () => {
	let left = DAMAGED.length;
	afterAll(() => {
		recordReliability('regions', {
			what: 'kinds of damage to markers: nothing is written, one diagnostic',
			count: DAMAGED.length,
			losses: left,
		});
	});

	test('there are forty-four kinds of damage', () => {
		expect(DAMAGED).toHaveLength(44);
	});

	test.each(DAMAGED)('%s: nothing is written, and it is told', (_, lines, code, line) => {
		const files = damagedVault(lines);
		expect(refreshAll(files)).toEqual(files);
		const found = checkVault(aVault(files)).filter(
			one => one.path === '甲.md' && one.code.startsWith('region-'),
		);
		expect(found).toMatchObject([{ code, line }]);
		expect(planVaultRefresh(aVault(files)).refused).toHaveLength(1);
		left--;
	});
});

describe('a body that the reader edited', () => {
	const wanted = '**提及**\n\n- [[乙]]：见 甲。';
	const begin = B.replace(' -->', `${writtenAttributes('backlinks', wanted)} -->`);

	test.each([
		['a line below', `${wanted}\n\n我的话`, '我的话'],
		['a line between', wanted.replace('\n\n', '\n\n我的话\n'), '我的话'],
		['a changed line', wanted.replace('见 甲。', '我的话'), '- [[乙]]：我的话'],
		['nothing but their own', '我的话', '我的话'],
	])('loses none of it: %s', (_, body, words) => {
		const files = damagedVault([begin, '', body, '', E]);
		const after = refreshAll(files)['甲.md'] ?? '';
		expect(after).toBe(`${begin}\n\n${wanted}\n\n${E}\n\n${words}\n`);
	});
});
