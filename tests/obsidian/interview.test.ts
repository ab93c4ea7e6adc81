/** @jest-environment jsdom */
// The built main.js in an Obsidian-like host, not in Obsidian: see support/obsidian-like-host.ts.
import { afterAll, afterEach, describe, expect, test } from '@jest/globals';
import { buildPlugin } from './support/built-plugin';
import {
	attemptLines,
	BARRIERS,
	goOn,
	openFlink,
	rate,
	reveal,
	SAVEPOINT,
	startOnFlink as startFlink,
	wait,
} from './support/flink-interview';
import type { Opened } from './support/flink-interview';
import { openInterviewPane } from './support/interview-pane';
import { startHost, until } from './support/obsidian-like-host';
import { FILES, FLINK } from './support/stream-notes';

const built = buildPlugin();
afterAll(built.remove);
afterEach(() => document.body.replaceChildren());

const startOnFlink = (files = FILES): Promise<Opened> => startFlink(built, files);

describe('a question', () => {
	test('is asked without a glimpse of its answer, then revealed, rated and kept', async () => {
		const opened = await startOnFlink();
		const { host, pane } = opened;
		expect(pane.prompt()).toBe(BARRIERS);
		expect(pane.text()).toContain('1 of 3');
		expect(pane.text()).toContain('Flink · principles · L3 · ★★★');
		expect(document.body.innerHTML).not.toMatch(/one cut|part the stream|back pressure/);
		await until(() => document.activeElement === pane.field());
		await reveal(opened);
		await until(() => host.rendered.has('So that a snapshot is one cut.'));
		expect(document.body.innerHTML).not.toMatch(/back pressure|only the inputs/);
		await until(() => document.activeElement?.textContent === 'Reference answer');
		expect(pane.text()).toContain('The points suggest: again');
		pane.tick('Barriers part the stream');
		pane.tick('State is written apart');
		await until(() => pane.text().includes('The points suggest: hard'));
		expect(pane.button('hard').className).toContain('mod-cta');
		await rate(opened, 'hard');
		expect(pane.text()).toContain('Now shaky, open before; 2 of 3 points.');
		expect(host.text(FLINK)).toBe(FILES[FLINK]?.replace('- [ ] Alignment', '- [/] Alignment'));
		expect(attemptLines(host)).toEqual([
			expect.stringMatching(
				/^- \d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00 · flink-alignment · hard · \ds · 2\/3 · missed: Inputs wait for each other$/,
			),
		]);
		await goOn(opened, SAVEPOINT);
		await until(() => host.rendered.size === 1);
	});

	test('has its follow-ups one at a time, mistakes and sources last', async () => {
		const opened = await startOnFlink();
		const { host, pane } = opened;
		await reveal(opened);
		await rate(opened, 'good');
		expect(host.rendered).not.toContain('Cost: what does it cost?');
		pane.press('Next follow-up');
		await until(() => host.rendered.has('Cost: what does it cost?'));
		expect(host.rendered).not.toContain('Latency under back pressure');
		expect(pane.text()).not.toContain('Common mistakes');
		pane.press('Show its short answer');
		await until(() => host.rendered.has('Latency under back pressure'));
		await until(() => host.rendered.has('[Docs](https://example.org)'));
		expect(host.rendered).toContain('- «The stream stops»: only the inputs that are ahead');
		expect(pane.button('Next follow-up').parentElement?.hidden).toBe(true);
	});

	test('keeps the own answer when it is asked to, below what the reader has there', async () => {
		const opened = await startOnFlink();
		const { host, pane } = opened;
		pane.write('They align\nso that it is one cut.');
		await reveal(opened);
		expect(pane.text()).toContain('They align\nso that it is one cut.');
		pane.tick('Keep my answer in the note');
		await rate(opened, 'again');
		expect(host.text(FLINK)).toMatch(
			/My own words\.\n\n> \[!quote\] My answer · \d{4}-\d\d-\d\d\n> They align\n> so that it is one cut\.\n\n### What is a watermark/,
		);
	});

	test('can have its rating undone, with the words and the ticks as they were', async () => {
		const opened = await startOnFlink();
		const { host, pane } = opened;
		pane.write('Words');
		await reveal(opened);
		pane.tick('Barriers part the stream');
		pane.tick('Keep my answer in the note');
		await rate(opened, 'easy');
		await goOn(opened, SAVEPOINT);
		pane.press('Undo the rating');
		await until(() => pane.prompt() === BARRIERS);
		expect(host.text(FLINK)).toBe(FILES[FLINK]);
		expect(attemptLines(host)).toEqual([]);
		expect(pane.text()).toContain('Words');
		const [first] = document.querySelectorAll<HTMLInputElement>('.stackbook-choice input');
		expect(first?.checked).toBe(true);
	});
});

describe('by keyboard', () => {
	test('everything: reveal, tick, rate, follow-up, undo, next', async () => {
		const opened = await startOnFlink();
		const { host, pane } = opened;
		pane.key('a');
		pane.key('Enter', { ctrlKey: true, isComposing: true });
		await wait(20);
		expect(document.querySelector('.stackbook-ratings')).toBeNull();
		pane.key('Enter', { ctrlKey: true });
		await until(() => document.querySelector('.stackbook-ratings') !== null);
		pane.key('1');
		pane.key('3');
		await until(() => pane.text().includes('The points suggest: hard'));
		pane.key('Enter', { ctrlKey: true });
		pane.key('Enter', { ctrlKey: true });
		await until(() => document.querySelector('.stackbook-outcome') !== null);
		pane.key('f');
		await until(() => host.rendered.has('Cost: what does it cost?'));
		pane.key('u');
		await until(() => document.querySelector('.stackbook-ratings') !== null);
		pane.key('E', { shiftKey: true });
		await until(() => document.querySelector('.stackbook-outcome') !== null);
		pane.key('Enter');
		await until(() => pane.prompt() === SAVEPOINT);
		expect(attemptLines(host)).toEqual([expect.stringContaining('flink-alignment · easy')]);
	});

	test('the keys stand on the buttons and are told to a screen reader', async () => {
		await startOnFlink();
		const hints = [...document.querySelectorAll('.stackbook-view button')].map(button => [
			button.querySelector('kbd[aria-hidden]')?.textContent,
			button.getAttribute('aria-keyshortcuts'),
		]);
		expect(hints).toEqual([
			['Ctrl+Enter', 'Control+Enter'],
			['S', 'S'],
			[undefined, null],
		]);
		const spoken = (): string | null | undefined =>
			document.querySelector('.stackbook-live')?.textContent;
		await until(() => spoken() === `1 of 3 ${BARRIERS}`);
	});
});

describe('nothing is lost', () => {
	test('a draft is on the device within 300 ms, and there again after a crash', async () => {
		const { host, pane } = await startOnFlink();
		pane.write('A long thought');
		await wait(300);
		expect(host.app.loadLocalStorage('stackbook-draft-flink-alignment')).toBe('A long thought');
		await pane.restart({});
		await until(() => pane.field() !== null);
		expect(pane.field()?.value).toBe('A long thought');
		expect(host.text(FLINK)).toBe(FILES[FLINK]);
		expect(attemptLines(host)).toEqual([]);
	});

	test('closing keeps at once; only a rating takes the draft away', async () => {
		const opened = await startOnFlink();
		const { host, pane } = opened;
		const kept = (): unknown => host.app.loadLocalStorage('stackbook-draft-flink-alignment');
		pane.write('Words');
		await pane.restart(pane.state());
		await until(() => pane.field()?.value === 'Words');
		expect(kept()).toBe('Words');
		await reveal(opened);
		expect(kept()).toBe('Words');
		await rate(opened, 'good');
		expect(kept()).toBeNull();
	});

	test('an older layout does not bring an older interview back', async () => {
		const opened = await startOnFlink();
		const { pane } = opened;
		const older = pane.state();
		await wait(5);
		pane.press('Skip');
		await until(() => pane.prompt() === SAVEPOINT);
		await pane.restart(older);
		await until(() => pane.prompt() === SAVEPOINT);
	});

	test('what cannot be written is said, and can be tried again', async () => {
		const opened = await startOnFlink();
		const { host, pane } = opened;
		const { vault } = host.app;
		const create = vault.create.bind(vault);
		vault.create = () => Promise.reject(new Error('disk full'));
		pane.write('Words');
		await reveal(opened);
		pane.press('good');
		await until(() => host.notices.length > 0);
		expect(host.notices).toEqual([expect.stringMatching(/nothing of yours is lost.*disk full/)]);
		expect(host.text(FLINK)).toBe(FILES[FLINK]);
		expect(host.app.loadLocalStorage('stackbook-draft-flink-alignment')).toBe('Words');
		vault.create = create;
		await rate(opened, 'good');
		expect(attemptLines(host)).toHaveLength(1);
	});

	test('an attempt whose status could not be written is taken back', async () => {
		const opened = await startOnFlink();
		const { host, pane } = opened;
		const { vault } = host.app;
		const process = vault.process.bind(vault);
		vault.process = (file, ...rest) =>
			file.path === FLINK ? Promise.reject(new Error('locked')) : process(file, ...rest);
		await reveal(opened);
		pane.press('good');
		await until(() => host.notices.length > 0);
		expect(host.notices).toEqual([expect.stringContaining('locked')]);
		expect(attemptLines(host)).toEqual([]);
		vault.process = process;
		await rate(opened, 'hard');
		expect(attemptLines(host)).toEqual([expect.stringContaining('hard')]);
	});

	test('an open editor is written into as one step, and not behind it', async () => {
		const host = await startHost(built, { files: FILES });
		const { view } = await host.open(FLINK);
		const opened = { host, pane: openInterviewPane(host) };
		const typedAt = view.editor.getValue().indexOf('My own');
		view.editor.replaceRange('Typed. ', view.editor.offsetToPos(typedAt));
		await opened.pane.start();
		await reveal(opened);
		await rate(opened, 'hard');
		expect(view.editor.getValue()).toBe(
			FILES[FLINK]?.replace('My own', 'Typed. My own').replace(
				'- [ ] Alignment',
				'- [/] Alignment',
			),
		);
		expect(host.text(FLINK)).toBe(FILES[FLINK]);
	});

	test('attempts stay inside our folder when there is no home note', async () => {
		const { 'Stackbook/Home.md': _, ...files } = FILES;
		const opened = await startOnFlink(files);
		await reveal(opened);
		await rate(opened, 'again');
		const added = Object.keys(opened.host.texts()).filter(path => !(path in files));
		expect(added).toEqual([
			expect.stringMatching(/^Stackbook\/练习记录\/\d{4}-\d\d desktop-[a-z]{4}\.md$/),
		]);
	});
});

describe('while the question is on the screen', () => {
	async function replace({ host }: Opened, path: string, text: string): Promise<void> {
		const file = host.app.vault.getFileByPath(path);
		if (!file) throw new Error(`There is no ${path}`);
		await host.app.vault.modify(file, text);
	}

	test('its rewording shows, and the ticks stay with their points', async () => {
		const opened = await startOnFlink();
		const { pane } = opened;
		await reveal(opened);
		pane.tick('Inputs wait for each other');
		const text = (FILES[FLINK] ?? '')
			.replace(BARRIERS, 'Why at all?')
			.replace('> - Barriers part the stream\n', '');
		await replace(opened, FLINK, text);
		await until(() => pane.prompt() === 'Why at all?');
		const boxes = [...document.querySelectorAll<HTMLInputElement>('fieldset input')];
		expect(boxes.map(({ checked }) => checked)).toEqual([true, false]);
		await rate(opened, 'hard');
		expect(attemptLines(opened.host)).toEqual([expect.stringContaining(' · hard · 0s · 1/2 ·')]);
	});

	test('its note may be renamed', async () => {
		const opened = await startOnFlink();
		const { host, pane } = opened;
		const file = host.app.vault.getFileByPath(FLINK);
		if (file) await host.app.vault.rename(file, 'Stackbook/Apache Flink.md');
		await until(() => pane.text().includes('Apache Flink · principles'));
		await reveal(opened);
		await rate(opened, 'hard');
		expect(host.text('Stackbook/Apache Flink.md')).toContain('- [/] Alignment');
	});

	test('its note may go: it is said, nothing is written, and the words stay', async () => {
		const opened = await startOnFlink();
		const { host, pane } = opened;
		pane.write('Words');
		const file = host.app.vault.getFileByPath(FLINK);
		if (file) await host.app.vault.rename(file, 'Stackbook/Apache Flink.md');
		await until(() => pane.text().includes('Apache Flink · principles'));
		if (file) await host.app.fileManager.trashFile(file);
		await until(() => document.querySelector('.stackbook-gone') !== null);
		expect(pane.text()).toContain('it was in Stackbook/Apache Flink.md');
		expect(pane.text()).toContain('Words');
		await host.app.vault.create('Stackbook/Other.md', FILES[FLINK] ?? '');
		await until(() => pane.prompt() === BARRIERS);
		expect(pane.field()?.value).toBe('Words');
		expect(attemptLines(host)).toEqual([]);
	});
});

describe('the start', () => {
	test('counts what fits, choice by choice', async () => {
		const { pane } = await openFlink(built);
		await pane.start('start-interview');
		expect(pane.text()).toContain('4 questions fit, 4 will be asked.');
		const choose = (label: string, value: string): void => {
			const fields = [...document.querySelectorAll('.stackbook-field')];
			const control = fields
				.find(({ firstElementChild }) => firstElementChild?.textContent === label)
				?.querySelector<HTMLSelectElement>('select, input');
			if (!control) throw new Error(`There is no «${label}»`);
			control.value = value;
			control.dispatchEvent(new Event('change'));
			control.dispatchEvent(new Event('input'));
		};
		choose('Questions from', 'note');
		await until(() => pane.text().includes('3 questions fit'));
		pane.tick('L3');
		await until(() => pane.text().includes('1 question fits, 1 will be asked.'));
		pane.tick('L1');
		choose('How long', 'count');
		choose('Questions', '1');
		await until(() => pane.text().includes('2 questions fit, 1 will be asked.'));
		choose('Order', 'shuffled');
		choose('Seed', '7');
		pane.press('Start the interview');
		await until(() => pane.prompt() !== '');
		expect(pane.state()).toMatchObject({ session: { seed: 7 }, choices: { levels: [1, 3] } });
		expect(pane.text()).toContain('1 of 1');
	});

	test('of a second interview asks which of the two it shall be', async () => {
		const { host, pane } = await startOnFlink();
		pane.press('Skip');
		await until(() => pane.prompt() === SAVEPOINT);
		host.run('start-interview');
		await until(() => document.querySelector('.modal-container') !== null);
		expect(document.body.textContent).toContain('You are at question 2 of 3.');
		pane.press('Go on with it');
		await wait(20);
		expect(pane.prompt()).toBe(SAVEPOINT);
		host.run('start-interview');
		await until(() => document.querySelector('.modal-container') !== null);
		pane.press('Begin anew');
		await until(() => document.querySelector('.stackbook-fits') !== null);
		expect(document.querySelector('.modal-container')).toBeNull();
		expect(host.run('continue-interview')).toBe(false);
	});

	test('says so when a note has no questions', async () => {
		const host = await startHost(built, { files: FILES });
		await host.open('Stackbook/Home.md');
		host.run('interview-on-note');
		await until(() => host.notices.length > 0);
		expect(host.notices).toEqual(['This note has no questions.']);
	});

	test('says so when all questions of a note are marked not for me', async () => {
		const files = { ...FILES, 'Stackbook/N.md': '## Principles\n### A?\n- [-] A ^n-1\n' };
		const host = await startHost(built, { files });
		await host.open('Stackbook/N.md');
		host.run('interview-on-note');
		await until(() => host.notices.length > 0);
		expect(host.notices).toEqual([
			'All questions here are marked “not for me”: there is nothing to ask.',
		]);
	});
});

test('the end sums up, saves a note on request, and asks the weak ones again', async () => {
	const opened = await startOnFlink();
	const { host, pane } = opened;
	await reveal(opened);
	pane.tick('Barriers part the stream');
	await rate(opened, 'again');
	await goOn(opened, SAVEPOINT);
	pane.press('Finish');
	await until(() => pane.text().includes('The interview is over'));
	expect(pane.text()).toContain('1 question answered.');
	expect(pane.text()).toContain('principles 1');
	expect(pane.text()).toContain('Inputs wait for each other');
	expect(document.querySelector('ul.stackbook-links a')?.textContent).toBe('Flink');
	pane.press('Save as a note');
	await until(() => host.notices.length > 0);
	const saved = Object.keys(host.texts()).find(path => path.includes('/Interviews/')) ?? '';
	expect(saved).toMatch(/^Stackbook\/Interviews\/Interview \d{4}-\d\d-\d\d \d{4}\.md$/);
	expect(host.text(saved)).toContain('[[Flink#^flink-alignment\\|Why do barriers align?]]');
	pane.press('Ask the weak ones again');
	await until(() => pane.prompt() === BARRIERS);
	expect(pane.text()).toContain('1 of 1');
});
