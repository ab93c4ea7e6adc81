import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compareText } from '../../../src/core/text/compare-text';
import { propertyRuns } from '../../support/property-runs';

describe('compareText', () => {
	test('orders by code unit, whatever the locale says', () => {
		expect(['ä', 'b', 'Z', 'a', '中', ''].sort(compareText)).toEqual([
			'',
			'Z',
			'a',
			'b',
			'ä',
			'中',
		]);
	});

	test('is zero for equal texts only, and turns its sign with its arguments', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
				expect(compareText(a, b) === 0).toBe(a === b);
				expect(compareText(a, b)).toBe(0 - compareText(b, a));
			}),
			{ numRuns: propertyRuns(200) },
		);
	});
});
