import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { stackCanvasPath } from '../../src/core/index';
import { diskFiles } from '../../src/cli/files.mts';
import type { Files } from '../../src/cli/files.mts';
import { openVault } from '../../src/cli/node-vault.mts';
import { runIn } from './support/cli-session';
import {
	copyFixture,
	listTree,
	makeFolder,
	removeFolders,
	takeSnapshot,
} from './support/temporary-folder';

afterEach(removeFolders);

describe('a note that the disk does not give just now', () => {
	/** The disk that cannot read one note. */
	function unreadable(name: string): Files {
		const readFile = (path: string): Promise<Buffer> =>
			path.endsWith(name)
				? Promise.reject(Object.assign(new Error('EIO: i/o error, read'), { code: 'EIO' }))
				: diskFiles.readFile(path);
		return { ...diskFiles, readFile };
	}

	test('keeps its place in the regions of others: a refresh says so and writes nothing', async () => {
		const folder = copyFixture('small');
		await runIn(folder, ['refresh']);
		writeFileSync(join(folder, '新.md'), '[[Alpha]]');
		const before = takeSnapshot(folder);
		const { exit, err } = await runIn(folder, ['refresh', '--lang', 'en'], {
			files: unreadable('Beta.md'),
		});
		expect({ exit, err }).toEqual({
			exit: 2,
			err: 'stackbook: cannot read 技术/Beta.md: i/o error (EIO)\n',
		});
		expect(takeSnapshot(folder)).toEqual(before);
	});

	test('may be the home note: an interview does not begin another folder of attempts', async () => {
		const folder = makeFolder({
			'notes/Home.md': '---\ntype: home\nformat: 1\nlanguage: en\n---\n',
			'notes/A.md': '---\ntype: technology\nid: a\n---\n### Why?\n- [ ] why · L1 ★ ^a-why\n',
		});
		const before = takeSnapshot(folder);
		const input = ['', 'good'];
		const { exit, err } = await runIn(folder, ['interview', '--lang', 'en'], {
			files: unreadable('Home.md'),
			input,
		});
		expect(exit).toBe(2);
		expect(err).toContain('stackbook: cannot read notes/Home.md: i/o error (EIO)\n');
		expect(takeSnapshot(folder)).toEqual(before);
		expect(await runIn(folder, ['interview'], { input })).toMatchObject({ exit: 0 });
		const attempts = listTree(folder).filter(path => path.startsWith('notes/Attempts/'));
		expect(attempts).toHaveLength(1);
	});

	test('may be the canvas: a refresh says so', async () => {
		const folder = makeFolder({
			'Home.md': '---\ntype: home\nformat: 1\nlanguage: en\n---\n',
			'Stack.canvas': '{}',
		});
		const before = takeSnapshot(folder);
		const names = (await openVault(diskFiles, folder)).index;
		const canvas = stackCanvasPath(names, '');
		renameSync(join(folder, 'Stack.canvas'), join(folder, canvas));
		const { exit, err } = await runIn(folder, ['refresh', '--lang', 'en'], {
			files: unreadable('.canvas'),
		});
		expect({ exit, err }).toEqual({
			exit: 2,
			err: `stackbook: cannot read ${canvas}: i/o error (EIO)\n`,
		});
		expect(Object.keys(takeSnapshot(folder))).toHaveLength(Object.keys(before).length);
	});
});
