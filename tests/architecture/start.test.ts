import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { ROOT } from '../support/room-table';

test('npm start takes an option for a question about its use, and makes no folder of that name', () => {
	const start = join(ROOT, 'scripts/start.mjs');
	const { status, stdout, stderr } = spawnSync(process.execPath, [start, '--help'], {
		encoding: 'utf8',
	});
	expect({ status, stdout, stderr }).toEqual({
		status: 2,
		stdout: '',
		stderr: 'usage: npm start [-- FOLDER]\n',
	});
});
