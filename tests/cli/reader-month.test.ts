import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { findLosses } from '../support/find-losses';
import { readFirstRelease, readPresent } from '../support/old-release';
import { isDeepRun } from '../support/property-runs';
import { liveThroughMonth } from '../support/reader-month';
import { recordReliability } from '../support/reliability';
import { copyBuiltCommand } from './support/built-command';
import { runProgram } from './support/child-program';
import { listTree, makeFolder, removeFolder, removeFolders } from './support/temporary-folder';

const READERS = isDeepRun ? 20 : 1;
const FIRST = readFirstRelease();
const PRESENT = readPresent();

let program = '';
beforeAll(() => {
	program = copyBuiltCommand();
}, 60_000);
afterAll(removeFolders);

type Files = Readonly<Record<string, string>>;

function readVault(folder: string): Files {
	const paths = listTree(folder).filter(path => !path.startsWith('.stackbook/'));
	return Object.fromEntries(paths.map(path => [path, readFileSync(join(folder, path), 'utf8')]));
}

test('a vault of the first release with a month of use is upgraded by the program as it ships, and not a byte of the reader is lost', async () => {
	const run = (folder: string, ...argv: string[]): ReturnType<typeof runProgram> =>
		runProgram(program, argv, { cwd: folder });
	const problems: string[] = [];
	for (let reader = 1; reader <= READERS; reader++) {
		const month = liveThroughMonth(FIRST, reader);
		const folder = makeFolder(month.files);
		const { exit, err } = await run(folder, 'update');
		const after = readVault(folder);
		const again = await run(folder, 'update', '--json');
		const found = findLosses(month, after, PRESENT);
		if (exit > 1) found.push(`exit ${exit}: ${err}`);
		if (!again.out.includes('"backup": null')) found.push('a second update does something');
		const undone = await run(folder, 'update', '--undo');
		const back = readVault(folder);
		for (const path of new Set([...Object.keys(back), ...Object.keys(month.files)]))
			if (back[path] !== month.files[path]) found.push(`${undone.exit} not undone: ${path}`);
		problems.push(...found.map(problem => `reader ${reader}: ${problem}`));
		removeFolder(folder);
	}
	recordReliability('upgrade', {
		what: 'readers with a month of use of the first release, upgraded and taken back by the built command',
		count: READERS,
		losses: problems.length,
	});
	expect(problems).toEqual([]);
}, 1_200_000);
