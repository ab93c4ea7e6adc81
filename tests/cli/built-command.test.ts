import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, cpSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import manifest from '../../manifest.json';
import { propertyRuns } from '../support/property-runs';
import { recordReliability } from '../support/reliability';
import { copyBuiltCommand } from './support/built-command';
import { killAfter, runProgram, startProgram } from './support/child-program';
import type { CliRun } from './support/cli-session';
import {
	copyFixture,
	makeFolder,
	removeFolder,
	removeFolders,
	takeSnapshot,
} from './support/temporary-folder';

const FLINK = '技术/流计算/Flink.md';
const ENV = { STACKBOOK_DEVICE: 'laptop', TZ: 'Asia/Shanghai' };
/** Somebody who is not root: root may write anywhere, and permissions would be tested on nobody. */
const READER = process.getuid?.() === 0 ? 65534 : undefined;

// A process that starts takes long where others start at the same time.
jest.setTimeout(60_000);

let program = '';
/** A vault as `init` made it; tests that write take a copy. */
let vault = '';

beforeAll(async () => {
	program = copyBuiltCommand();
	vault = join(makeFolder(), 'v');
	expect(await stackbook(['init', 'v', '--json'], { cwd: join(vault, '..') })).toMatchObject({
		exit: 0,
		err: '',
	});
}, 60_000);
afterAll(removeFolders);

function stackbook(
	argv: readonly string[],
	options: Parameters<typeof runProgram>[2] = {},
): Promise<CliRun> {
	return runProgram(program, argv, { cwd: vault, env: ENV, ...options });
}

function copyVault(): string {
	const folder = makeFolder();
	cpSync(vault, folder, { recursive: true, preserveTimestamps: true });
	return folder;
}

function linesOf(file: string): string[] {
	return readFileSync(file, 'utf8').split('\n');
}

/** The only file of attempts in a vault. */
function attemptsOf(folder: string): string {
	const names = readdirSync(join(folder, '练习记录'));
	expect(names).toHaveLength(1);
	return join(folder, '练习记录', names[0] ?? '');
}

describe('a new vault', () => {
	test('check finds nothing', async () => {
		const { exit, out, err } = await stackbook(['check', '--json']);
		expect(JSON.parse(out)).toMatchObject({ diagnostics: [] });
		expect({ exit, err }).toEqual({ exit: 0, err: '' });
	});

	test('refresh has nothing to do, the first time and the second', async () => {
		const folder = copyVault();
		const before = takeSnapshot(folder);
		for (const argv of [['refresh', '--check'], ['refresh'], ['refresh']]) {
			const { exit, out } = await stackbook([...argv, '--json'], { cwd: folder });
			expect(JSON.parse(out)).toMatchObject({ changed: [], refused: [], moved: [] });
			expect(exit).toBe(0);
		}
		expect(takeSnapshot(folder)).toEqual(before);
	}, 20_000);

	test('compare prints a table of Markdown', async () => {
		const { exit, out } = await stackbook(['compare', 'Flink', 'Storm', '--format', 'md']);
		expect(exit).toBe(0);
		const rows = out.trim().split('\n');
		expect(rows.length).toBeGreaterThan(5);
		for (const row of rows) expect(row).toMatch(/^\|.*\|$/);
		expect(rows[0]).toMatch(/Flink.*Storm/);
		expect(rows[1]).toMatch(/^\|( ?:?-+:? ?\|){3}$/);
	});

	test('backlinks knows that Flink lies downstream of Kafka', async () => {
		const { exit, out } = await stackbook(['backlinks', 'Kafka', '--json']);
		expect(exit).toBe(0);
		const entries = JSON.parse(out) as {
			source: string;
			kind: string;
			reason: string;
			line: number;
		}[];
		const flink = entries.find(({ source, kind }) => source === FLINK && kind === 'downstream');
		expect(flink?.reason).toMatch(/./);
		expect(linesOf(join(vault, FLINK))[(flink?.line ?? 0) - 1]).toContain('[[Kafka');
	});

	test('questions lists those of one kind', async () => {
		const { exit, out } = await stackbook([
			'questions',
			'Flink',
			'--kind',
			'optimization',
			'--json',
		]);
		expect(exit).toBe(0);
		const questions = JSON.parse(out) as {
			id: string;
			kind: string;
			path: string;
			status: string;
		}[];
		expect(questions.length).toBeGreaterThan(0);
		for (const question of questions) {
			expect(question).toMatchObject({
				kind: 'optimization',
				path: FLINK,
				status: 'open',
				answered: false,
			});
			expect(readFileSync(join(vault, FLINK), 'utf8')).toContain(` ^${question.id}\n`);
		}
	});

	test('status counts every question once, whichever way it is cut', async () => {
		const { exit, out } = await stackbook(['status', '--json']);
		expect(exit).toBe(0);
		const report = JSON.parse(out) as Record<string, Record<string, { total: number }>> & {
			questions: { total: number; open: number };
		};
		expect(report.questions.total).toBeGreaterThan(100);
		expect(report.questions.open).toBe(report.questions.total);
		for (const part of ['byTechnology', 'byCategory', 'byKind', 'byLevel']) {
			const totals = Object.values(report[part] ?? {}).map(({ total }) => total);
			expect(totals.reduce((sum, total) => sum + total, 0)).toBe(report.questions.total);
		}
	});

	test('the version is that of the manifest', async () => {
		expect(await stackbook(['--version'])).toEqual({
			exit: 0,
			out: `${manifest.version}\n`,
			err: '',
		});
	});
});

describe('through a real pipe', () => {
	test('an interview of two changes two checkbox characters and appends two lines', async () => {
		const folder = copyVault();
		const first = await stackbook(['interview', 'Kafka', '--count', '1'], {
			cwd: folder,
			input: '\n\nagain\n',
		});
		expect(first).toMatchObject({ exit: 0, err: '' });
		const note = readFileSync(join(folder, FLINK));
		const attempts = linesOf(attemptsOf(folder));
		const before = takeSnapshot(folder);
		const input = 'one\r\ntwo\r\n\r\nall\r\ngood\r\n' + '\n\nagain or hard\nhard\n';
		const run = await stackbook(['interview', 'Flink', '--count', '2', '--json'], {
			cwd: folder,
			input,
		});
		expect(run.exit).toBe(0);
		expect(JSON.parse(run.out)).toMatchObject({ asked: 2, ratings: { good: 1, hard: 1 } });

		const after = readFileSync(join(folder, FLINK));
		expect(after).toHaveLength(note.length);
		const changed = [...note.keys()].filter(i => note[i] !== after[i]);
		const boxes = changed.map(i => after.subarray(i - 3, i + 2).toString());
		expect(boxes.sort()).toEqual(['- [/]', '- [x]']);
		for (const i of changed) expect(note.subarray(i - 3, i + 2).toString()).toBe('- [ ]');

		const appended = linesOf(attemptsOf(folder));
		expect(appended.slice(0, attempts.length - 1)).toEqual(attempts.slice(0, -1));
		const added = appended.slice(attempts.length - 1);
		expect(added).toHaveLength(3);
		expect(added[2]).toBe('');
		expect(added[0]).toMatch(
			/^- \d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+08:00 · [a-z0-9-]+ · good · \d+s · (\d+)\/\1$/,
		);
		expect(added[1]).toMatch(/^- [^ ]+\+08:00 · [a-z0-9-]+ · hard · \d+s · 0\/\d+ · missed: ./);

		const now = takeSnapshot(folder);
		const touched = Object.keys(now).filter(
			path => now[path] !== before[path] && path.endsWith('.md'),
		);
		expect(touched).toEqual([FLINK, attemptsOf(folder).slice(folder.length + 1)]);
	});

	test('without any input it ends, and leaves no trace', async () => {
		const folder = copyVault();
		const before = takeSnapshot(folder);
		for (const input of ['', 'half an answer', 'answer\n\n1\n']) {
			const run = await stackbook(['interview', 'Flink', '--json'], { cwd: folder, input });
			expect(run.exit).toBe(0);
			expect(JSON.parse(run.out)).toMatchObject({ asked: 0 });
		}
		expect(takeSnapshot(folder)).toEqual(before);
	});

	test('it ends when it has asked, though the other side keeps the pipe open', async () => {
		const child = startProgram(program, ['interview', 'Flink', '--count', '1', '--dry-run'], {
			cwd: vault,
		});
		child.stdout.resume();
		child.stdin.write('\n\ngood\n');
		await once(child, 'exit');
		expect(child.exitCode).toBe(0);
	});

	test('a command that reads no input does not wait for any', async () => {
		const child = startProgram(program, ['status'], { cwd: vault });
		child.stdout.resume();
		await once(child, 'exit');
		expect(child.exitCode).toBe(0);
	});

	test.each([
		['questions --json', 'head -1'],
		['questions', 'head -1'],
		['check', 'true'],
		['status', 'true'],
		['--help', 'true'],
	])('stackbook %s | %s, which closes the pipe early, is no failure', async (line, reader) => {
		const command = `set -o pipefail; "$0" "$1" ${line} | ${reader}`;
		const { stderr } = await promisify(execFile)(
			'bash',
			['-c', command, process.execPath, program],
			{
				cwd: vault,
			},
		);
		expect(stderr).toBe('');
	});

	test.each(['stdout', 'stderr'] as const)(
		'nor is it that nobody reads %s at all',
		async stream => {
			const folder = copyVault();
			const argv = [
				'interview',
				'Flink',
				'--count',
				'2',
				...(stream === 'stderr' ? ['--json'] : []),
			];
			const child = startProgram(program, argv, { cwd: folder, env: ENV });
			child.stdin.on('error', () => undefined);
			child[stream].destroy();
			const rest = stream === 'stdout' ? child.stderr : child.stdout;
			let text = '';
			rest.setEncoding('utf8').on('data', (piece: string) => (text += piece));
			child.stdin.end('\n\ngood\n\n\ngood\n');
			await once(child, 'close');
			expect(child.exitCode).toBe(0);
			if (stream === 'stdout') expect(text).toBe('');
			else expect(JSON.parse(text)).toMatchObject({ asked: 2 });
		},
	);

	test('wrong use ends with 2 and one line, also when nobody reads it', async () => {
		const { exit, out, err } = await stackbook(['check', '--vault', 'none'], {
			env: { LANG: 'zh_CN.UTF-8' },
		});
		expect({ exit, out }).toEqual({ exit: 2, out: '' });
		expect(err).toBe('stackbook：没有文件夹 none；可以新建：stackbook init none\n');
		const child = startProgram(program, ['check', '--vault', 'none'], { cwd: vault });
		child.stderr.destroy();
		child.stdout.resume();
		await once(child, 'exit');
		expect(child.exitCode).toBe(2);
	});

	test('the name of a device cannot lead out of the folder of attempts', async () => {
		for (const device of ['../../evil', '/tmp/evil', '', '名/..\\:*?']) {
			const folder = copyFixture('small');
			const before = Object.keys(takeSnapshot(folder));
			const run = await stackbook(['interview', 'Alpha', '--count', '1'], {
				cwd: folder,
				env: { STACKBOOK_DEVICE: device, TZ: 'UTC' },
				input: '\n\ngood\n',
			});
			expect(run).toMatchObject({ exit: 0, err: '' });
			const added = Object.keys(takeSnapshot(folder)).filter(path => !before.includes(path));
			expect(added).toHaveLength(2);
			expect(added[1]).toMatch(/^练习记录\/\d{4}-\d\d [\p{L}\p{N}-]+\.md$/u);
		}
	});
});

describe('for somebody who may not do everything', () => {
	/** A vault of the reader's own. */
	function readersVault(): string {
		const folder = copyFixture('small');
		if (READER === undefined) return folder;
		for (const path of ['.', ...readdirSync(folder, { recursive: true, encoding: 'utf8' })]) {
			chownSync(join(folder, path), READER, READER);
		}
		return folder;
	}

	const denied = (path: string): string =>
		`stackbook: cannot write ${path}: permission denied (EACCES); it is as it was. Check its permissions and the free space, then run it again\n`;

	test.each([
		['a read-only folder', '技术', 0o555, { line: 'refresh', message: denied('技术/Alpha.md') }],
		[
			'a read-only note',
			'技术/Alpha.md',
			0o444,
			{ line: 'interview Alpha', message: denied('技术/Alpha.md') },
		],
		[
			'a vault where nothing may be added',
			'.',
			0o555,
			{ line: 'init .', message: denied('.stackbook/lock') },
		],
		[
			'a folder that may not be listed',
			'技术',
			0,
			{ line: 'check', message: '技术: permission denied (EACCES)\n' },
		],
	])(
		'%s: one line names it, and no byte in it is changed',
		async (_, path, mode, { line, message }) => {
			const folder = readersVault();
			const blocked = join(folder, path);
			// Other folders may have been brought up to date before.
			const below = path === '.' ? folder : join(folder, '技术');
			const before = takeSnapshot(below);
			const free = statSync(blocked).mode;
			chmodSync(blocked, mode);
			const options = { cwd: folder, env: ENV, uid: READER, input: '\nall\ngood\n' };
			const run = await stackbook(line.split(' '), options);
			chmodSync(blocked, free);
			expect(run.exit).toBe(2);
			expect(run.err.endsWith(message)).toBe(true);
			expect(run.err.split('\n')).toHaveLength(2);
			expect(takeSnapshot(below)).toEqual(before);
		},
	);

	test.each([
		['a note', '技术/Alpha.md', 0o444],
		['a folder', '技术', 0o555],
	])('an interview that cannot write %s leaves no attempt', async (_, path, mode) => {
		const folder = readersVault();
		const before = Object.keys(takeSnapshot(folder));
		const free = statSync(join(folder, path)).mode;
		chmodSync(join(folder, path), mode);
		const run = await stackbook(['interview', 'Alpha'], {
			cwd: folder,
			uid: READER,
			input: '\nall\ngood\n',
		});
		chmodSync(join(folder, path), free);
		expect(run).toMatchObject({ exit: 2, err: denied('技术/Alpha.md') });
		expect(Object.keys(takeSnapshot(folder))).toEqual(before);
	});

	test('a refresh writes the other notes and then names the first that it could not', async () => {
		const backlinks = '<!-- stackbook:begin backlinks -->\n\n<!-- stackbook:end backlinks -->\n';
		const folder = makeFolder(
			Object.fromEntries(
				['a', 'b', 'c', 'd'].map(name => [`${name}.md`, `[[a]] [[b]] [[c]]\n\n${backlinks}`]),
			),
		);
		for (const name of ['.', 'a.md', 'b.md', 'c.md', 'd.md']) {
			if (READER !== undefined) chownSync(join(folder, name), READER, READER);
		}
		for (const name of ['b.md', 'c.md']) chmodSync(join(folder, name), 0o444);
		const run = await stackbook(['refresh', '--json'], { cwd: folder, uid: READER });
		expect(run).toMatchObject({ exit: 2, err: denied('b.md') });
		expect(JSON.parse(run.out)).toMatchObject({ changed: ['a.md', 'd.md'], refused: [] });
		expect(readFileSync(join(folder, 'd.md'), 'utf8')).not.toContain(backlinks);
		expect(readFileSync(join(folder, 'c.md'), 'utf8')).toContain(backlinks);
	});

	test('a note that may not be read is reported, and the others are read', async () => {
		const folder = readersVault();
		chmodSync(join(folder, '技术/Beta.md'), 0o000);
		const run = await stackbook(['check', '--json'], { cwd: folder, uid: READER });
		expect(run.exit).toBe(1);
		const { diagnostics } = JSON.parse(run.out) as {
			diagnostics: { code: string; path: string; message: string }[];
		};
		expect(diagnostics.filter(({ code }) => code === 'note-unreadable')).toMatchObject([
			{ path: '技术/Beta.md', message: expect.stringContaining('EACCES') as unknown },
		]);
		const list = await stackbook(['questions'], { cwd: folder, uid: READER });
		expect(list).toMatchObject({
			exit: 0,
			err: 'files that could not be read: 1; see: stackbook check\n',
		});
	});
});

// That one file is never torn is tested in atomic-write.test.ts, where all the time goes into writing; this is about
// what belongs together in two files.
describe('an interview that is killed again and again', () => {
	const QUESTIONS = 200;

	/** A note large enough that writing it takes a while. */
	function printNote(): string {
		const questions = Array.from(
			{ length: QUESTIONS },
			(_, i) => `### 第 ${i} 问？\n- [ ] 第${i}问 · L1 ★ ^big-${i}\n\n${'字'.repeat(400)}\n`,
		);
		return `---\ntype: technology\nid: big\ncategory: stream-processing\n---\n## 原理\n${questions.join('\n')}`;
	}

	test('leaves a whole note and whole attempts, at most one step apart', async () => {
		const torn: unknown[] = [];
		const count = propertyRuns(6, 100);
		for (let i = 0; i < count; i++) {
			const folder = makeFolder({ 'Big.md': printNote() });
			const child = startProgram(program, ['interview', 'Big'], { cwd: folder, env: ENV });
			child.stdin.on('error', () => undefined);
			child.stdin.write('\ngood\n'.repeat(QUESTIONS));
			await killAfter(child, 'Now solid', (i * 13) % 60);

			const note = readFileSync(join(folder, 'Big.md'), 'utf8');
			expect(note.replaceAll('- [x]', '- [ ]')).toBe(printNote());
			const solid = Array.from(note.matchAll(/- \[x\].*\^(big-\d+)/g), ([, id]) => id);
			// A run that was killed cannot take its temporary file away.
			for (const name of readdirSync(join(folder, '练习记录'))) {
				if (name.endsWith('.stackbook-tmp')) rmSync(join(folder, '练习记录', name));
			}
			const attempts = linesOf(attemptsOf(folder)).slice(6);
			expect(attempts.pop()).toBe('');
			for (const line of attempts) expect(line).toMatch(/^- [^ ]+ · big-\d+ · good · \d+s · 0\/0$/);
			const answered = attempts.map(line => line.split(' · ')[1]);
			const unproven = solid.filter(id => !answered.includes(id));
			if (unproven.length > 0 || ![0, 1].includes(answered.length - solid.length)) {
				torn.push({ answered, solid });
			}
			removeFolder(folder);
		}
		recordReliability('command-line', {
			what: 'interview: SIGKILL between two answers, note and attempts belong together',
			count,
			losses: torn.length,
		});
		expect(torn).toEqual([]);
	}, 300_000);
});
