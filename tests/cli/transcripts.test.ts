import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { replay } from './support/transcript';

const FOLDER = join(import.meta.dirname, 'transcripts');

describe('the command line answers as its transcripts say', () => {
	const names = readdirSync(FOLDER).filter(name => name.endsWith('.console'));

	test.each(names)('%s', async name => {
		const file = join(FOLDER, name);
		const expected = readFileSync(file, 'utf8');
		const played = await replay(expected);
		if (played !== expected && process.env.UPDATE_EXPECTED === '1') {
			writeFileSync(file, played);
			throw new Error(`Recorded ${name}: read the diff, then run the tests again`);
		}
		expect(played).toBe(expected);
	});
});
