import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { lineBreakOf, splitLines } from '../../../src/core/text/line';
import { propertyRuns } from '../../support/property-runs';

const contents = (text: string): string[] =>
	splitLines(text).map(({ start, end }) => text.slice(start, end));

describe('splitLines', () => {
	test('gives an empty text one line', () => {
		expect(splitLines('')).toEqual([{ number: 1, start: 0, end: 0, next: 0 }]);
	});

	test('splits at LF, CRLF and lone CR', () => {
		expect(contents('a\nb\r\nc\rd')).toEqual(['a', 'b', 'c', 'd']);
		expect(splitLines('a\r\nb')[1]).toEqual({ number: 2, start: 3, end: 4, next: 4 });
	});

	test('makes no line of what follows the last break', () => {
		expect(contents('a\n')).toEqual(['a']);
		expect(contents('a\n\n')).toEqual(['a', '']);
		expect(contents('\r\n')).toEqual(['']);
	});

	test('does not split at characters that only look like breaks', () => {
		expect(contents('a\u2028b\u0085c\vd\fe')).toHaveLength(1);
	});

	test('loses no byte and counts without a gap', () => {
		const anyText = fc.string({ unit: fc.constantFrom('a', '\n', '\r', '\u2028', '中', '') });
		fc.assert(
			fc.property(fc.oneof(anyText, fc.string({ unit: 'binary' })), text => {
				const lines = splitLines(text);
				expect(lines.map(({ start, next }) => text.slice(start, next)).join('')).toBe(text);
				expect(lines.map(({ number }) => number)).toEqual(lines.map((_, i) => i + 1));
				for (const { start, end, next } of lines) {
					expect(text.slice(start, end)).not.toMatch(/[\r\n]/);
					expect(text.slice(end, next)).toMatch(/^(?:\r\n|\r|\n)?$/);
				}
			}),
			{ numRuns: propertyRuns(300) },
		);
	});
});

describe('lineBreakOf', () => {
	test('is the break that stands first', () => {
		expect(lineBreakOf('a\r\nb\nc')).toBe('\r\n');
		expect(lineBreakOf('a\nb\r\nc')).toBe('\n');
		expect(lineBreakOf('a\rb')).toBe('\r');
	});

	test('is LF where there is none', () => {
		expect(lineBreakOf('')).toBe('\n');
		expect(lineBreakOf('a')).toBe('\n');
	});
});
