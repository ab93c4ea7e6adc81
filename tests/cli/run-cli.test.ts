import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import manifest from '../../manifest.json';
import { en } from '../../src/i18n/en';
import type { TextKey } from '../../src/i18n/en';
import { zh } from '../../src/i18n/zh';
import { runIn } from './support/cli-session';
import type { CliRun, RunOptions } from './support/cli-session';
import { makeManyNotes } from './support/many-notes';
import {
	copyFixture,
	makeFolder,
	removeFolder,
	removeFolders,
	takeSnapshot,
} from './support/temporary-folder';

const COMMANDS = [
	'init',
	'refresh',
	'update',
	'check',
	'questions',
	'status',
	'compare',
	'backlinks',
	'interview',
];
const KEYS = Object.keys(en) as TextKey[];
const CHINESE = /\p{Script=Han}/u;

/** Runs in a folder of its own that is gone afterwards. */
async function runFresh(argv: readonly string[], options?: RunOptions): Promise<CliRun> {
	const folder = makeFolder();
	try {
		return await runIn(folder, argv, options);
	} finally {
		removeFolder(folder);
	}
}

function expectOneValue(out: string): unknown {
	expect(out).toMatch(/[^\n]\n$/);
	return JSON.parse(out);
}

function expectOneLine(err: string): void {
	expect(err).toMatch(/^stackbook[:：][^\n]+\n$/);
	expect(err).not.toMatch(/undefined|\[object|\{[a-z]+\}|\(outputHelp\)|unexpected failure|意外/);
}

describe('the language of messages', () => {
	test.each<[string[], Record<string, string>, 'zh' | 'en']>([
		[[], {}, 'en'],
		[[], { LANG: 'C' }, 'en'],
		[[], { LANG: 'POSIX' }, 'en'],
		[[], { LANG: 'C.UTF-8' }, 'en'],
		[[], { LANG: 'zh_CN.UTF-8' }, 'zh'],
		[[], { LANG: 'zh-TW' }, 'zh'],
		[[], { LANG: 'zh' }, 'zh'],
		[[], { LANG: 'zha_CN' }, 'en'],
		[[], { LANG: 'de_DE.UTF-8' }, 'en'],
		[[], { LC_ALL: 'zh_CN.UTF-8', LANG: 'en_US.UTF-8' }, 'zh'],
		[[], { LC_ALL: 'C', LANG: 'zh_CN.UTF-8' }, 'en'],
		[[], { LC_ALL: '', LANG: 'zh_CN.UTF-8' }, 'zh'],
		[[], { LC_MESSAGES: 'zh_CN', LANG: 'en_US' }, 'zh'],
		[[], { LC_ALL: 'en_US', LC_MESSAGES: 'zh_CN' }, 'en'],
		[['--lang', 'zh'], { LC_ALL: 'en_US' }, 'zh'],
		[['--lang', 'en'], { LC_ALL: 'zh_CN' }, 'en'],
		[['--lang=zh'], {}, 'zh'],
		[['--lang=en'], { LANG: 'zh_CN' }, 'en'],
	])('with %j and %j is %s', async (argv, env, language) => {
		const good = await runFresh(['check', ...argv], { env });
		expect(good).toMatchObject({ exit: 0, err: '' });
		expect(CHINESE.test(good.out)).toBe(language === 'zh');
		const wrong = await runFresh(['backlinks', ...argv], { env });
		expect(wrong.exit).toBe(2);
		expect(CHINESE.test(wrong.err)).toBe(language === 'zh');
	});

	test.each([['--lang', 'fr'], ['--lang=fr'], ['--lang', 'ZH'], ['--lang='], ['--lang']])(
		'%s %s is refused',
		async (...argv) => {
			const { exit, out, err } = await runFresh(['check', ...argv]);
			expect({ exit, out }).toEqual({ exit: 2, out: '' });
			expectOneLine(err);
			expect(err).toContain('--lang');
		},
	);
});

describe('help', () => {
	const helps = [[], ...COMMANDS.map(name => [name])].flatMap(argv =>
		(['zh', 'en'] as const).map(
			lang => [[...argv, '--help', '--lang', lang].join(' '), lang] as const,
		),
	);

	test.each(helps)('stackbook %s', async (line, lang) => {
		const { exit, out, err } = await runFresh(line.split(' '));
		expect({ exit, err }).toEqual({ exit: 0, err: '' });
		expect(KEYS.filter(key => out.includes(key))).toEqual([]);
		expect(out).not.toMatch(/undefined|\{[a-z]+\}|\[object|display help|output the version/);
		expect(out).toContain('--help');
		const flat = out.replace(/\s+/g, '');
		const foreign = lang === 'zh' ? en : zh;
		const own = lang === 'zh' ? zh : en;
		const leaked = KEYS.filter(key => {
			const text = foreign[key].replace(/\s+/g, '');
			return (
				key.startsWith('cli.') &&
				foreign[key] !== own[key] &&
				text.length > 5 &&
				flat.includes(text)
			);
		});
		expect(leaked).toEqual([]);
		expect(CHINESE.test(out.replaceAll(/“[^”]*”|'[^']*'/g, ''))).toBe(lang === 'zh');
	});

	test('names every command, and is what the program says when it is asked for nothing', async () => {
		const { out } = await runFresh(['--help']);
		const named = Array.from(out.matchAll(/^ {2}([a-z]+) \[options\]/gm), ([, name]) => name);
		expect(named).toEqual(COMMANDS);
		expect(await runFresh([])).toEqual({ exit: 0, out, err: '' });
		expect(await runFresh(['-h'])).toEqual({ exit: 0, out, err: '' });
	});

	test('every command takes the common options', async () => {
		for (const name of COMMANDS) {
			const { out } = await runFresh([name, '--help']);
			for (const option of ['--vault', '--json', '--lang', '--dry-run'])
				expect(out).toContain(option);
		}
	});

	test('every command and option in docs/command-line.md exists', async () => {
		const page = readFileSync(join(import.meta.dirname, '../../docs/command-line.md'), 'utf8');
		for (const [, name = '', usage = ''] of page.matchAll(
			/^\| `([a-z]+)([^|]*(?:\\\|[^|]*)*)\|/gm,
		)) {
			const { exit, out } = await runFresh([name, '--help']);
			expect(exit).toBe(0);
			for (const [option] of usage.matchAll(/--[a-z-]+/g)) expect(out).toContain(option);
		}
	});

	test('the version is that of the manifest', async () => {
		for (const option of ['--version', '-V']) {
			expect(await runFresh([option])).toEqual({ exit: 0, out: `${manifest.version}\n`, err: '' });
		}
	});
});

describe('--json', () => {
	afterEach(removeFolders);
	const answers = ['', '', 'good'];

	test.each<[string, string[], string, number]>([
		['init of a new folder', ['init', 'new', '--dry-run'], 'small', 0],
		['refresh', ['refresh'], 'small', 0],
		['refresh --dry-run', ['refresh', '--dry-run'], 'small', 0],
		['refresh --check with something to do', ['refresh', '--check'], 'small', 1],
		['refresh with refusals', ['refresh'], 'broken', 1],
		['check without findings', ['check'], 'empty', 0],
		['check with findings', ['check'], 'broken', 1],
		['questions', ['questions'], 'small', 0],
		['questions of a note', ['questions', 'Alpha', '--kind', 'principle'], 'small', 0],
		['questions, none', ['questions', '--level', '4'], 'small', 0],
		['questions without an id', ['questions', '--status', 'untracked'], 'strangers', 0],
		['status', ['status'], 'small', 0],
		['status of nothing', ['status'], 'empty', 0],
		['compare', ['compare', 'Alpha', 'Beta'], 'small', 0],
		['compare, whatever the format', ['compare', 'Alpha', 'Beta', '--format', 'csv'], 'small', 0],
		['compare of a comparison note', ['compare', '引擎对比', '--only-differences'], 'small', 0],
		['backlinks', ['backlinks', 'Alpha'], 'small', 0],
		['backlinks, none', ['backlinks', 'nothing'], 'strangers', 0],
		['interview', ['interview', 'Alpha', '--count', '1'], 'small', 0],
		[
			'interview that is not rated',
			['interview', 'Alpha', '--dry-run', '--count', '2'],
			'small',
			0,
		],
		['welcome', ['welcome'], 'small', 0],
	])('%s prints one value on stdout and nothing else', async (_, argv, fixture, exit) => {
		for (const lang of ['zh', 'en']) {
			const folder = copyFixture(fixture);
			const run = await runIn(folder, [...argv, '--json', '--lang', lang], { input: answers });
			expect(run.exit).toBe(exit);
			expectOneValue(run.out);
		}
	});

	test('compare --format json is the same value', async () => {
		const folder = copyFixture('small');
		const { out } = await runIn(folder, ['compare', 'Alpha', 'Beta', '--format', 'json']);
		expect(out).toBe((await runIn(folder, ['compare', 'Alpha', 'Beta', '--json'])).out);
	});

	test('the value does not depend on the language, messages of check apart', async () => {
		const folder = copyFixture('small');
		for (const argv of [
			['questions'],
			['status'],
			['compare', '引擎对比'],
			['backlinks', 'Alpha'],
		]) {
			const [one, two] = await Promise.all(
				['zh', 'en'].map(lang => runIn(folder, [...argv, '--json', '--lang', lang])),
			);
			expect(one?.out).toBe(two?.out);
		}
	});
});

describe('wrong use and failure', () => {
	let folder = '';
	beforeAll(() => {
		folder = copyFixture('small');
		writeFileSync(join(folder, '概念/Twin.md'), '');
		writeFileSync(join(folder, '技术/Twin.md'), '');
	});
	afterAll(removeFolders);

	test.each<string[]>([
		['chekc'],
		[''],
		['--'],
		['help'],
		['--unknown'],
		['-x'],
		['--lang', 'zh', 'check'],
		['check', 'extra'],
		['check', '--unknown'],
		['check', '--unknown=1'],
		['check', '-v'],
		['check', '--json=yes'],
		['check', '--vault'],
		['check', '--vault', ''],
		['check', '--vault='],
		['check', '--vault', 'none'],
		['check', '--vault', '首页.md'],
		['check', '--vault', '首页.md/below'],
		['check', '--vault', 'line\nbreak'],
		['init'],
		['init', 'a', 'b'],
		['init', '首页.md'],
		['init', '首页.md/below'],
		['refresh', 'Alpha'],
		['questions', 'Alpha', 'Beta'],
		['questions', 'none'],
		['questions', 'Twin'],
		['questions', '--status', 'done'],
		['questions', '--status'],
		['questions', '--kind', 'x'],
		['questions', '--level', '5'],
		['questions', '--level', 'L'],
		['status', 'Alpha'],
		['compare'],
		['compare', 'Alpha'],
		['compare', 'Alpha', 'Alpha'],
		['compare', 'Alpha', 'none'],
		['compare', 'Alpha', 'Beta', '--criteria', 'none'],
		['compare', 'Alpha', 'Beta', '--format', 'html'],
		['backlinks'],
		['backlinks', 'none'],
		['backlinks', 'line\nbreak'],
		['interview', 'none'],
		['interview', '检查点'],
		['interview', '--category', 'none'],
		['interview', '--count', '0'],
		['interview', '--count', 'x'],
		['interview', '--count', '-1'],
		['interview', '--seed', '1.5'],
		['interview', '--keep=1'],
	])('%j %j %j %j %j', async (...argv) => {
		const before = takeSnapshot(folder);
		const own = argv[0] !== '--' && argv[0] !== '' && argv.length > 0;
		for (const extra of [[], ['--json'], ['--lang', 'zh'], ['--lang=zh', '--json']]) {
			const { exit, out, err } = await runIn(folder, own ? [...argv, ...extra] : argv);
			expect({ exit, out }).toEqual({ exit: 2, out: '' });
			expectOneLine(err);
			if (own && extra.some(option => option.startsWith('--lang'))) expect(err).toMatch(CHINESE);
		}
		expect(takeSnapshot(folder)).toEqual(before);
	});

	test('what a note is called cannot colour or move a terminal', async () => {
		const hostile = makeFolder({
			'a\u001B[31m.md':
				'# \u001B]0;title\u0007?\n## 原理\n### a\u001B[2Jb？\n- [ ] c · L1 ^id\n\n[[none\u009B]]\n',
			'b.md': '---\ntype: technology\nx: "\u001B[1m"\n---\n[[a\u001B[31m]] \u001B[5m\n',
			'c.md': '',
		});
		const lines = [
			['check'],
			['questions'],
			['questions', '--status', 'untracked'],
			['status'],
			['backlinks', 'a\u001B[31m'],
			['backlinks', '\u001B[31m'],
			['compare', 'b', 'c'],
			['refresh', '--check'],
			['check', '--vault', '\u001B[31m'],
		];
		for (const argv of lines) {
			const { out, err } = await runIn(hostile, argv);
			expect(out + err).not.toMatch(/(?![\n\t])\p{Cc}/u);
		}
	});
});

describe('every command on any vault', () => {
	const readOnly = (a: string, b: string): string[][] => [
		['check'],
		['refresh', '--check'],
		['refresh', '--dry-run'],
		['questions'],
		['questions', a, '--status', 'open,shaky', '--kind', 'principle', '--level', '2,L3'],
		['questions', '--status', 'untracked'],
		['status'],
		['compare', a, b],
		['compare', a, b, '--format', 'csv', '--only-differences'],
		['backlinks', a],
		['interview', a, '--count', '1', '--dry-run'],
		['interview', '--seed', '7', '--count', '1', '--dry-run'],
		['welcome'],
		['init', '.', '--dry-run'],
	];
	const input = ['answer', '', 'good', 'good'];

	async function runAll(folder: string, lines: string[][]): Promise<Record<string, string>> {
		const results: Record<string, string> = {};
		const before = takeSnapshot(folder);
		for (const argv of lines) {
			const { exit, out, err } = await runIn(folder, argv, { input });
			if (exit === 2) {
				expect(out).toBe('');
				expectOneLine(err);
			}
			results[argv.join(' ')] = exit === 2 ? err.trim() : String(exit);
		}
		expect(takeSnapshot(folder)).toEqual(before);
		return results;
	}

	afterEach(removeFolders);

	test('an empty one: what asks for a note says that there is none, the rest is fine', async () => {
		const folder = makeFolder();
		const results = await runAll(folder, readOnly('a', 'b'));
		const refused = Object.entries(results).filter(([, result]) => result !== '0');
		expect(refused.map(([line]) => line.split(' ')[0])).toEqual([
			'questions',
			'compare',
			'compare',
			'backlinks',
			'interview',
			'interview',
		]);
		for (const [, result] of refused)
			expect(result).toMatch(/no note answers|there is no question/);
		expect(await runIn(folder, ['refresh'])).toMatchObject({ exit: 0, err: '' });
		expect(takeSnapshot(folder)).toEqual({});
	});

	test("a stranger's, where nothing is ours: nothing fails and nothing is written", async () => {
		const folder = copyFixture('strangers');
		const results = await runAll(folder, readOnly('Plan', 'nothing'));
		const refused = Object.entries(results).filter(([, result]) => !['0', '1'].includes(result));
		expect(refused.map(([line]) => line)).toEqual([
			'interview Plan --count 1 --dry-run',
			'interview --seed 7 --count 1 --dry-run',
		]);
		const before = takeSnapshot(folder);
		expect(await runIn(folder, ['refresh'])).toMatchObject({ exit: 0, err: '' });
		expect(takeSnapshot(folder)).toEqual(before);
	});

	test('one of 2,000 notes: nothing fails, and an interview touches one note', async () => {
		const folder = makeManyNotes(2000);
		const seen = new Set<string | undefined>();
		// Once for each command: it takes a while.
		const lines = readOnly('N1', '编号 1500').filter(
			([command]) => !seen.has(command) && seen.add(command),
		);
		const results = await runAll(folder, lines);
		expect(Object.values(results).filter(result => !['0', '1'].includes(result))).toEqual([]);
		const before = takeSnapshot(folder);
		const run = await runIn(folder, ['interview', 'N1', '--json'], { input, showsProgress: true });
		expect(run.exit).toBe(0);
		expectOneValue(run.out);
		expect(run.err).toContain('\rnotes read: 2000 …\n');
		const after = takeSnapshot(folder);
		const changed = Object.keys(after).filter(path => after[path] !== before[path]);
		expect(changed).toEqual(['0', '0/N1.md', '练习记录', '练习记录/2026-11 laptop.md']);
	}, 120_000);

	test('progress is shown for a large vault on a terminal only', async () => {
		const folder = makeManyNotes(1001);
		expect((await runIn(folder, ['status'])).err).toBe('');
		expect((await runIn(folder, ['status'], { showsProgress: true })).err).toMatch(
			/^\rnotes read: 1001 …\n$/,
		);
		const small = copyFixture('small');
		expect((await runIn(small, ['status'], { showsProgress: true })).err).toBe('');
	});
});
