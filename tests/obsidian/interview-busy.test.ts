/** @jest-environment jsdom */
// What is pressed while something is being written, on the built main.js in an Obsidian-like host.
import { afterAll, afterEach, describe, expect, test } from '@jest/globals';
import { buildPlugin } from './support/built-plugin';
import {
	attemptLines,
	BARRIERS,
	finishAfterOne,
	goOn,
	openFlink,
	rate,
	reveal,
	SAVEPOINT,
	startOnFlink,
	untilOver,
	wait,
} from './support/flink-interview';
import type { Opened } from './support/flink-interview';
import { holdFiles } from './support/held-files';
import { until } from './support/obsidian-like-host';
import { FILES, FLINK, STORM } from './support/stream-notes';

const built = buildPlugin();
afterAll(built.remove);
afterEach(() => document.body.replaceChildren());

const POINT = 'Barriers part the stream';

const isBusy = (): boolean =>
	document.querySelector('.stackbook-screen')?.getAttribute('aria-busy') === 'true';

const says = (text: string): boolean =>
	document.querySelector('.stackbook-busy')?.textContent === text;

function sessionOf({ pane }: Opened): Record<string, unknown> {
	return { ...(pane.state()['session'] as Record<string, unknown>) };
}

async function revealed(words = ''): Promise<Opened> {
	const opened = await startOnFlink(built);
	opened.pane.write(words);
	await reveal(opened);
	return opened;
}

/** Begins another interview, on the note that was opened last, while one is there. */
async function beginAnew({ host, pane }: Opened): Promise<void> {
	const { workspace } = host.app;
	const [note] = workspace.getLeavesOfType('markdown').slice(-1);
	if (note) workspace.setActiveLeaf(note);
	host.run('interview-on-note');
	await until(() => document.querySelector('.modal-container') !== null);
	pane.press('Begin anew');
}

describe('while a rating is being written', () => {
	test.each<[string, (opened: Opened) => void]>([
		['Skip', ({ pane }) => pane.press('Skip')],
		['Finish', ({ pane }) => pane.press('Finish')],
		['the key of Skip', ({ pane }) => pane.key('s')],
		['the key of a point', ({ pane }) => pane.key('2')],
		['a tap on a point', ({ pane }) => pane.tick(POINT)],
		['the primary key', ({ pane }) => pane.key('Enter', { ctrlKey: true })],
	])('%s changes nothing, and nothing is lost', async (_, act) => {
		const opened = await revealed('Words');
		const { host, pane } = opened;
		const release = holdFiles(host);
		await until(() => pane.text().includes('The points suggest'));
		pane.press('good');
		expect(isBusy()).toBe(true);
		act(opened);
		await wait(20);
		expect(sessionOf(opened)).toMatchObject({ position: 0, phase: 'revealed', hits: [] });
		release();
		await until(() => document.querySelector('.stackbook-outcome') !== null);
		await until(() => !isBusy());
		expect(sessionOf(opened)).toMatchObject({ phase: 'rated', hits: [], results: [{}] });
		expect(pane.text()).toContain('Words');
		const [box] = document.querySelectorAll<HTMLInputElement>('fieldset input');
		expect(box?.checked).toBe(false);
		pane.press('Undo the rating');
		await until(() => document.querySelector('.stackbook-ratings') !== null);
		expect(host.app.loadLocalStorage('stackbook-draft-flink-alignment')).toBe('Words');
	});

	test('it is said when it takes long, and every way is open again when it fails', async () => {
		const opened = await revealed();
		const { host, pane } = opened;
		const { vault } = host.app;
		let fail = (_: Error): void => undefined;
		const create = vault.create.bind(vault);
		vault.create = () => new Promise((_, reject) => (fail = reject));
		await until(() => document.activeElement?.textContent === 'Reference answer');
		pane.button('good').focus();
		pane.press('good');
		await until(() => says('One moment…'));
		expect(document.activeElement).toBe(pane.button('good'));
		fail(new Error('disk full'));
		await until(() => host.notices.length > 0);
		await until(() => !isBusy());
		expect(says('')).toBe(true);
		vault.create = create;
		pane.press('Skip');
		await until(() => pane.prompt() === SAVEPOINT);
	});

	test('another interview on the same note begins without its result, and the words stay', async () => {
		const opened = await revealed('Words');
		const { host, pane } = opened;
		const release = holdFiles(host);
		pane.press('good');
		await beginAnew(opened);
		await until(() => pane.field()?.value === 'Words');
		pane.press('Show the answer');
		release();
		await until(() => host.text(FLINK).includes('- [/] Alignment'));
		await until(() => !isBusy());
		expect(sessionOf(opened)).toMatchObject({ position: 0, phase: 'asking', results: [] });
		expect(pane.state()['last']).toBeUndefined();
		expect(pane.field()?.value).toBe('Words');
		expect(host.app.loadLocalStorage('stackbook-draft-flink-alignment')).toBe('Words');
	});
});

describe('while a rating is being taken back', () => {
	test('the way on waits, and the question shows again', async () => {
		const opened = await revealed('Words');
		const { host, pane } = opened;
		await rate(opened, 'good');
		const release = holdFiles(host);
		pane.press('Undo the rating');
		pane.press('Next question');
		pane.key('f');
		await wait(20);
		expect(sessionOf(opened)).toMatchObject({ position: 0, phase: 'rated', followUpSteps: 0 });
		release();
		await until(() => document.querySelector('.stackbook-ratings') !== null);
		expect(attemptLines(host)).toEqual([]);
		expect(sessionOf(opened)).toMatchObject({ position: 0, phase: 'revealed', results: [] });
	});

	test('words for the next question can be written', async () => {
		const opened = await revealed();
		const { host, pane } = opened;
		await rate(opened, 'good');
		await goOn(opened, SAVEPOINT);
		const release = holdFiles(host);
		pane.press('Undo the rating');
		pane.write('More words');
		pane.press('Skip');
		release();
		await until(() => pane.prompt() === BARRIERS);
		pane.press('Skip');
		await until(() => pane.prompt() === SAVEPOINT);
		expect(pane.field()?.value).toBe('More words');
	});

	test('another interview may begin, and is the one that stays', async () => {
		const opened = await revealed('Words');
		const { host, pane } = opened;
		await rate(opened, 'good');
		const release = holdFiles(host);
		pane.press('Undo the rating');
		await host.open(STORM);
		await beginAnew(opened);
		await until(() => pane.text().includes('Storm ·'));
		const asked = pane.prompt();
		release();
		await until(() => host.text(FLINK) === FILES[FLINK]);
		await until(() => !isBusy());
		await wait(20);
		expect(pane.prompt()).toBe(asked);
		expect(sessionOf(opened)).toMatchObject({ phase: 'asking', results: [] });
		await until(() => host.app.loadLocalStorage('stackbook-draft-flink-alignment') === 'Words');
	});
});

test('a note of an interview is not that of another one that began while it was written', async () => {
	const opened = await openFlink(built);
	await finishAfterOne(opened);
	const { host, pane } = opened;
	const release = holdFiles(host);
	pane.press('Save as a note');
	await beginAnew(opened);
	await until(() => pane.field() !== null);
	release();
	await until(() => host.notices.length > 0);
	await until(() => !isBusy());
	expect(pane.state()['savedAs']).toBeUndefined();
	pane.press('Finish');
	await untilOver(opened);
	expect(pane.text()).not.toContain('Saved:');
});
