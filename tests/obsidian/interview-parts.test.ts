/** @jest-environment jsdom */
// The parts of the interview that need no host.
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { App } from 'obsidian-test-mocks/obsidian';
import type { App as ObsidianApp } from 'obsidian';
import fc from 'fast-check';
import { startSession } from '../../src/core/index';
import { createDeviceStorage } from '../../src/obsidian/device-storage';
import { carryTicks } from '../../src/obsidian/interview/carry-ticks';
import { createDraftStore } from '../../src/obsidian/interview/draft-store';
import {
	choicesForScope,
	defaultChoices,
	referencesFor,
	scopeOf,
	startOptionsOf,
} from '../../src/obsidian/interview/interview-choices';
import type { InterviewChoices } from '../../src/obsidian/interview/interview-choices';
import { keyOfPress } from '../../src/obsidian/interview/interview-keys';
import type { KeyPress } from '../../src/obsidian/interview/interview-keys';
import { isUnfinished, parseState, printState } from '../../src/obsidian/interview/interview-state';
import { formatDuration } from '../../src/obsidian/interview/interview-timer';
import { spokenText } from '../../src/obsidian/interview/spoken-text';
import { aVault } from '../support/a-note';
import { propertyRuns } from '../support/property-runs';
import { FILES, FLINK, STORM } from './support/stream-notes';

describe('choices', () => {
	const vault = aVault(
		Object.fromEntries(Object.entries(FILES).filter(([path]) => path.startsWith('Stackbook/'))),
	);
	const ids = (changes: Partial<InterviewChoices>): string[] =>
		referencesFor(vault, { ...defaultChoices(1), ...changes }).map(({ id }) => id);

	test('ask weak ones first, those that are asked most before others', () => {
		expect(ids({})).toEqual([
			'flink-alignment',
			'flink-savepoint',
			'storm-acking',
			'flink-watermark',
		]);
	});

	test.each<[string, Partial<InterviewChoices>, string[]]>([
		['a note', { place: 'note', note: STORM }, ['storm-acking']],
		['no note', { place: 'note', note: undefined }, []],
		['a category', { place: 'category', category: 'message-queue' }, []],
		['levels', { levels: [2], order: 'in-order' }, ['flink-watermark', 'storm-acking']],
		['statuses', { statuses: ['solid'] }, ['flink-watermark']],
		['stars', { leastStars: 3 }, ['flink-alignment']],
		['kinds', { kinds: ['problem'] }, []],
		['a count', { limit: 'count', count: 1 }, ['flink-alignment']],
	])('by %s', (_, changes, expected) => {
		expect(ids(changes)).toEqual(expected);
	});

	test('shuffle by their seed, the same way every time', () => {
		const orders = [1, 2, 3, 4, 5, 6].map(seed => ids({ order: 'shuffled', seed }).join());
		expect(new Set(orders).size).toBeGreaterThan(2);
		expect(ids({ order: 'shuffled', seed: 3 }).join()).toBe(orders[2]);
		expect(startOptionsOf({ ...defaultChoices(3), order: 'shuffled' })).toEqual({ seed: 3 });
		expect(startOptionsOf({ ...defaultChoices(3), limit: 'minutes' })).toEqual({ minutes: 20 });
	});

	test.each([
		{ kind: 'everything' } as const,
		{ kind: 'notes', paths: [FLINK] } as const,
		{ kind: 'notes', paths: [FLINK, STORM] } as const,
		{ kind: 'category', category: 'stream-processing' } as const,
		{ kind: 'comparison', path: 'Stackbook/C.md' } as const,
		{ kind: 'list', path: 'Stackbook/L.md' } as const,
	])('know their scope: %j', scope => {
		expect(scopeOf(choicesForScope(scope, 1))).toEqual(scope);
	});
});

describe('the state', () => {
	test('is the same after a restart', () => {
		const session = startSession([{ path: FLINK, id: 'flink-alignment' }], { now: 5, seed: 9 });
		const choices = choicesForScope({ kind: 'notes', paths: [FLINK] }, 9);
		const last = { questionId: 'q', words: 'W', kept: true };
		const savedAs = 'Stackbook/Interviews/I.md';
		const ticked = { questionId: 'q', points: ['P', ''] };
		const state = { savedAt: 7, choices, session, keepsAnswers: true, last, ticked, savedAs };
		expect(parseState(JSON.parse(JSON.stringify(printState(state))))).toEqual(state);
		expect(isUnfinished(state)).toBe(true);
		expect(isUnfinished({ ...state, session: { ...session, phase: 'finished' } })).toBe(false);
	});

	test('is a fresh one for whatever else there is', () => {
		fc.assert(
			fc.property(fc.anything(), raw => {
				const { choices, session } = parseState({ choices: raw, session: raw });
				expect(session).toBeUndefined();
				expect(choices.place).toBe('everything');
				expect(parseState(raw).savedAt).toBe(0);
			}),
			{ numRuns: propertyRuns(300) },
		);
	});

	test('takes no number out of its bounds', () => {
		const { choices } = parseState({
			choices: { count: 0, minutes: 1e9, seed: -1, leastStars: 9, levels: [5, 1], kinds: ['x'] },
		});
		expect(choices).toMatchObject({
			count: 10,
			minutes: 20,
			leastStars: 0,
			levels: [1],
			kinds: [],
		});
		expect(choices.seed).toBeGreaterThanOrEqual(0);
	});
});

describe('keys', () => {
	const press = (changes: Partial<KeyPress>): KeyPress => ({
		...{ key: 'a', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false },
		...{ isComposing: false, target: document.body },
		...changes,
	});
	const on = (html: 'textarea' | 'button' | 'checkbox' | 'number'): EventTarget => {
		const isInput = html === 'checkbox' || html === 'number';
		const element = createEl(isInput ? 'input' : html);
		if (isInput) element.setAttribute('type', html);
		return element;
	};

	test.each<[string, Partial<KeyPress>, string | undefined]>([
		['a letter', {}, 'A'],
		['a capital letter', { key: 'A', shiftKey: true }, 'A'],
		['a digit', { key: '1' }, '1'],
		['a letter on a box', { target: on('checkbox') }, 'A'],
		['a letter in a text', { target: on('textarea') }, undefined],
		['a digit in a number', { key: '1', target: on('number') }, undefined],
		['a letter with Ctrl', { ctrlKey: true }, undefined],
		['a letter with Alt', { altKey: true }, undefined],
		['Enter', { key: 'Enter' }, 'Enter'],
		['Enter on a button', { key: 'Enter', target: on('button') }, undefined],
		[
			'Ctrl and Enter in a text',
			{ key: 'Enter', ctrlKey: true, target: on('textarea') },
			'Mod+Enter',
		],
		[
			'Enter that ends a Chinese word',
			{ key: 'Enter', ctrlKey: true, isComposing: true },
			undefined,
		],
		['Escape', { key: 'Escape' }, undefined],
	])('%s', (_, changes, expected) => {
		expect(keyOfPress(press(changes), false)).toBe(expected);
	});

	test('Mod is Cmd on a Mac', () => {
		expect(keyOfPress(press({ key: 'Enter', metaKey: true }), true)).toBe('Mod+Enter');
		expect(keyOfPress(press({ key: 'Enter', ctrlKey: true }), true)).toBeUndefined();
	});
});

test.each([
	[-5, '00:00'],
	[999, '00:00'],
	[61_000, '01:01'],
	[3_599_999, '59:59'],
	[3_600_000, '1:00:00'],
])('%s ms are shown as %s', (milliseconds, text) => {
	expect(formatDuration(milliseconds)).toBe(text);
});

test('what is read out has no marks', () => {
	expect(spokenText('`a == b` **und** [[Flink|dies]]: ``x``')).toBe('a == b und dies: x');
});

test('a tick stays with its key point or goes', () => {
	expect(carryTicks([0, 2], ['a', 'b', 'c'], ['c', 'x', 'b'])).toEqual([0]);
	expect(carryTicks([1], ['a', 'b'], ['a', 'b'])).toEqual([1]);
	expect(carryTicks([5], ['a'], ['a'])).toEqual([]);
});

describe('drafts', () => {
	beforeEach(() => void jest.useFakeTimers());
	afterEach(() => {
		jest.useRealTimers();
		jest.restoreAllMocks();
		sessionStorage.clear();
	});

	const start = (app = App.createConfigured__()) => {
		const failures: string[] = [];
		const device = createDeviceStorage(app as unknown as ObsidianApp, (_, life) =>
			failures.push(life),
		);
		const drafts = createDraftStore(device);
		const kept = (): unknown => app.loadLocalStorage('stackbook-draft-q');
		return { app, drafts, failures, kept };
	};

	test('are kept within 300 ms however fast somebody types', () => {
		const { drafts, kept } = start();
		for (const words of ['a', 'ab', 'abc']) {
			drafts.write('q', words);
			jest.advanceTimersByTime(100);
		}
		expect(kept()).toBe('abc');
		expect(drafts.read('q')).toBe('abc');
	});

	test('are kept at once when it matters, and empty ones not at all', () => {
		const { drafts, kept } = start();
		drafts.write('q', 'now');
		expect(kept()).toBeNull();
		drafts.flush();
		expect(kept()).toBe('now');
		drafts.write('q', '');
		drafts.flush();
		expect(kept()).toBeNull();
	});

	test('that the device does not take are told, and tried again', () => {
		const { app, drafts, failures, kept } = start();
		const save = app.saveLocalStorage.bind(app);
		app.saveLocalStorage = () => {
			throw new Error('quota');
		};
		drafts.write('q', 'words');
		drafts.flush();
		drafts.write('q', 'more words');
		drafts.flush();
		expect(failures).toEqual(['app']);
		expect(drafts.read('q')).toBe('more words');
		// Switched off and on.
		expect(start(app).drafts.read('q')).toBe('more words');
		app.saveLocalStorage = save;
		drafts.write('other', 'words');
		drafts.flush();
		expect(kept()).toBe('more words');
		expect(sessionStorage).toHaveLength(0);
		drafts.remove('q');
		expect(drafts.read('q')).toBe('');
	});

	test('that nothing takes are there until the plugin is switched off, and that is told', () => {
		const { app, drafts, failures } = start();
		app.saveLocalStorage = () => {
			throw new Error('quota');
		};
		drafts.write('q', 'words');
		drafts.flush();
		jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
			throw new Error('quota');
		});
		for (const words of ['more words', 'all words']) {
			drafts.write('q', words);
			drafts.flush();
		}
		expect(failures).toEqual(['app', 'plugin']);
		expect(drafts.read('q')).toBe('all words');
		expect(start(app).drafts.read('q')).toBe('words');
	});

	test('of another vault in the same window are not those of this one', () => {
		const [one, other] = [start(), start(App.createConfigured__())];
		one.app.saveLocalStorage = () => {
			throw new Error('quota');
		};
		jest.spyOn(other.app.vault, 'getName').mockReturnValue('Another');
		one.drafts.write('q', 'words');
		one.drafts.flush();
		expect(start(other.app).drafts.read('q')).toBe('');
	});
});
