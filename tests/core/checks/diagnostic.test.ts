import { expect, test } from '@jest/globals';
import { DIAGNOSTIC_CODES } from '../../../src/core/checks/diagnostic';

test('codes are words in kebab-case, each there once', () => {
	expect(DIAGNOSTIC_CODES.filter(code => !/^[a-z0-9]+(?:-[a-z0-9]+)+$/.test(code))).toEqual([]);
	expect(new Set(DIAGNOSTIC_CODES).size).toBe(DIAGNOSTIC_CODES.length);
});
