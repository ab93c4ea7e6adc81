import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from '@jest/globals';

const EXPECTED = join(import.meta.dirname, '../expected');

/**
 * Expects `text` to be what stands in tests/expected/`path`.
 *
 * `npm run test:update` writes the file, and the test that wrote it fails: a recorded output is
 * right because somebody read its diff, not because it was recorded.
 */
export function expectRecorded(path: string, text: string): void {
	const file = join(EXPECTED, path);
	const recorded = existsSync(file) ? readFileSync(file, 'utf8') : undefined;
	if (recorded === text) return;
	if (process.env.UPDATE_EXPECTED === '1') {
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, text);
		throw new Error(`Recorded tests/expected/${path}: read the diff, then run the tests again`);
	}
	if (recorded === undefined) {
		throw new Error(`There is no tests/expected/${path}: npm run test:update writes it`);
	}
	expect(text).toBe(recorded);
}
