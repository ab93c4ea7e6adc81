// The parts of the plugin that need no host.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { listQuestions } from '../../src/core/index';
import { chooseTemplate, installNotes, notesOfTemplate } from '../../src/obsidian/install-notes';
import { formatLocalTime } from '../../src/obsidian/local-time';
import { nextOpenQuestion, questionAt } from '../../src/obsidian/next-question';
import { createSettingsStore } from '../../src/obsidian/settings';
import type { SettingsMemory } from '../../src/obsidian/settings';
import type { SettingsStorage } from '../../src/obsidian/settings-file';
import { isFolderName, isInFolder, placeInFolder, toFolder } from '../../src/obsidian/vault-folder';
import { aVault } from '../support/a-note';
import { propertyRuns } from '../support/property-runs';
import { FILES, FLINK, STORM } from './support/stream-notes';

describe('formatLocalTime', () => {
	const moment = new Date('2026-11-20T13:04:05.678Z');

	test.each([
		[480, '2026-11-20T21:04:05+08:00'],
		[0, '2026-11-20T13:04:05+00:00'],
		[-210, '2026-11-20T09:34:05-03:30'],
		[845, '2026-11-21T03:09:05+14:05'],
	])('shows the clock of a zone %s minutes ahead', (offset, text) => {
		expect(formatLocalTime(moment, offset)).toBe(text);
	});

	test('names the same moment in every zone', () => {
		fc.assert(
			fc.property(
				fc.date({ min: new Date('1970-01-02'), max: new Date('2999-12-30'), noInvalidDate: true }),
				fc.integer({ min: -14 * 60, max: 14 * 60 }),
				(date, offset) => {
					const seconds = Math.floor(date.getTime() / 1000);
					expect(Date.parse(formatLocalTime(date, offset)) / 1000).toBe(seconds);
				},
			),
			{ numRuns: propertyRuns(200) },
		);
	});
});

describe('questions', () => {
	const questions = listQuestions(aVault(FILES));
	const flink = FILES[FLINK] ?? '';

	test.each([
		['---', undefined],
		['## Principles', undefined],
		['### Why', 'flink-alignment'],
		['My own words.', 'flink-alignment'],
		['### What is a watermark', 'flink-watermark'],
		['### What is a savepoint', 'flink-savepoint'],
	])('at «%s»', (needle, id) => {
		const own = questions.filter(({ path }) => path === FLINK);
		expect(questionAt(own, flink.indexOf(needle), flink.length)?.id).toBe(id);
	});

	test('at the very end of a note', () => {
		const own = questions.filter(({ path }) => path === STORM);
		const { length } = FILES[STORM] ?? '';
		expect(questionAt(own, length, length)?.id).toBe('storm-acking');
	});

	test('that are open come in a circle, from any place', () => {
		const ours = questions.filter(({ path }) => path.startsWith('Stackbook/'));
		const next = (path: string, offset: number) => nextOpenQuestion(ours, { path, offset })?.id;
		expect(nextOpenQuestion(ours, undefined)?.id).toBe('flink-alignment');
		expect(next('A.md', 0)).toBe('flink-alignment');
		expect(next(FLINK, -1)).toBe('flink-alignment');
		expect(next(FLINK, flink.indexOf('### Why'))).toBe('flink-savepoint');
		expect(next(FLINK, flink.length)).toBe('storm-acking');
		expect(next(STORM, 10_000)).toBe('flink-alignment');
		expect(nextOpenQuestion([], undefined)).toBeUndefined();
	});
});

describe('installation', () => {
	const template = {
		'首页.md': 'home',
		'技术/Flink.md': 'flink',
		'.obsidian/app.json': '{}',
		'.obsidian/notes.md': 'not a note',
		'picture.svg': '<svg/>',
	};

	test('takes the notes and what belongs to them', () => {
		const { '首页.md': home, '技术/Flink.md': flink } = template;
		expect(notesOfTemplate({ ...template, 'Stack.base': 'views' })).toEqual({
			...{ '首页.md': home, '技术/Flink.md': flink, 'Stack.base': 'views' },
		});
	});

	test('counts what was written, and stops where it fails or is told to', async () => {
		const files = [
			{ path: '首页.md', text: 'home' },
			{ path: '技术/Flink.md', text: 'flink' },
		];
		const always = (): boolean => true;
		expect(await installNotes(files, path => Promise.resolve(path !== '首页.md'), always)).toEqual({
			written: 1,
		});
		const error = new Error('full');
		const create = (path: string): Promise<boolean> =>
			path === '首页.md' ? Promise.resolve(true) : Promise.reject(error);
		expect(await installNotes(files, create, always)).toEqual({
			written: 1,
			stopped: { path: '技术/Flink.md', error },
		});
		let asked = 0;
		expect(await installNotes(files, create, () => asked++ === 0)).toEqual({
			written: 1,
			stopped: { path: '技术/Flink.md' },
		});
	});

	test('takes the notes of the language, else those that there are', () => {
		expect(chooseTemplate({ zh: { a: 'z' }, en: { a: 'e' } }, 'en')).toEqual({ a: 'e' });
		expect(chooseTemplate({ zh: { a: 'z' } }, 'en')).toEqual({ a: 'z' });
		expect(chooseTemplate({}, 'en')).toEqual({});
	});
});

describe('folders', () => {
	test.each([
		['Stackbook', 'Stackbook'],
		[' /大数据/笔记/ ', '大数据/笔记'],
		['A\\B', 'A/B'],
		['/', ''],
		['', ''],
	])('«%s» is «%s»', (name, folder) => {
		expect(toFolder(name)).toBe(folder);
	});

	test.each(['..', 'a/../b', '.obsidian', 'a/.b', 'a:b', 'a?', 'a ', 'a.', 'a/ /b', 'a#b'])(
		'«%s» is no name of a folder',
		name => {
			expect(isFolderName(name)).toBe(false);
		},
	);

	test('hold what begins with their path', () => {
		expect(isInFolder('Stackbook/a.md', 'Stackbook')).toBe(true);
		expect(isInFolder('Stackbook2/a.md', 'Stackbook')).toBe(false);
		expect(isInFolder('a.md', '')).toBe(true);
		expect(placeInFolder('练习记录/a.md', 'S')).toBe('S/练习记录/a.md');
		expect(placeInFolder('S/a.md', 'S')).toBe('S/a.md');
	});
});

function aMemory(last?: string): SettingsMemory & { kept: string | undefined; told: string[] } {
	const memory = {
		kept: last,
		told: [] as string[],
		lastFolder: () => memory.kept,
		keepFolder: (folder: string) => void (memory.kept = folder),
		refused: (name: string, used: string) => void memory.told.push(`${name} → ${used}`),
		notSaved: (detail = 'damaged') => void memory.told.push(detail),
	};
	return memory;
}

describe('createSettingsStore', () => {
	const storage = (load: () => unknown): SettingsStorage => ({
		loadData: async () => Promise.resolve(load()),
		saveData: () => Promise.reject(new Error('Nothing is to be saved')),
	});

	test.each(['../..', '.obsidian', 'a/../../b', 'Notes/.trash', '.'])(
		'falls back from «%s», and tells so',
		async folder => {
			for (const [last, used] of [
				[undefined, 'Stackbook'],
				['', ''],
			] as const) {
				const memory = aMemory(last);
				const store = createSettingsStore(
					storage(() => ({ folder })),
					memory,
				);
				await store.reload();
				expect(store.folder()).toBe(used);
				expect(memory.told).toHaveLength(1);
				await store.setFolder(folder);
				expect(store.folder()).toBe(used);
			}
		},
	);

	test('keeps the folder that was used last while the settings are torn', async () => {
		let data: unknown = { folder: '' };
		const load = (): unknown => {
			if (data instanceof Error) throw data;
			return data;
		};
		const memory = aMemory();
		const store = createSettingsStore(storage(load), memory);
		await store.reload();
		expect(store.folder()).toBe('');
		data = new SyntaxError('Unexpected end of JSON input');
		let changes = 0;
		store.onFolderChange(() => changes++);
		await store.reload();
		const restarted = createSettingsStore(storage(load), memory);
		await restarted.reload();
		expect([store.folder(), restarted.folder(), changes]).toEqual(['', '', 0]);
		// A sync tool that puts a new file in its place takes the old one away first.
		data = null;
		await restarted.reload();
		expect(restarted.folder()).toBe('');
		data = {};
		await restarted.reload();
		expect(restarted.folder()).toBe('Stackbook');
		expect(memory.told).toEqual([]);
	});

	test('never saves by itself, whatever was loaded', async () => {
		await fc.assert(
			fc.asyncProperty(fc.anything(), async data => {
				let saves = 0;
				const store = createSettingsStore(
					{
						loadData: () => Promise.resolve(data),
						saveData: () => Promise.resolve(void saves++),
					},
					aMemory(),
				);
				await store.reload();
				await store.setFolder(store.folder());
				expect(typeof store.folder()).toBe('string');
				expect(saves).toBe(0);
			}),
			{ numRuns: propertyRuns(200) },
		);
	});

	test('tells that the folder is another one, and only then', async () => {
		let data: unknown = null;
		let changes = 0;
		const store = createSettingsStore(
			{
				loadData: () => Promise.resolve(data),
				saveData: saved => Promise.resolve(void (data = saved)),
			},
			aMemory(),
		);
		store.onFolderChange(() => changes++);
		await store.reload();
		await store.setFolder('Stackbook/');
		expect(changes).toBe(0);
		await store.setFolder('Other');
		await store.reload();
		expect([changes, data]).toEqual([1, { folder: 'Other' }]);
	});
});
