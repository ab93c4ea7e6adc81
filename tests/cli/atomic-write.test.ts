import {
	chmodSync,
	chownSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	statSync,
	writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import {
	createAtomically,
	removeAtomically,
	replaceAtomically,
	writeAtomically,
} from '../../src/cli/atomic-write.mts';
import { diskFiles } from '../../src/cli/files.mts';
import type { Files } from '../../src/cli/files.mts';
import { propertyRuns } from '../support/property-runs';
import { recordReliability } from '../support/reliability';
import { bundleProgram, killAfter, startProgram } from './support/child-program';
import { makeFolder, removeFolders, takeSnapshot } from './support/temporary-folder';

function modeOf(path: string): number {
	return statSync(path).mode & 0o777;
}

describe('writeAtomically', () => {
	afterEach(removeFolders);

	test('writes a new file and leaves nothing beside it', async () => {
		const folder = makeFolder();
		await writeAtomically(diskFiles, join(folder, '笔记.md'), '\uFEFF一\r\n二');
		expect(readFileSync(join(folder, '笔记.md'))).toEqual(Buffer.from('\uFEFF一\r\n二'));
		expect(readdirSync(folder)).toEqual(['笔记.md']);
		// The umask decides about the others.
		expect(modeOf(join(folder, '笔记.md')) & 0o711).toBe(0o600);
	});

	test.each(['600', '640', '664', '666', '755'])(
		'keeps the mode %s, whatever the umask',
		async octal => {
			const mode = Number.parseInt(octal, 8);
			const folder = makeFolder({ 'a.md': 'old' });
			chmodSync(join(folder, 'a.md'), mode);
			await writeAtomically(diskFiles, join(folder, 'a.md'), 'new');
			expect(modeOf(join(folder, 'a.md'))).toBe(mode);
			expect(readFileSync(join(folder, 'a.md'), 'utf8')).toBe('new');
		},
	);

	// Only root can give a file away; whoever else runs this has nothing to keep.
	(process.getuid?.() === 0 ? test : test.skip)('keeps the owner when root writes', async () => {
		const folder = makeFolder({ 'a.md': 'old' });
		chownSync(join(folder, 'a.md'), 1234, 1235);
		await writeAtomically(diskFiles, join(folder, 'a.md'), 'new');
		expect(statSync(join(folder, 'a.md'))).toMatchObject({ uid: 1234, gid: 1235 });
	});

	test('takes a name as long as a file system allows', async () => {
		const name = `${'长'.repeat(84)}.md`;
		expect(Buffer.byteLength(name)).toBe(255);
		const folder = makeFolder({ [name]: 'old' });
		await writeAtomically(diskFiles, join(folder, name), 'new');
		expect(readFileSync(join(folder, name), 'utf8')).toBe('new');
		expect(readdirSync(folder)).toEqual([name]);
	});

	test('is not stopped by what a killed run of the same number left', async () => {
		const left = `.a.md.${process.pid}.stackbook-tmp`;
		const folder = makeFolder({ 'a.md': 'old', [left]: 'torn' });
		await writeAtomically(diskFiles, join(folder, 'a.md'), 'new');
		expect(readFileSync(join(folder, 'a.md'), 'utf8')).toBe('new');
	});

	test('two at the same time leave the text of one of them', async () => {
		const folder = makeFolder({ 'a.md': 'old' });
		const texts = Array.from({ length: 10 }, (_, i) => String(i).repeat(10_000));
		await Promise.all(texts.map(text => writeAtomically(diskFiles, join(folder, 'a.md'), text)));
		expect(texts).toContain(readFileSync(join(folder, 'a.md'), 'utf8'));
		expect(readdirSync(folder)).toEqual(['a.md']);
	});

	test('fails without a trace if there is no such folder', async () => {
		const folder = makeFolder();
		await expect(
			writeAtomically(diskFiles, join(folder, 'none/a.md'), 'new'),
		).rejects.toMatchObject({
			code: 'ENOENT',
		});
		expect(readdirSync(folder)).toEqual([]);
	});

	test('fails if a part of the path is a file, and leaves it', async () => {
		const folder = makeFolder({ 'a.md': 'old' });
		await expect(
			writeAtomically(diskFiles, join(folder, 'a.md/b.md'), 'new'),
		).rejects.toMatchObject({
			code: 'ENOTDIR',
		});
		expect(readFileSync(join(folder, 'a.md'), 'utf8')).toBe('old');
	});

	test.each(['an empty', 'a full'])(
		'fails if %s folder has the name, and takes its temporary file away',
		async kind => {
			const folder = makeFolder();
			mkdirSync(join(folder, 'a.md'));
			if (kind === 'a full') writeFileSync(join(folder, 'a.md/b.md'), 'mine');
			const inside = takeSnapshot(join(folder, 'a.md'));
			await expect(writeAtomically(diskFiles, join(folder, 'a.md'), 'new')).rejects.toMatchObject({
				code: 'EISDIR',
			});
			expect(readdirSync(folder)).toEqual(['a.md']);
			expect(takeSnapshot(join(folder, 'a.md'))).toEqual(inside);
		},
	);
});

/** The disk, on which somebody does something right before the new file gets its name. */
function meanwhile(act: () => void, files: Files = diskFiles): Files {
	const first =
		(step: Files['rename']): Files['rename'] =>
		(from, to) => {
			act();
			return step(from, to);
		};
	return { ...files, rename: first(files.rename), link: first(files.link) };
}

/** A disk such as that of a memory card, where a file has one name. */
const withoutLinks: Files = {
	...diskFiles,
	link: () => Promise.reject(Object.assign(new Error('EPERM'), { code: 'EPERM' })),
};

describe('replaceAtomically', () => {
	afterEach(removeFolders);

	test.each([
		['everywhere', diskFiles],
		['where a file has one name', withoutLinks],
	])('writes over what it was told of and nothing else, %s', async (_, files) => {
		const folder = makeFolder({ 'a.md': 'old' });
		const note = join(folder, 'a.md');
		expect(await replaceAtomically(files, note, { before: 'older', after: 'new' })).toBe(false);
		expect(readFileSync(note, 'utf8')).toBe('old');
		expect(await replaceAtomically(files, note, { before: 'old', after: 'new' })).toBe(true);
		expect(readFileSync(note, 'utf8')).toBe('new');
		expect(readdirSync(folder)).toEqual(['a.md']);
	});

	test('keeps a line that is typed into the note right before the rename', async () => {
		const folder = makeFolder({ 'a.md': 'old' });
		const note = join(folder, 'a.md');
		const files = meanwhile(() => writeFileSync(note, 'old, and mine'));
		const texts = { before: 'old', after: 'new' };
		expect(await replaceAtomically({ ...files, link: diskFiles.link }, note, texts)).toBe(false);
		expect(readFileSync(note, 'utf8')).toBe('old, and mine');
		expect(readdirSync(folder)).toEqual(['a.md']);
	});
});

describe('removeAtomically', () => {
	afterEach(removeFolders);

	test('takes away what it was told of and nothing else', async () => {
		const folder = makeFolder({ 'a.md': 'made' });
		const note = join(folder, 'a.md');
		expect(await removeAtomically(diskFiles, note, 'other')).toBe(false);
		expect(readFileSync(note, 'utf8')).toBe('made');
		expect(await removeAtomically(diskFiles, note, 'made')).toBe(true);
		expect(readdirSync(folder)).toEqual([]);
	});

	test.each(['readFile', 'unlink'] as const)(
		'leaves the file where it is if the disk refuses to %s',
		async name => {
			const folder = makeFolder({ 'a.md': 'made' });
			const files = { ...diskFiles, [name]: () => Promise.reject(new Error('no luck')) };
			await expect(removeAtomically(files, join(folder, 'a.md'), 'made')).rejects.toThrow(
				'no luck',
			);
			expect(readFileSync(join(folder, 'a.md'), 'utf8')).toBe('made');
			expect(readdirSync(folder)).toEqual(['a.md']);
		},
	);
});

describe('createAtomically', () => {
	afterEach(removeFolders);

	test('never writes over a file that appeared a moment ago', async () => {
		const folder = makeFolder();
		const note = join(folder, 'a.md');
		const files = meanwhile(() => writeFileSync(note, 'mine'));
		expect(await createAtomically(files, note, 'new')).toBe(false);
		expect(readFileSync(note, 'utf8')).toBe('mine');
		expect(readdirSync(folder)).toEqual(['a.md']);
	});

	test('writes also where a file has one name, and not over a file', async () => {
		const folder = makeFolder();
		const note = join(folder, 'a.md');
		expect(await createAtomically(withoutLinks, note, 'new')).toBe(true);
		expect(await createAtomically(withoutLinks, note, 'newer')).toBe(false);
		expect(readFileSync(note, 'utf8')).toBe('new');
		expect(readdirSync(folder)).toEqual(['a.md']);
	});
});

describe('a program that is killed while it rewrites a note again and again', () => {
	afterEach(removeFolders);

	/** The versions differ in every line and in length, so that a mixture of two shows. */
	const REWRITE = `
		import { writeFile } from 'node:fs/promises';
		import { writeAtomically } from './src/cli/atomic-write.mts';
		import { diskFiles } from './src/cli/files.mts';
		const [how, path] = process.argv.slice(2);
		const write = how === 'plainly' ? writeFile : writeAtomically.bind(undefined, diskFiles);
		for (let i = 0; ; i++) {
			await write(path, (i + '\\n').repeat(100_000 + (i % 7) * 1000));
			if (i === 0) process.stdout.write('ready');
		}`;

	function isWhole(text: string): boolean {
		const [first = ''] = text.split('\n', 1);
		return first !== '' && text === `${first}\n`.repeat(100_000 + (Number(first) % 7) * 1000);
	}

	async function countTorn(how: 'atomically' | 'plainly', kills: number): Promise<number> {
		const folder = makeFolder();
		const program = await bundleProgram(folder, REWRITE);
		const note = join(folder, 'vault.md');
		let torn = 0;
		for (let i = 0; i < kills; i++) {
			await killAfter(startProgram(program, [how, note]), 'ready', (i * 7) % 20);
			if (!isWhole(readFileSync(note, 'utf8'))) torn++;
		}
		return torn;
	}

	test('leaves it old or new every time', async () => {
		const count = propertyRuns(20);
		const losses = await countTorn('atomically', count);
		recordReliability('command-line', {
			what: 'SIGKILL while one note is written again and again',
			count,
			losses,
		});
		expect(losses).toBe(0);
	}, 120_000);

	test('would leave it torn if it wrote plainly: the test above can fail', async () => {
		expect(await countTorn('plainly', propertyRuns(10))).toBeGreaterThan(0);
	}, 120_000);
});
