import {
	cpSync,
	existsSync,
	mkdirSync,
	readFileSync,
	renameSync,
	rmSync,
	symlinkSync,
	unlinkSync,
	writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { diskFiles } from '../../src/cli/files.mts';
import pluginAssets from '../support/plugin-assets';
import { readFirstRelease } from '../support/old-release';
import vaultTemplates from '../support/vault-template';
import { runIn } from './support/cli-session';
import {
	listTree,
	makeFolder,
	removeFolder,
	removeFolders,
	takeSnapshot,
} from './support/temporary-folder';

const NOTE = '技术/流计算/Flink.md';
const KAFKA = '技术/消息队列/Kafka.md';
const HOME = '首页.md';
const PLUGIN = '.obsidian/plugins/stackbook';
const ALL: Readonly<Record<string, string>> = {
	...vaultTemplates.zh,
	...Object.fromEntries(
		Object.entries(pluginAssets).map(([name, text]) => [`${PLUGIN}/${name}`, text]),
	),
	// In a vault of its own the notes stand at the root, not in the folder that the plugin would take in another.
	[`${PLUGIN}/data.json`]: '{"folder":""}\n',
	'.obsidian/community-plugins.json': '["stackbook"]\n',
};
const PATHS = Object.keys(ALL).sort();

interface InitAnswer {
	readonly path: string;
	readonly written: readonly string[];
	readonly skipped: readonly string[];
	readonly deleted: readonly string[];
	readonly newer: readonly string[];
}

async function init(folder: string, ...options: string[]): Promise<InitAnswer> {
	const { exit, out, err } = await runIn(folder, ['init', 'v', '--json', ...options]);
	expect({ exit, err }).toEqual({ exit: 0, err: '' });
	return JSON.parse(out) as InitAnswer;
}

describe('init', () => {
	// Made once: each file is on disk before the next one, which takes its time.
	let made = '';
	let answer: InitAnswer | undefined;
	beforeAll(async () => {
		made = makeFolder();
		answer = await init(made);
	}, 30_000);
	afterAll(() => removeFolder(made));
	const others: string[] = [];
	afterEach(() => others.splice(0).forEach(removeFolder));

	function newFolder(files: Record<string, string> = {}): string {
		const folder = makeFolder(files);
		others.push(folder);
		return folder;
	}

	/** A folder with a copy of the vault in `v`. */
	function copyVault(): string {
		const folder = newFolder();
		cpSync(join(made, 'v'), join(folder, 'v'), { recursive: true, preserveTimestamps: true });
		return folder;
	}

	test('writes every shipped file, the plugin and its entry, byte for byte, and nothing else', () => {
		expect(listTree(join(made, 'v'))).toEqual(PATHS);
		expect(PATHS).toContain(NOTE);
		expect(PATHS).toContain('首页.md');
		for (const path of PATHS) expect(readFileSync(join(made, 'v', path), 'utf8')).toBe(ALL[path]);
		expect(
			JSON.parse(readFileSync(join(made, 'v/.obsidian/community-plugins.json'), 'utf8')),
		).toEqual(['stackbook']);
		expect(answer).toEqual({ path: 'v', written: PATHS, skipped: [], deleted: [], newer: [] });
	});

	test('a second run writes nothing', async () => {
		const before = takeSnapshot(join(made, 'v'));
		expect(await init(made)).toEqual({
			path: 'v',
			written: [],
			skipped: PATHS,
			deleted: [],
			newer: [],
		});
		expect(takeSnapshot(join(made, 'v'))).toEqual(before);
	});

	test('says in both languages what it did', async () => {
		for (const [lang, sign] of [
			['en', 'v: 0; left as they were'],
			['zh', 'v'],
		] as const) {
			const { exit, out, err } = await runIn(made, ['init', 'v', '--lang', lang]);
			expect({ exit, err }).toEqual({ exit: 0, err: '' });
			expect(out).toContain(sign);
			expect(out).toContain(String(PATHS.length));
		}
	});

	test('never writes over a file that stands, though it differs, is empty or is no text', async () => {
		const folder = copyVault();
		const mine = {
			[NOTE]: '我的笔记\r\n',
			'首页.md': '',
			'.obsidian/app.json': '{}',
			[`${PLUGIN}/main.js`]: '//',
		};
		for (const [path, text] of Object.entries(mine)) writeFileSync(join(folder, 'v', path), text);
		writeFileSync(join(folder, 'v/概念/窗口.md'), Buffer.from([0xff, 0x00]));
		writeFileSync(join(folder, 'v/mine.md'), 'mine');
		const before = takeSnapshot(join(folder, 'v'));
		expect((await init(folder)).written).toEqual([]);
		expect(takeSnapshot(join(folder, 'v'))).toEqual(before);
	});

	test('a list of other plugins stays as it is', async () => {
		const folder = copyVault();
		writeFileSync(join(folder, 'v/.obsidian/community-plugins.json'), '["dataview"]');
		expect((await init(folder)).skipped).toContain('.obsidian/community-plugins.json');
		expect(readFileSync(join(folder, 'v/.obsidian/community-plugins.json'), 'utf8')).toBe(
			'["dataview"]',
		);
	});

	test('goes on where a run was cut off', async () => {
		const folder = copyVault();
		rmSync(join(folder, 'v/概念'), { recursive: true });
		rmSync(join(folder, 'v/.obsidian/plugins'), { recursive: true });
		unlinkSync(join(folder, 'v', NOTE));
		// It is written last.
		unlinkSync(join(folder, 'v', HOME));
		const gone = PATHS.filter(
			path => path.startsWith('概念/') || path.startsWith(PLUGIN) || [NOTE, HOME].includes(path),
		);
		expect((await init(folder, '--dry-run')).written).toEqual(gone);
		expect((await init(folder)).written).toEqual(gone);
		expect(listTree(join(folder, 'v'))).toEqual(PATHS);
		for (const path of gone) expect(readFileSync(join(folder, 'v', path), 'utf8')).toBe(ALL[path]);
	});

	test('writes the home note last, so that a run that was cut off is known by its lack', async () => {
		const folder = newFolder();
		let isHomeThere = false;
		const link = async (from: string, to: string): Promise<void> => {
			expect(isHomeThere).toBe(false);
			await diskFiles.link(from, to);
			isHomeThere = existsSync(join(folder, 'v', HOME));
		};
		const { exit } = await runIn(folder, ['init', 'v'], { files: { ...diskFiles, link } });
		expect(exit).toBe(0);
		expect(isHomeThere).toBe(true);
	});

	test('writes nothing again that the reader deleted, says so, and restores it when asked', async () => {
		const folder = copyVault();
		rmSync(join(folder, 'v/概念'), { recursive: true });
		unlinkSync(join(folder, 'v', NOTE));
		unlinkSync(join(folder, 'v/.obsidian/app.json'));
		rmSync(join(folder, 'v', PLUGIN), { recursive: true });
		// Found wherever they were moved to.
		mkdirSync(join(folder, 'v/mine'));
		renameSync(join(folder, 'v', HOME), join(folder, 'v/mine/Home.md'));
		renameSync(join(folder, 'v', KAFKA), join(folder, 'v/mine/Apache Kafka.md'));
		const gone = PATHS.filter(
			path => path.startsWith('概念/') || [NOTE, '.obsidian/app.json'].includes(path),
		);
		const plugin = PATHS.filter(path => path.startsWith(PLUGIN));
		expect(await init(folder, '--dry-run')).toMatchObject({ written: plugin, deleted: gone });
		expect(await init(folder)).toMatchObject({ written: plugin, deleted: gone });
		for (const path of gone) expect(existsSync(join(folder, 'v', path))).toBe(false);
		const { out } = await runIn(folder, ['init', 'v', '--lang', 'en']);
		expect(out.split('\n')[1]).toBe(
			`Shipped files that you deleted stay away: ${gone.length}; to have them again: stackbook init v --restore`,
		);
		const restored = await init(folder, '--restore');
		expect(restored).toMatchObject({ written: gone, deleted: [] });
		expect(restored.skipped).toEqual(expect.arrayContaining([HOME, KAFKA]));
		for (const path of gone) expect(readFileSync(join(folder, 'v', path), 'utf8')).toBe(ALL[path]);
		for (const path of [HOME, KAFKA]) expect(existsSync(join(folder, 'v', path))).toBe(false);
	});

	test('notes that came after the release of a vault were not deleted there: an update brings them', async () => {
		const { [KAFKA]: kafka = '', ...first } = readFirstRelease();
		expect(kafka).not.toBe('');
		const folder = newFolder(
			Object.fromEntries(Object.entries(first).map(([path, text]) => [`v/${path}`, text])),
		);
		const { deleted, newer } = await init(folder);
		const later = PATHS.filter(path => !path.startsWith('.') && !(path in readFirstRelease()));
		expect(later.length).toBeGreaterThan(0);
		expect(deleted.filter(path => !path.startsWith('.'))).toEqual([KAFKA]);
		expect(newer).toEqual(later);
		const { out } = await runIn(folder, ['init', 'v', '--lang', 'en']);
		expect(out).toContain(`${later.length}; to have them: stackbook update --vault v`);
		for (const path of [KAFKA, ...later]) expect(existsSync(join(folder, 'v', path))).toBe(false);
	});

	test.each([[], ['--restore']])(
		'writes nothing into a vault of a newer note format, and says so: init v %s',
		async (...options) => {
			const home = (ALL[HOME] ?? '').replace('format: 1', 'format: 2');
			const folder = makeFolder({ [`v/${HOME}`]: home });
			const { exit, err } = await runIn(folder, ['init', 'v', ...options, '--lang', 'en']);
			expect(exit).toBe(2);
			expect(err).toMatch(/^stackbook: [^\n]*format 2[^\n]*\n$/);
			expect(listTree(folder)).toEqual([`v/${HOME}`]);
			expect(readFileSync(join(folder, 'v', HOME), 'utf8')).toBe(home);
		},
	);

	test('a home note that cannot be read just now is not taken for one that is missing', async () => {
		const folder = copyVault();
		unlinkSync(join(folder, 'v', NOTE));
		const readFile = (path: string): Promise<Buffer> =>
			path.endsWith(HOME)
				? Promise.reject(Object.assign(new Error('EIO: i/o error, read'), { code: 'EIO' }))
				: diskFiles.readFile(path);
		const { exit, err } = await runIn(folder, ['init', 'v', '--lang', 'en'], {
			files: { ...diskFiles, readFile },
		});
		expect(exit).toBe(2);
		expect(err).toBe(`stackbook: cannot read ${HOME}: i/o error (EIO)\n`);
		expect(existsSync(join(folder, 'v', NOTE))).toBe(false);
	});

	test('--dry-run says the same and writes nothing, not even the folder', async () => {
		const folder = newFolder();
		expect(await init(folder, '--dry-run')).toEqual({
			path: 'v',
			written: PATHS,
			skipped: [],
			deleted: [],
			newer: [],
		});
		expect(takeSnapshot(folder)).toEqual({});
		const { out } = await runIn(folder, ['init', 'v', '--dry-run', '--lang', 'en']);
		expect(out).toBe(`Files that would be written to v: ${PATHS.length}; left as they are: 0.\n`);
	});

	test('takes a folder below ones that do not exist yet, an absolute one, and the current one', async () => {
		const folder = newFolder();
		for (const path of ['a/b/c', join(folder, 'd'), '.']) {
			const { exit, out } = await runIn(folder, ['init', path, '--dry-run', '--json']);
			expect(exit).toBe(0);
			expect(JSON.parse(out)).toEqual({
				path,
				written: PATHS,
				skipped: [],
				deleted: [],
				newer: [],
			});
		}
		mkdirSync(join(folder, 'x'));
		cpSync(join(made, 'v'), join(folder, 'x/y/z'), { recursive: true });
		unlinkSync(join(folder, 'x/y/z', HOME));
		const { out } = await runIn(join(folder, 'x'), ['init', 'y/z', '--json']);
		expect(JSON.parse(out)).toMatchObject({ path: 'y/z', written: [HOME] });
	});

	test('the vault may stand behind a link', async () => {
		const folder = copyVault();
		symlinkSync('v', join(folder, 'linked'));
		unlinkSync(join(folder, 'v', HOME));
		const { exit } = await runIn(folder, ['init', 'linked']);
		expect(exit).toBe(0);
		expect(listTree(join(folder, 'v'))).toEqual(PATHS);
	});

	test.each([
		['is a file', 'file', 'is a file'],
		['lies inside a file', 'file/v', 'is a file'],
		['lies deep inside a file', 'file/a/b', 'is a file'],
		['is a broken link', 'broken', 'broken'],
		['is a circular link', 'circle', 'circle'],
	])('a folder that %s is refused in one line, and nothing is written', async (_, path, sign) => {
		const folder = newFolder({ file: 'mine' });
		symlinkSync('none', join(folder, 'broken'));
		symlinkSync('circle', join(folder, 'circle'));
		const before = takeSnapshot(folder);
		for (const extra of [[], ['--dry-run'], ['--json']]) {
			const { exit, out, err } = await runIn(folder, ['init', path, '--lang', 'en', ...extra]);
			expect({ exit, out }).toEqual({ exit: 2, out: '' });
			expect(err).toMatch(/^stackbook: [^\n]+\n$/);
			expect(err).toContain(path);
			expect(err).toContain(sign);
			expect(err).not.toContain('unexpected');
		}
		expect(takeSnapshot(folder)).toEqual(before);
	});

	test.each([[[]], [['--dry-run']]])(
		'is not written through a link that leads outside %j',
		async extra => {
			const outside = newFolder();
			const folder = newFolder();
			mkdirSync(join(folder, 'v'));
			symlinkSync(outside, join(folder, 'v/技术'));
			const { exit, out, err } = await runIn(folder, ['init', 'v', '--lang', 'en', ...extra]);
			expect({ exit, out }).toEqual({ exit: 2, out: '' });
			expect(err).toMatch(
				/^stackbook: 技术\/[^\n]+ leads out of the vault; nothing was written\n$/,
			);
			expect(takeSnapshot(outside)).toEqual({});
		},
	);

	test('links to files outside, broken ones too, stand like files', async () => {
		const outside = newFolder({ 'mine.md': 'mine' });
		const folder = copyVault();
		for (const [path, target] of [
			[NOTE, 'mine.md'],
			['首页.md', 'none.md'],
		] as const) {
			unlinkSync(join(folder, 'v', path));
			symlinkSync(join(outside, target), join(folder, 'v', path));
		}
		const before = takeSnapshot(join(folder, 'v'));
		expect(await init(folder)).toMatchObject({ written: [], skipped: PATHS });
		expect(takeSnapshot(join(folder, 'v'))).toEqual(before);
		expect(listTree(outside)).toEqual(['mine.md']);
		expect(readFileSync(join(outside, 'mine.md'), 'utf8')).toBe('mine');
	});

	test('a file where a folder has to be is an error that names the path', async () => {
		const folder = newFolder({ 'v/技术': 'mine' });
		for (const extra of [['--dry-run'], []]) {
			const { exit, out, err } = await runIn(folder, ['init', 'v', '--lang', 'en', ...extra]);
			expect({ exit, out }).toEqual({ exit: 2, out: '' });
			expect(err).toMatch(
				/^stackbook: cannot write 技术\/[^\n]+: not a directory \(ENOTDIR\); [^\n]+\n$/,
			);
		}
		expect(readFileSync(join(folder, 'v/技术'), 'utf8')).toBe('mine');
	});

	test('a folder where a file has to be stays a folder', async () => {
		const folder = copyVault();
		unlinkSync(join(folder, 'v', NOTE));
		mkdirSync(join(folder, 'v', NOTE));
		expect((await init(folder)).skipped).toContain(NOTE);
	});
});

afterAll(removeFolders);
