import { expect, test } from '@jest/globals';
import { plainText } from '../../../src/core/markdown/plain-text';

test('long runs of marks are read in time that grows with their length', () => {
	for (const mark of ['`', '*', '=', '_', '%', '<!--', '[[', '](', '`a``b']) {
		expect(typeof plainText(mark.repeat(4000))).toBe('string');
	}
}, 2000);

test('plain text keeps nothing that links', () => {
	expect(plainText('[[A]] [[B|b]] [c](d.md) ![[e]] ![f](g)')).toBe('A b c e f');
	expect(plainText('`[[ -f x ]]` 在 [[A]]')).toBe('`[[ -f x ]]` 在 A');
});
