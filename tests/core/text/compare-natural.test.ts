import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compareNatural } from '../../../src/core/text/compare-natural';
import { propertyRuns } from '../../support/property-runs';

test.each([
	['9 ms', '10 ms'],
	['0.25', '0.5'],
	['v2', 'v10'],
	['1', '1 ms'],
	['', '1'],
	['a', 'b'],
	['1.0', '1.00'],
])('%j comes before %j', (first, second) => {
	expect(compareNatural(first, second)).toBeLessThan(0);
	expect(compareNatural(second, first)).toBeGreaterThan(0);
	expect(compareNatural(first, first)).toBe(0);
});

test('the order is one order: it never turns in a circle, and only the same text is equal', () => {
	const text = fc.string({ unit: fc.constantFrom(...'019.a 毫'), maxLength: 6 });
	fc.assert(
		fc.property(text, text, text, (a, b, c) => {
			expect(Math.sign(compareNatural(a, b))).toBe(-Math.sign(compareNatural(b, a)) || 0);
			expect(compareNatural(a, b) === 0).toBe(a === b);
			if (compareNatural(a, b) <= 0 && compareNatural(b, c) <= 0) {
				expect(compareNatural(a, c)).toBeLessThanOrEqual(0);
			}
		}),
		{ numRuns: propertyRuns(2000) },
	);
});
