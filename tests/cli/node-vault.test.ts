import { execFileSync } from 'node:child_process';
import {
	mkdirSync,
	readFileSync,
	renameSync,
	rmSync,
	symlinkSync,
	unlinkSync,
	writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { planVaultRefresh } from '../../src/core/index';
import { diskFiles, exists } from '../../src/cli/files.mts';
import type { VaultFolder } from '../../src/cli/files.mts';
import { createFile, isFree } from '../../src/cli/new-file.mts';
import { openVault } from '../../src/cli/node-vault.mts';
import { runIn } from './support/cli-session';
import {
	copyFixture,
	listTree,
	makeFolder,
	removeFolders,
	takeSnapshot,
} from './support/temporary-folder';

const ALPHA = '技术/Alpha.md';
const BACKLINKS = '<!-- stackbook:begin backlinks -->\n\n<!-- stackbook:end backlinks -->\n';

afterEach(removeFolders);

function at(root: string): VaultFolder {
	return { root, files: diskFiles };
}

async function pathsOf(folder: string): Promise<string[]> {
	return (await openVault(diskFiles, folder)).index.notes().map(({ path }) => path);
}

function bytesOf(folder: string, path: string): Buffer {
	return readFileSync(join(folder, path));
}

/** Places at which two files of one length differ. */
function differences(before: Buffer, after: Buffer): number[] {
	expect(after).toHaveLength(before.length);
	return [...before.keys()].filter(i => before[i] !== after[i]);
}

describe('reading a vault', () => {
	test('leaves out hidden folders, hidden files and node_modules', async () => {
		const folder = makeFolder({
			'a.md': '',
			'folder/b.MD': '',
			'.obsidian/c.md': '',
			'.trash/d.md': '',
			'folder/.git/e.md': '',
			'folder/.hidden.md': '',
			'node_modules/f.md': '',
			'folder/node_modules/g/README.md': '',
		});
		expect(await pathsOf(folder)).toEqual(['a.md', 'folder/b.MD']);
	});

	test('follows no link to a folder, neither out of the vault nor inside it', async () => {
		const outside = makeFolder({ 'secret.md': '' });
		const folder = makeFolder({ 'notes/a.md': '' });
		symlinkSync(outside, join(folder, 'outside'));
		symlinkSync(join(folder, 'notes'), join(folder, 'again'));
		symlinkSync(folder, join(folder, 'notes/up'));
		expect(await pathsOf(folder)).toEqual(['notes/a.md']);
	});

	test('reads no file behind a link out of the vault, nor through a broken or circular one', async () => {
		const outside = makeFolder({ 'secret.md': '[[a]]' });
		const folder = makeFolder({ 'a.md': '' });
		symlinkSync(join(outside, 'secret.md'), join(folder, 'secret.md'));
		symlinkSync(join(folder, 'none'), join(folder, 'broken.md'));
		symlinkSync('circle.md', join(folder, 'circle.md'));
		expect(await pathsOf(folder)).toEqual(['a.md']);
		expect(await runIn(folder, ['backlinks', 'a', '--json'])).toEqual({
			exit: 0,
			out: '[]\n',
			err: 'files that could not be read: 3; see: stackbook check\n',
		});
		const { exit, out } = await runIn(folder, ['check', '--json']);
		expect(exit).toBe(1);
		const { diagnostics } = JSON.parse(out) as { diagnostics: unknown[] };
		expect(diagnostics).toEqual(
			['broken.md', 'circle.md', 'secret.md'].map(path => ({
				code: 'note-outside-vault',
				fixes: [],
				severity: 'error',
				path,
				line: 1,
				message: 'The link leads out of the vault, or nowhere, and is not read',
			})),
		);
	});

	test('a note that stands there unread is known by name: a link to it leads somewhere', async () => {
		const folder = makeFolder({
			'a.md': '---\ntype: concept\nid: a\n---\n[[gone]] [[bad]]\n',
			'bad.md': Buffer.from([0xff]),
		});
		symlinkSync(join(folder, 'none'), join(folder, 'gone.md'));
		const { out } = await runIn(folder, ['check', '--json']);
		expect(out).not.toContain('link-unresolved');
		for (const name of ['gone', 'GONE.md', 'bad']) {
			expect(await runIn(folder, ['backlinks', name, '--lang', 'en'])).toEqual({
				exit: 2,
				out: '',
				err: `stackbook: ${name.slice(0, 4).toLowerCase().replace('.', '')}.md cannot be read as a note; see: stackbook check\n`,
			});
		}
	});

	test.each<[string, (file: string) => void]>([
		[
			'holds one bad byte',
			file => writeFileSync(file, Buffer.concat([readFileSync(file), Buffer.from([0xff])])),
		],
		[
			'became a link out of the vault',
			file => {
				unlinkSync(file);
				symlinkSync('/nowhere.md', file);
			},
		],
		[
			'has broken front matter',
			file => writeFileSync(file, readFileSync(file, 'utf8').replace('---\n', '---\nx: [\n')),
		],
	])('a refresh rewrites no region that shows a note which %s', async (_, spoil) => {
		const folder = copyFixture('small');
		await runIn(folder, ['refresh']);
		spoil(join(folder, ALPHA));
		const before = takeSnapshot(folder);
		const { exit, out } = await runIn(folder, ['refresh', '--json']);
		expect(exit).toBe(1);
		const answer = JSON.parse(out) as { changed: string[]; refused: Record<string, unknown>[] };
		expect(answer.changed).toEqual([]);
		expect(answer.refused.length).toBeGreaterThan(0);
		for (const one of answer.refused) {
			expect(one).toMatchObject({ reason: 'unreadable-source', source: ALPHA });
		}
		expect(takeSnapshot(folder)).toEqual(before);
	});

	test('a folder beside the vault whose name begins like that of the vault is outside', async () => {
		const parent = makeFolder({ 'vault/a.md': '', 'vault-old/b.md': '' });
		symlinkSync(join(parent, 'vault-old/b.md'), join(parent, 'vault/b.md'));
		expect(await pathsOf(join(parent, 'vault'))).toEqual(['a.md']);
	});

	test('never waits for a pipe that bears the name of a note', async () => {
		const folder = makeFolder({ 'a.md': '' });
		execFileSync('sh', ['-c', 'mkfifo "$0"', join(folder, 'pipe.md')]);
		symlinkSync('pipe.md', join(folder, 'link.md'));
		expect(await pathsOf(folder)).toEqual(['a.md']);
	});

	test('a folder with the name of a note is a folder', async () => {
		const folder = makeFolder({ 'a.md/b.md': '' });
		expect(await pathsOf(folder)).toEqual(['a.md/b.md']);
	});

	test('the vault itself may be behind a link', async () => {
		const parent = makeFolder({ 'real/a.md': BACKLINKS, 'real/b.md': '[[a]]' });
		symlinkSync('real', join(parent, 'vault'));
		symlinkSync('a.md', join(parent, 'real/.hidden'));
		expect(await runIn(parent, ['refresh', '--vault', 'vault'])).toMatchObject({
			exit: 0,
			err: '',
		});
		expect(bytesOf(parent, 'real/a.md').toString()).toContain('[[b]]');
	});

	test('a note in NFD is found by its name in NFC, and written under the name that it has', async () => {
		const nfd = 'Cafe\u0301.md';
		const folder = makeFolder({ [nfd]: BACKLINKS, 'b.md': '[[Caf\u00E9]]' });
		expect(await runIn(folder, ['check'])).toMatchObject({ exit: 1 });
		expect(await runIn(folder, ['refresh'])).toMatchObject({ exit: 0 });
		expect(await runIn(folder, ['check'])).toMatchObject({ exit: 0 });
		expect(listTree(folder)).toEqual([nfd, 'b.md']);
		const { out } = await runIn(folder, ['backlinks', 'CAF\u00C9', '--json']);
		expect(JSON.parse(out)).toHaveLength(1);
	});

	test('a file that is not UTF-8 is reported, warned of, and keeps its bytes', async () => {
		const folder = makeFolder({
			'a.md': BACKLINKS,
			'latin1.md': Buffer.from('caf\u00E9 [[a]]\n', 'latin1'),
			'utf16.md': Buffer.from('\uFEFF[[a]]', 'utf16le'),
			'half.md': Buffer.from('流').subarray(0, 2),
		});
		const before = ['latin1.md', 'utf16.md', 'half.md'].map(path => bytesOf(folder, path));
		const { out } = await runIn(folder, ['check', '--json']);
		const { diagnostics } = JSON.parse(out) as { diagnostics: { code: string; path: string }[] };
		const broken = diagnostics.filter(({ code }) => code === 'note-not-utf8');
		expect(broken.map(({ path }) => path)).toEqual(['half.md', 'latin1.md', 'utf16.md']);
		const refreshed = await runIn(folder, ['refresh', '--lang', 'en']);
		expect(refreshed).toMatchObject({
			exit: 0,
			err: 'files that could not be read: 3; see: stackbook check\n',
		});
		expect(['latin1.md', 'utf16.md', 'half.md'].map(path => bytesOf(folder, path))).toEqual(before);
	});

	test('a file name that is not UTF-8 is reported and stops nothing', async () => {
		const folder = makeFolder({ 'a.md': '' });
		writeFileSync(
			Buffer.concat([Buffer.from(`${folder}/caf`), Buffer.from([0xe9, 0x2e, 0x6d, 0x64])]),
			'',
		);
		const { exit, out } = await runIn(folder, ['check', '--lang', 'en']);
		expect(exit).toBe(1);
		expect(out).toContain('[note-unreadable]');
		expect(await runIn(folder, ['refresh'])).toMatchObject({ exit: 0 });
		expect(await runIn(folder, ['init', '.'])).toMatchObject({ exit: 0 });
	});

	test('a folder that does not exist, or is a file, is refused under the name that was given', async () => {
		const folder = makeFolder({ 'a.md': '' });
		await expect(openVault(diskFiles, join(folder, 'none'))).rejects.toMatchObject({
			key: 'cli.error.no-vault',
		});
		await expect(openVault(diskFiles, join(folder, 'a.md'))).rejects.toMatchObject({
			key: 'cli.error.vault-not-folder',
		});
		const inside = await runIn(folder, ['check', '--vault', 'a.md/b', '--lang', 'en']);
		expect(inside).toEqual({
			exit: 2,
			out: '',
			err: 'stackbook: cannot read a.md/b: not a directory (ENOTDIR)\n',
		});
	});

	test('says how many notes it has read', async () => {
		const files = Array.from({ length: 130 }, (_, i) => [`${i}.md`, ''] as const);
		const counts: number[] = [];
		await openVault(
			diskFiles,
			makeFolder(Object.fromEntries(files)),
			count => void counts.push(count),
		);
		expect(counts).toEqual([64, 128, 130]);
	});
});

describe('a link to a note of the same vault', () => {
	test('is written at its target and stays a link', async () => {
		const folder = makeFolder({ '.store/a': BACKLINKS, 'b.md': '[[a]]' });
		symlinkSync('.store/a', join(folder, 'a.md'));
		expect(await runIn(folder, ['refresh'])).toMatchObject({ exit: 0, err: '' });
		expect(bytesOf(folder, '.store/a').toString()).toContain('[[b]]');
		expect(takeSnapshot(folder)['a.md']).toContain('-> .store/a');
		expect(listTree(folder)).toEqual(['.store/a', 'a.md', 'b.md']);
	});

	test('is no second note: one refresh is enough, and its questions are not there twice', async () => {
		const folder = copyFixture('small');
		symlinkSync(ALPHA, join(folder, 'A shortcut.md'));
		symlinkSync('A shortcut.md', join(folder, 'B shortcut.md'));
		expect(await runIn(folder, ['refresh'])).toMatchObject({ exit: 0, err: '' });
		expect(await runIn(folder, ['refresh', '--check'])).toMatchObject({ exit: 0, err: '' });
		const { out } = await runIn(folder, ['questions', '--json']);
		const ids = (JSON.parse(out) as { id: string }[]).map(({ id }) => id);
		expect(ids).toEqual([...new Set(ids)]);
	});

	test('a link to it still leads somewhere', async () => {
		const folder = makeFolder({ 'a.md': '', 'b.md': '[[shortcut]]' });
		symlinkSync('a.md', join(folder, 'shortcut.md'));
		expect(await runIn(folder, ['check'])).toMatchObject({ exit: 0 });
	});
});

describe('what a note is made of', () => {
	function windowsVault(): string {
		const folder = copyFixture('small');
		const text = bytesOf(folder, ALPHA).toString();
		writeFileSync(join(folder, ALPHA), `\uFEFF${text.replaceAll('\n', '\r\n')}`);
		return folder;
	}

	test('a byte order mark and Windows line ends are kept through a refresh', async () => {
		const folder = windowsVault();
		const before = bytesOf(folder, ALPHA).toString();
		expect(await runIn(folder, ['refresh'])).toMatchObject({ exit: 0 });
		const after = bytesOf(folder, ALPHA).toString();
		const begin = before.indexOf('<!-- stackbook:begin');
		expect(after.slice(0, begin)).toBe(before.slice(0, begin));
		expect(after).not.toBe(before);
		expect(after).not.toMatch(/[^\r]\n|\r[^\n]/);
		expect(await runIn(folder, ['refresh', '--check'])).toMatchObject({ exit: 0 });
	});

	test('an interview changes one byte of it', async () => {
		const folder = windowsVault();
		const before = bytesOf(folder, ALPHA);
		const input = ['', 'all', 'good'];
		expect(await runIn(folder, ['interview', 'Alpha', '--count', '1'], { input })).toMatchObject({
			exit: 0,
		});
		const after = bytesOf(folder, ALPHA);
		const [place = -1, ...others] = differences(before, after);
		expect(others).toEqual([]);
		expect(after.subarray(place - 3, place + 2).toString()).toBe('- [x]');
	});

	test('an answer that is kept takes the line ends of the note', async () => {
		const folder = windowsVault();
		const input = ['one', 'two', '', 'all', 'good'];
		await runIn(folder, ['interview', 'Alpha', '--count', '1', '--keep'], { input });
		const after = bytesOf(folder, ALPHA).toString();
		expect(after).toContain('> one\r\n> two\r\n');
		expect(after).not.toMatch(/[^\r]\n|\r[^\n]/);
		expect(after.startsWith('\uFEFF---\r\n')).toBe(true);
	});

	test('a last line without an end, mixed line ends and odd spaces outlive a refresh', async () => {
		const odd = '\r\n\t a \u00A0\u3000\rb\u2028c\n\n\n';
		const folder = makeFolder({ 'a.md': `${odd}${BACKLINKS}${odd}end`, 'b.md': '[[a]]' });
		await runIn(folder, ['refresh']);
		const after = bytesOf(folder, 'a.md').toString();
		expect(after.startsWith(odd)).toBe(true);
		expect(after.endsWith(`${odd}end`)).toBe(true);
		expect(after).toContain('[[b]]');
	});
});

describe('another program writes meanwhile', () => {
	const CHANGED =
		/^stackbook: [^\n]+ was changed by another program meanwhile; run the command again\n$/;

	test.each<[string, (file: string) => void]>([
		['changed', file => writeFileSync(file, 'mine')],
		['deleted', file => unlinkSync(file)],
		['made not UTF-8', file => writeFileSync(file, Buffer.from([0xff, 0xfe]))],
		[
			'replaced by a folder',
			file => {
				unlinkSync(file);
				mkdirSync(file);
			},
		],
	])('a refresh writes nothing at all when a note was %s', async (_, meanwhile) => {
		const folder = makeFolder({
			'a.md': BACKLINKS,
			'b.md': `[[a]] [[c]]\n${BACKLINKS}`,
			'c.md': BACKLINKS,
		});
		const vault = await openVault(diskFiles, folder);
		const { edits } = planVaultRefresh(vault.index);
		expect(edits.map(({ path }) => path)).toEqual(['a.md', 'b.md', 'c.md']);
		meanwhile(join(folder, 'c.md'));
		const before = takeSnapshot(folder);
		await expect(vault.apply(edits)).rejects.toMatchObject({
			key: 'cli.error.changed-meanwhile',
			params: { path: 'c.md' },
		});
		expect(takeSnapshot(folder)).toEqual(before);
	});

	const rate = (folder: string, meanwhile: () => void): ReturnType<typeof runIn> => {
		let isDone = false;
		return runIn(folder, ['interview', 'Alpha', '--count', '1', '--lang', 'en'], {
			input: ['', 'all', 'good'],
			beforeLine: () => {
				if (!isDone) meanwhile();
				isDone = true;
			},
		});
	};
	const attempts = '练习记录/2026-11 laptop.md';

	test('a rating joins what an editor wrote into the note while its question was asked', async () => {
		const [folder, other] = [copyFixture('small'), copyFixture('small')];
		const added = (text: string): string => text.replace(/\n## /, '\nMine.\n\n## ');
		const path = join(folder, ALPHA);
		const run = await rate(folder, () => {
			writeFileSync(path, added(readFileSync(path, 'utf8')));
		});
		expect(run).toMatchObject({ exit: 0, err: '' });
		await rate(other, () => undefined);
		expect(bytesOf(folder, ALPHA).toString()).toBe(added(bytesOf(other, ALPHA).toString()));
		expect(bytesOf(folder, attempts)).toEqual(bytesOf(other, attempts));
	});

	test('a note whose question is gone by then keeps its bytes, and the attempt is kept', async () => {
		const folder = copyFixture('small');
		const run = await rate(folder, () => {
			writeFileSync(join(folder, ALPHA), 'mine');
		});
		expect(run).toMatchObject({ exit: 0, err: '' });
		expect(bytesOf(folder, ALPHA).toString()).toBe('mine');
		expect(bytesOf(folder, attempts).toString()).toMatch(/^- 2026-11-20T/m);
	});

	test.each(['appears', 'changes'])('an attempt joins a file of attempts that %s', async how => {
		const folder = copyFixture('small');
		if (how === 'changes') {
			await runIn(folder, ['interview', 'Beta', '--count', '1'], { input: ['', '', 'good'] });
		}
		const run = await rate(folder, () => {
			mkdirSync(join(folder, '练习记录'), { recursive: true });
			writeFileSync(join(folder, attempts), 'mine');
		});
		expect(run).toMatchObject({ exit: 0, err: '' });
		expect(bytesOf(folder, attempts).toString()).toMatch(/^mine\n- 2026-11-20T[^\n]*\n$/);
	});

	test('a note that is no text any more is named, and nothing is written', async () => {
		const folder = copyFixture('small');
		let before: unknown;
		const { exit, err } = await rate(folder, () => {
			writeFileSync(join(folder, ALPHA), Buffer.from([0xff, 0xfe, 0]));
			before = takeSnapshot(folder);
		});
		expect(exit).toBe(2);
		expect(err).toMatch(CHANGED);
		expect(takeSnapshot(folder)).toEqual(before);
	});

	test('a note that moved away and back is as it was', async () => {
		const folder = makeFolder({ 'a.md': BACKLINKS, 'b.md': '[[a]]' });
		const vault = await openVault(diskFiles, folder);
		renameSync(join(folder, 'a.md'), join(folder, 'x'));
		renameSync(join(folder, 'x'), join(folder, 'a.md'));
		await vault.apply(planVaultRefresh(vault.index).edits);
		expect(planVaultRefresh(vault.index).edits).toEqual([]);
		expect((await openVault(diskFiles, folder)).index.find('a.md')?.text).toBe(
			vault.index.find('a.md')?.text,
		);
	});
});

describe('a new file', () => {
	test('is written with the folders on its way, and never over one that stands', async () => {
		const folder = makeFolder();
		expect(await createFile(at(folder), 'a/b/c.md', 'new')).toBe(true);
		expect(await createFile(at(folder), 'a/b/c.md', 'newer')).toBe(false);
		expect(bytesOf(folder, 'a/b/c.md').toString()).toBe('new');
	});

	// Node's own recursive mkdir never comes back from there.
	test('below /proc is refused at once', async () => {
		await expect(createFile(at('/proc'), 'stackbook/a/b.md', '')).rejects.toMatchObject({
			key: 'cli.error.unwritable',
		});
	});

	test('a broken link takes its place too', async () => {
		const folder = makeFolder();
		symlinkSync(join(folder, 'none'), join(folder, 'a.md'));
		const before = takeSnapshot(folder);
		expect(await exists(diskFiles, join(folder, 'a.md'))).toBe(true);
		expect(await createFile(at(folder), 'a.md', 'new')).toBe(false);
		expect(takeSnapshot(folder)).toEqual(before);
	});

	test.each(['../a.md', 'b/../../a.md', '/tmp/stackbook-never.md', ''])(
		'the path “%s” leads out of the vault and is refused',
		async path => {
			const folder = join(makeFolder({ 'vault/a.md': '' }), 'vault');
			await expect(createFile(at(folder), path, 'new')).rejects.toMatchObject({
				key: 'cli.error.outside-vault',
			});
		},
	);

	test('is not written through a link out of the vault, and no folder is made there', async () => {
		const outside = makeFolder();
		const folder = makeFolder();
		symlinkSync(outside, join(folder, 'linked'));
		for (const path of ['linked/a.md', 'linked/b/c/a.md']) {
			const refused = { key: 'cli.error.outside-vault', params: { path } };
			await expect(createFile(at(folder), path, 'new')).rejects.toMatchObject(refused);
			await expect(isFree(at(folder), path)).rejects.toMatchObject(refused);
		}
		expect(listTree(outside)).toEqual([]);
		expect(takeSnapshot(outside)).toEqual({});
	});

	test('is written through a link to a folder of the vault', async () => {
		const folder = makeFolder({ 'real/a.md': '' });
		symlinkSync('real', join(folder, 'linked'));
		expect(await createFile(at(folder), 'linked/deep/b.md', 'new')).toBe(true);
		expect(listTree(folder)).toContain('real/deep/b.md');
		symlinkSync('..', join(folder, 'real/up'));
		expect(await createFile(at(folder), 'real/up/c.md', 'new')).toBe(true);
		expect(listTree(folder)).toContain('c.md');
	});

	test.each<[string, (folder: string) => void]>([
		['a file', folder => writeFileSync(join(folder, 'way'), '')],
		['a broken link', folder => symlinkSync(join(folder, 'none'), join(folder, 'way'))],
		['a circular link', folder => symlinkSync('way', join(folder, 'way'))],
	])('%s in its way is an error that names the path, and nothing changes', async (_, block) => {
		const folder = makeFolder();
		block(folder);
		const before = takeSnapshot(folder);
		for (const path of ['way/a.md', 'way/b/a.md']) {
			const refused = { key: 'cli.error.unwritable', params: { path } };
			await expect(createFile(at(folder), path, 'new')).rejects.toMatchObject(refused);
			await expect(isFree(at(folder), path)).rejects.toMatchObject(refused);
		}
		expect(takeSnapshot(folder)).toEqual(before);
	});

	test('the folder of the attempts is a file: one line, and the note is as it was', async () => {
		const folder = copyFixture('small');
		writeFileSync(join(folder, '练习记录'), '');
		const before = takeSnapshot(folder);
		const input = ['', 'all', 'good'];
		const { exit, err } = await runIn(folder, ['interview', 'Alpha', '--lang', 'en'], { input });
		expect(exit).toBe(2);
		expect(err).toBe(
			'stackbook: cannot write 练习记录/2026-11 laptop.md: not a directory (ENOTDIR); it is as it was. Check its permissions and the free space, then run it again\n',
		);
		expect(takeSnapshot(folder)).toEqual(before);
		rmSync(join(folder, '练习记录'));
		expect(await runIn(folder, ['interview', 'Alpha'], { input })).toMatchObject({ exit: 0 });
	});
});
