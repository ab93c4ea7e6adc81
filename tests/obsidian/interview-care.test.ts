/** @jest-environment jsdom */
// Presses that come too often, too late or at a bad moment, on the built main.js in an Obsidian-like host.
import { afterAll, afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { buildPlugin } from './support/built-plugin';
import {
	attemptLines,
	BARRIERS,
	goOn,
	openFlink,
	rate,
	reveal,
	SAVEPOINT,
	startOnFlink,
	wait,
} from './support/flink-interview';
import type { Opened } from './support/flink-interview';
import { holdFiles } from './support/held-files';
import { until } from './support/obsidian-like-host';
import { FILES, FLINK } from './support/stream-notes';

const built = buildPlugin();
afterAll(built.remove);
afterEach(() => {
	document.body.replaceChildren();
	sessionStorage.clear();
});

/** No file takes anything until the answer is called. */
function lockFiles({ host }: Opened): () => void {
	const { vault } = host.app;
	const process = vault.process.bind(vault);
	vault.process = () => Promise.reject(new Error('locked'));
	return () => {
		vault.process = process;
	};
}

describe('a device that keeps nothing more', () => {
	async function startWithoutStorage(): Promise<Opened> {
		const opened = await openFlink(built);
		opened.host.app.saveLocalStorage = () => {
			throw new Error('quota exceeded');
		};
		await opened.pane.start();
		return opened;
	}

	test('says so once, and the interview goes on with its words and its ratings', async () => {
		const opened = await startWithoutStorage();
		const { host, pane } = opened;
		pane.write('Words');
		await reveal(opened);
		expect(pane.text()).toContain('Words');
		await rate(opened, 'hard');
		await goOn(opened, SAVEPOINT);
		await reveal(opened);
		await rate(opened, 'good');
		expect(attemptLines(host)).toHaveLength(2);
		const paths = Object.keys(host.texts()).filter(path => path.includes('/Attempts/'));
		expect(paths).toHaveLength(1);
		expect(host.notices).toEqual([expect.stringMatching(/storage of this device is full/)]);
	});

	test('still has the place and the words when the pane was closed', async () => {
		const { host, pane } = await startWithoutStorage();
		pane.press('Skip');
		await until(() => pane.prompt() === SAVEPOINT);
		pane.write('Words');
		await pane.restart({});
		await until(() => pane.field()?.value === 'Words');
		expect(pane.prompt()).toBe(SAVEPOINT);
		expect(host.notices).toHaveLength(1);
	});
});

describe('presses in a hurry', () => {
	test('rate nothing while no point is ticked: the keys go to the ratings', async () => {
		const opened = await startOnFlink(built);
		const { host, pane } = opened;
		await until(() => document.activeElement === pane.field());
		pane.key('Enter', { ctrlKey: true });
		await until(() => document.querySelector('.stackbook-ratings') !== null);
		pane.key('Enter', { ctrlKey: true });
		await wait(50);
		expect(attemptLines(host)).toEqual([]);
		expect(document.activeElement).toBe(pane.button('again'));
		pane.tick('Barriers part the stream');
		pane.key('Enter', { ctrlKey: true });
		await until(() => document.querySelector('.stackbook-outcome') !== null);
		expect(attemptLines(host)).toHaveLength(1);
	});

	test('on a rating count once, whichever they are', async () => {
		const opened = await startOnFlink(built);
		await reveal(opened);
		opened.pane.press('good');
		opened.pane.press('good');
		opened.pane.press('again');
		await until(() => document.querySelector('.stackbook-outcome') !== null);
		await wait(50);
		expect(attemptLines(opened.host)).toEqual([expect.stringContaining('· good ·')]);
	});

	test('on the way on lead one question further', async () => {
		const opened = await startOnFlink(built);
		await reveal(opened);
		await rate(opened, 'good');
		const next = opened.pane.button('Next question');
		next.click();
		next.click();
		await until(() => opened.pane.prompt() === SAVEPOINT);
		await wait(50);
		expect(opened.pane.text()).toContain('2 of 3');
	});

	test('of a key that is held count once', async () => {
		const { pane } = await startOnFlink(built);
		await until(() => document.activeElement === pane.field());
		pane.key('Enter', { ctrlKey: true, repeat: true });
		await wait(50);
		expect(document.querySelector('.stackbook-ratings')).toBeNull();
	});
});

describe('a rating', () => {
	test('that is tried again later has the time at which the answer was shown', async () => {
		const opened = await startOnFlink(built);
		const { host, pane } = opened;
		await reveal(opened);
		const shownAt = new Date().toISOString().slice(0, 19);
		const unlock = lockFiles(opened);
		pane.press('good');
		await until(() => host.notices.length > 0);
		unlock();
		await wait(2100);
		await rate(opened, 'good');
		// The first try left its line, which could not be taken back; equal ones count once.
		expect(new Set(attemptLines(host)).size).toBe(1);
		const [line = ''] = attemptLines(host);
		expect(Date.parse(line.slice(2, 21)) - Date.parse(shownAt)).toBeLessThanOrEqual(1000);
	});

	test('that is written while another interview begins is no result of that one', async () => {
		const opened = await startOnFlink(built);
		const { host, pane } = opened;
		await reveal(opened);
		const release = holdFiles(host);
		pane.press('good');
		host.run('start-interview');
		await until(() => document.querySelector('.modal-container') !== null);
		pane.press('Begin anew');
		await until(() => document.querySelector('.stackbook-fits') !== null);
		release();
		await until(() => host.text(FLINK).includes('- [/] Alignment'));
		await wait(50);
		expect(pane.state()).toMatchObject({ session: null });
		expect(host.notices).toEqual([]);
	});

	test('that cannot be taken back still stands, is told of so, and can be taken back later', async () => {
		const opened = await startOnFlink(built);
		const { host, pane } = opened;
		await reveal(opened);
		await rate(opened, 'easy');
		const [note, lines] = [host.text(FLINK), attemptLines(host)];
		const unlock = lockFiles(opened);
		pane.press('Undo the rating');
		await until(() => host.notices.length > 0);
		expect(host.notices).toEqual([
			expect.stringMatching(/could not be taken back and still stands.*locked/),
		]);
		expect([host.text(FLINK), attemptLines(host)]).toEqual([note, lines]);
		expect(document.querySelector('.stackbook-outcome')).not.toBeNull();
		unlock();
		pane.press('Undo the rating');
		await until(() => document.querySelector('.stackbook-ratings') !== null);
		expect(host.text(FLINK)).toBe(FILES[FLINK]);
		expect(attemptLines(host)).toEqual([]);
	});
});

describe('a question whose answer shows', () => {
	test('can be skipped, with nothing written and the words kept', async () => {
		const opened = await startOnFlink(built);
		const { host, pane } = opened;
		pane.write('Words');
		await reveal(opened);
		pane.press('Skip');
		await until(() => pane.prompt() === SAVEPOINT);
		expect(attemptLines(host)).toEqual([]);
		expect(host.text(FLINK)).toBe(FILES[FLINK]);
		expect(host.app.loadLocalStorage('stackbook-draft-flink-alignment')).toBe('Words');
	});

	test('can be the last one, unrated', async () => {
		const opened = await startOnFlink(built);
		await reveal(opened);
		opened.pane.press('Finish');
		await until(() => opened.pane.text().includes('The interview is over'));
		expect(attemptLines(opened.host)).toEqual([]);
	});

	test('shows the own words as Markdown', async () => {
		const opened = await startOnFlink(built);
		opened.pane.write('- **one**\n- two');
		await reveal(opened);
		await until(() => opened.host.rendered.has('- **one**\n- two'));
	});

	test('shows whether words are kept, as it was chosen for the question before', async () => {
		const opened = await startOnFlink(built);
		const { pane } = opened;
		const box = (): HTMLInputElement | undefined =>
			[...document.querySelectorAll('label')]
				.find(label => label.textContent === 'Keep my answer in the note')
				?.querySelector('input') ?? undefined;
		pane.write('Words');
		await reveal(opened);
		expect(box()?.checked).toBe(false);
		pane.tick('Keep my answer in the note');
		await rate(opened, 'good');
		await goOn(opened, SAVEPOINT);
		pane.write('More words');
		await reveal(opened);
		expect(box()?.checked).toBe(true);
	});
});

test('mistakes and sources can be had without the follow-ups, which then stay unseen', async () => {
	const opened = await startOnFlink(built);
	const { host, pane } = opened;
	await reveal(opened);
	await rate(opened, 'good');
	expect(pane.text()).not.toContain('Common mistakes');
	pane.button('Skip the follow-ups').focus();
	pane.press('Skip the follow-ups');
	await until(() => host.rendered.has('[Docs](https://example.org)'));
	expect(host.rendered).not.toContain('Cost: what does it cost?');
	expect(pane.button('Next follow-up').parentElement?.hidden).toBe(true);
	pane.key('n');
	await until(() => pane.prompt() === SAVEPOINT);
});

describe('minutes', () => {
	const clock = (): string => document.querySelector('.stackbook-timer')?.textContent ?? '';
	let ahead = 0;
	beforeEach(() => {
		ahead = 0;
		const now = Date.now.bind(Date);
		jest.spyOn(Date, 'now').mockImplementation(() => now() + ahead);
	});
	afterEach(() => void jest.restoreAllMocks());

	async function startTimed(): Promise<Opened> {
		const opened = await openFlink(built);
		await opened.pane.start('start-interview');
		const [limit] = [...document.querySelectorAll('select')].slice(-1);
		if (!limit) throw new Error('There is no limit');
		limit.value = 'minutes';
		limit.dispatchEvent(new Event('change'));
		await until(() => opened.pane.text().includes('there is time for in 20 minutes'));
		opened.pane.press('Start the interview');
		await until(() => opened.pane.prompt() === BARRIERS);
		return opened;
	}

	test('that are over are told of, and the way on leads to the end', async () => {
		const opened = await startTimed();
		const { pane } = opened;
		await reveal(opened);
		await rate(opened, 'good');
		const wayOn = pane.button('Next question');
		ahead = 20 * 60_000;
		const over = document.querySelector<HTMLElement>('.stackbook-time-over');
		expect(over?.hidden).toBe(true);
		await until(() => over?.hidden === false);
		const spoken = document.querySelector('.stackbook-live')?.textContent;
		expect(spoken).toBe('The time is over; this is the last question.');
		await until(() => wayOn.textContent.startsWith('To the end'));
		wayOn.click();
		await until(() => pane.text().includes('The interview is over'));
	});

	test('and thinking stand still while the pane is closed', async () => {
		const { pane } = await startTimed();
		ahead = 65_000;
		await until(() => clock().startsWith('01:0'));
		await pane.close();
		ahead += 3_600_000;
		await pane.restart({});
		await until(() => /^01:0\d · −18:5\d$/.test(clock()));
	});

	test('and thinking go on when the interview is called while it shows', async () => {
		const { host, pane } = await startTimed();
		ahead = 65_000;
		host.run('continue-interview');
		await wait(50);
		await until(() => /^01:0\d · −18:5\d$/.test(clock()));
		expect(pane.prompt()).toBe(BARRIERS);
	});
});
