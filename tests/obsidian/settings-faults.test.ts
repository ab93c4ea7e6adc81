// What may stand in `data.json` when a sync tool, another version or a full disk had their hands in it.
import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createSettingsStore } from '../../src/obsidian/settings';
import type { SettingsMemory, SettingsStore } from '../../src/obsidian/settings';
import { recordReliability } from '../support/reliability';

/** Text of `data.json`; undefined where there is none. */
type FileText = string | undefined;

interface Kept {
	readonly store: SettingsStore;
	readonly told: string[];
	readonly saves: () => number;
	text: FileText;
	/** What a write is answered with; undefined for a disk that takes it. */
	failure: Error | undefined;
}

/** A store on a file, as Obsidian reads and writes it. */
function storeOn(text: FileText, lastFolder?: string): Kept {
	let saves = 0;
	let last = lastFolder;
	const told: string[] = [];
	const memory: SettingsMemory = {
		lastFolder: () => last,
		keepFolder: folder => void (last = folder),
		refused: (name, used) => void told.push(`refused ${name}, reads ${used}`),
		notSaved: detail => void told.push(`not saved: ${detail ?? 'unreadable'}`),
	};
	const store = createSettingsStore(
		{
			loadData: async () => {
				await Promise.resolve();
				return kept.text === undefined ? null : (JSON.parse(kept.text) as unknown);
			},
			saveData: async data => {
				saves++;
				await Promise.resolve();
				if (kept.failure) throw kept.failure;
				kept.text = JSON.stringify(data);
			},
		},
		memory,
	);
	const kept: Kept = { store, told, saves: () => saves, text, failure: undefined };
	return kept;
}

const NUL = String.fromCharCode(0);
const big = JSON.stringify({ folder: 'Mine', big: 'x'.repeat(5_000_000) });

/** Nobody's settings: nothing may be put in their place. */
const DAMAGED: Readonly<Record<string, string>> = {
	'an empty file': '',
	'a text': '""',
	'a list': '[]',
	'a number': '42',
	'the word true': 'true',
	'torn JSON': '{"folder":"Mine","autom',
	'two values': '{"folder":"Mine"}{"folder":"Yours"}',
	'a file of NUL bytes': NUL.repeat(64),
	'NUL bytes after the settings': `{"folder":"Mine"}${NUL}${NUL}`,
	'a byte order mark alone': String.fromCharCode(0xfeff),
};

/** Settings with something odd in them. */
const ODD: Readonly<Record<string, string>> = {
	'no key at all': '{}',
	'a folder of the wrong type': '{"folder":42}',
	'a folder that is null': '{"folder":null}',
	'a folder that is a list': '{"folder":["Mine"]}',
	'a folder that leads out': '{"folder":"../.."}',
	'a folder that is hidden': '{"folder":".obsidian"}',
	'wrong types in all keys': '{"folder":{},"automaticRefresh":"yes","backlinks":7}',
	'an unknown choice': '{"folder":"Mine","backlinks":"everything"}',
	'a version of the future': '{"version":99,"folder":"Mine","schedule":{"days":[1,2]}}',
	'hostile keys': '{"__proto__":{"folder":"Yours"},"constructor":1,"folder":"Mine"}',
	'five megabytes': big,
};

function parsed(text: FileText): Record<string, unknown> {
	return text === undefined ? {} : (JSON.parse(text) as Record<string, unknown>);
}

/** Stores that were tried, and those that came through. */
const counts = { begun: 0, held: 0 };
beforeEach(() => void counts.begun++);
afterAll(() => {
	recordReliability('app', {
		what: 'contents of `data.json`, odd and damaged ones, with and without a choice',
		count: counts.begun,
		losses: counts.begun - counts.held,
	});
});

describe('settings', () => {
	const cases: [string, FileText][] = [
		['no file', undefined],
		['null', 'null'],
		...Object.entries({ ...DAMAGED, ...ODD }),
	];

	test.each(cases)('%s: nothing is saved before the reader chooses', async (_, text) => {
		for (const last of [undefined, '', 'Last']) {
			const kept = storeOn(text, last);
			await kept.store.reload();
			await kept.store.reload();
			expect(typeof kept.store.folder()).toBe('string');
			expect(kept.store.folder()).not.toMatch(/(^|\/)\./);
			expect(typeof kept.store.automaticRefresh()).toBe('boolean');
			expect(kept.store.backlinksTypes().length).toBeGreaterThan(0);
			await kept.store.setFolder(kept.store.folder());
			expect(kept.saves()).toBe(0);
			expect(kept.text).toBe(text);
		}
		counts.held++;
	});

	test.each(Object.entries(DAMAGED))(
		'%s is not written over: the choice holds, is told, and is saved when the file is whole',
		async (_, text) => {
			const kept = storeOn(text, 'Last');
			await kept.store.reload();
			expect(kept.store.folder()).toBe('Last');
			await kept.store.setAutomaticRefresh(false);
			expect(kept.text).toBe(text);
			expect(kept.told).toEqual(['not saved: unreadable']);
			expect(kept.store.automaticRefresh()).toBe(false);

			kept.text = '{"folder":"Mine","later":1}';
			await kept.store.reload();
			expect([kept.store.folder(), kept.store.automaticRefresh()]).toEqual(['Mine', false]);
			await kept.store.setBacklinksChoice('none');
			expect(parsed(kept.text)).toEqual({
				...{ folder: 'Mine', later: 1 },
				...{ automaticRefresh: false, backlinks: 'none' },
			});
			counts.held++;
		},
	);

	test.each(Object.entries(ODD))('%s: a choice changes its own key alone', async (_, text) => {
		const kept = storeOn(text);
		await kept.store.reload();
		await kept.store.setAutomaticRefresh(false);
		expect(parsed(kept.text)).toEqual({ ...parsed(text), automaticRefresh: false });
		counts.held++;
	});

	test('a file that is away for a moment takes neither the folder nor what another device chose', async () => {
		const kept = storeOn('{"folder":"Mine","later":1}');
		await kept.store.reload();
		kept.text = undefined;
		await kept.store.reload();
		expect(kept.store.folder()).toBe('Mine');
		await kept.store.setAutomaticRefresh(false);
		expect(parsed(kept.text)).toEqual({ folder: 'Mine', later: 1, automaticRefresh: false });
		counts.held++;
	});

	test('started while the file is away, the folder that was used last is saved with the first choice', async () => {
		const kept = storeOn(undefined, 'Mine');
		await kept.store.reload();
		await kept.store.setAutomaticRefresh(false);
		expect(parsed(kept.text)).toEqual({ folder: 'Mine', automaticRefresh: false });
		counts.held++;
	});

	test('what another device chose since it was read stays', async () => {
		const kept = storeOn('{"folder":"Mine"}');
		await kept.store.reload();
		kept.text = '{"folder":"Mine","backlinks":"none"}';
		await kept.store.setAutomaticRefresh(false);
		expect(parsed(kept.text)).toEqual({
			...{ folder: 'Mine', backlinks: 'none', automaticRefresh: false },
		});
		expect(kept.store.backlinksChoice()).toBe('none');
		counts.held++;
	});

	test('a choice that the disk does not take holds, is told, and is saved with the next one', async () => {
		const kept = storeOn('{"folder":"Mine"}');
		await kept.store.reload();
		kept.failure = new Error('ENOSPC: no space left on device');
		await Promise.all([kept.store.setFolder('Yours'), kept.store.setAutomaticRefresh(false)]);
		expect(kept.told).toEqual(Array(2).fill('not saved: ENOSPC: no space left on device'));
		expect(kept.text).toBe('{"folder":"Mine"}');
		expect([kept.store.folder(), kept.store.automaticRefresh()]).toEqual(['Yours', false]);
		kept.failure = undefined;
		await kept.store.setBacklinksChoice('technology');
		expect(parsed(kept.text)).toEqual({
			...{ folder: 'Yours', automaticRefresh: false, backlinks: 'technology' },
		});
		counts.held++;
	});

	test('two choices at once are both saved', async () => {
		const kept = storeOn('{"later":1}');
		await kept.store.reload();
		await Promise.all([
			kept.store.setFolder('Mine'),
			kept.store.setBacklinksChoice('none'),
			kept.store.setAutomaticRefresh(false),
		]);
		expect(parsed(kept.text)).toEqual({
			...{ later: 1, folder: 'Mine', backlinks: 'none', automaticRefresh: false },
		});
		counts.held++;
	});
});
