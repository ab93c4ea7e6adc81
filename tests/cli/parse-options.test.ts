import { describe, expect, test } from '@jest/globals';
import { parseWholeNumber } from '../../src/cli/parse-options.mts';

function failureOf(run: () => unknown): unknown {
	try {
		run();
	} catch (error) {
		return error;
	}
	throw new Error('It did not fail');
}

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
