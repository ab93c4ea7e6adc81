import { describe, expect, test } from '@jest/globals';
import { parseChoices, parseWholeNumber } from '../../src/cli/parse-options.mts';

const STATUSES = ['open', 'shaky', 'solid', 'L1'] as const;

function failureOf(run: () => unknown): unknown {
	try {
		run();
	} catch (error) {
		return error;
	}
	throw new Error('It did not fail');
}

describe('parseChoices', () => {
	test('an option that was not given is undefined', () => {
		expect(parseChoices('--status', undefined, STATUSES)).toBeUndefined();
	});

	test.each([
		['open', ['open']],
		['open,solid', ['open', 'solid']],
		[' OPEN , Solid ', ['open', 'solid']],
		['l1', ['L1']],
		['open,open', ['open', 'open']],
	])('“%s” is read whatever its case and spaces', (text, expected) => {
		expect(parseChoices('--status', text, STATUSES)).toEqual(expected);
	});

	test.each([
		['done', 'done'],
		['open,done', 'done'],
		['', ''],
		['open,', ''],
		['open solid', 'open solid'],
		['constructor', 'constructor'],
	])('“%s” is refused; the error names the item and what is allowed', (text, value) => {
		expect(failureOf(() => parseChoices('--status', text, STATUSES))).toMatchObject({
			key: 'cli.error.invalid-value',
			params: { value, option: '--status', allowed: 'open, shaky, solid, L1' },
		});
	});

	test('what was perhaps meant is named', () => {
		expect(failureOf(() => parseChoices('--status', 'sollid', STATUSES))).toMatchObject({
			suggestions: ['solid'],
		});
	});

	test('one or two characters suggest nothing: every level is as near', () => {
		for (const text of ['9', 'L9']) {
			expect(failureOf(() => parseChoices('--level', text, ['1', '2', 'L1', 'L2']))).toMatchObject({
				suggestions: [],
			});
		}
	});
});

describe('parseWholeNumber', () => {
	test.each([
		[undefined, undefined],
		['0', 0],
		['7', 7],
		[' 12 ', 12],
		['007', 7],
		['999999999999999', 999_999_999_999_999],
	])('%s is %s', (text, expected) => {
		expect(parseWholeNumber('--seed', text, 0)).toBe(expected);
	});

	test.each([
		'',
		' ',
		'many',
		'1.5',
		'1e3',
		'0x10',
		'+1',
		'--1',
		'１',
		'NaN',
		'Infinity',
		'9'.repeat(16),
	])('“%s” is no whole number', text => {
		expect(failureOf(() => parseWholeNumber('--count', text, 0))).toMatchObject({
			key: 'cli.error.invalid-number',
			params: { value: text, option: '--count' },
		});
	});

	test.each([
		['0', 1],
		['-1', 0],
	])('%s is refused where at least %d is asked', (text, least) => {
		expect(() => parseWholeNumber('--count', text, least)).toThrow('cli.error.invalid-number');
	});

	test('a negative number is read where it is allowed', () => {
		expect(parseWholeNumber('--seed', '-3', -5)).toBe(-3);
	});
});
