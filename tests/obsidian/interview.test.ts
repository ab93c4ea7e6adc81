/** @jest-environment jsdom */
// The built main.js in an Obsidian-like host, not in Obsidian: see support/obsidian-like-host.ts.
import { afterAll, afterEach, expect, test } from '@jest/globals';
import { buildPlugin } from './support/built-plugin';
import { startHost, until } from './support/obsidian-like-host';
import type { ObsidianLikeHost } from './support/obsidian-like-host';
import { FILES, FLINK } from './support/stream-notes';

const built = buildPlugin();
afterAll(built.remove);
afterEach(() => document.body.replaceChildren());

async function startInterview(host: ObsidianLikeHost): Promise<void> {
	host.run('interview-on-note');
	await until(() => document.querySelector('.stackbook-prompt') !== null);
}

function prompt(): string {
	return document.querySelector('.stackbook-prompt')?.textContent ?? '';
}

function press(text: string): void {
	const button = [...document.querySelectorAll('button')].find(one => one.textContent === text);
	if (!button) throw new Error(`There is no button «${text}»: ${document.body.textContent ?? ''}`);
	button.click();
}

function tick(label: string): void {
	const found = [...document.querySelectorAll('label')].find(one => one.textContent === label);
	const box = found?.querySelector('input');
	if (!box) throw new Error(`There is no box «${label}»`);
	box.click();
}

function write(text: string): void {
	const area = document.querySelector('textarea');
	if (!area) throw new Error('There is nowhere to write');
	area.value = text;
	area.dispatchEvent(new Event('input'));
}

async function reveal(host: ObsidianLikeHost): Promise<void> {
	press('Show the answer');
	await until(() => host.rendered.size > 0);
}

function attemptLines(host: ObsidianLikeHost): string[] {
	const path = Object.keys(host.texts()).find(one => one.startsWith('Stackbook/Attempts/'));
	return path === undefined
		? []
		: host
				.text(path)
				.split('\n')
				.filter(line => line.startsWith('- '));
}

async function openFlink(files = FILES): Promise<ObsidianLikeHost> {
	const host = await startHost(built, { files });
	const { leaf } = await host.open(FLINK);
	// No editor: what is written goes through the vault.
	Object.assign(leaf.view ?? {}, { getMode: () => 'preview' });
	return host;
}

test('asks, hides the answer, and keeps status and attempt', async () => {
	const host = await openFlink();
	await startInterview(host);
	expect(prompt()).toBe('Why do barriers align?');
	expect(document.body.textContent).toContain('Flink · principles · L3');
	expect(host.rendered.size).toBe(0);
	await reveal(host);
	expect([...host.rendered]).toEqual(
		expect.arrayContaining([
			'So that a snapshot is one cut.',
			'Latency under back pressure',
			'- «The stream stops»: only the inputs that are ahead',
			'[Docs](https://example.org)',
		]),
	);
	expect(document.body.textContent).toContain('The points suggest: again');
	tick('Barriers part the stream');
	tick('State is written apart');
	expect(document.body.textContent).toContain('The points suggest: hard');
	expect(document.querySelector('button.mod-cta')?.textContent).toBe('hard');
	press('hard');
	await until(() => prompt() === 'What is a savepoint?');
	expect(host.rendered.size).toBe(0);
	expect(host.text(FLINK)).toBe(FILES[FLINK]?.replace('- [ ] Alignment', '- [/] Alignment'));
	const [line, ...others] = attemptLines(host);
	expect(others).toEqual([]);
	expect(line).toMatch(
		/^- \d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00 · flink-alignment · hard · \ds · 2\/3 · missed: Inputs wait for each other$/,
	);
});

test('goes through all questions, appends attempts and says so at the end', async () => {
	const host = await openFlink();
	await startInterview(host);
	write('Said for myself.');
	await reveal(host);
	for (const point of [
		'Barriers part the stream',
		'Inputs wait for each other',
		'State is written apart',
	]) {
		tick(point);
	}
	press('good');
	await until(() => prompt() === 'What is a savepoint?');
	press('Skip');
	expect(prompt()).toBe('What is a watermark?');
	press('Show the answer');
	expect(document.body.textContent).toContain('This question has no reference answer.');
	press('again');
	await until(() => host.notices.length > 0);
	expect(document.querySelector('.modal-container')).toBeNull();
	expect(host.notices).toEqual(['2 questions answered.']);
	expect(attemptLines(host).map(line => line.split(' · ')[1])).toEqual([
		'flink-alignment',
		'flink-watermark',
	]);
	expect(host.text(FLINK)).toContain('- [x] Alignment');
	expect(host.text(FLINK)).toContain('- [ ] Watermark');
	expect(host.text(FLINK)).not.toContain('Said for myself.');
});

test('keeps the own answer when it is asked to, below what the reader has there', async () => {
	const host = await openFlink();
	await startInterview(host);
	write('They align\nso that it is one cut.');
	await reveal(host);
	tick('Keep my answer in the note');
	press('again');
	await until(() => prompt() === 'What is a savepoint?');
	expect(host.text(FLINK)).toMatch(
		/My own words\.\n\n> \[!quote\] My answer · \d{4}-\d\d-\d\d\n> They align\n> so that it is one cut\.\n\n### What is a watermark/,
	);
});

test('remembers what was typed when the modal is closed by mistake', async () => {
	const host = await openFlink();
	await startInterview(host);
	write('A long thought');
	document.querySelector('.modal-container')?.remove();
	await startInterview(host);
	expect(document.querySelector('textarea')?.value).toBe('A long thought');
	expect(host.text(FLINK)).toBe(FILES[FLINK]);
	expect(attemptLines(host)).toEqual([]);
});

test('works by keyboard: Mod and Enter reveals, then takes the suggestion', async () => {
	const host = await openFlink();
	await startInterview(host);
	const enter = (): void => {
		const area = document.querySelector('textarea');
		area?.dispatchEvent(
			new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true }),
		);
	};
	enter();
	await until(() => host.rendered.size > 0);
	expect(document.activeElement?.closest('label')?.textContent).toBe('Barriers part the stream');
	enter();
	enter();
	await until(() => prompt() === 'What is a savepoint?');
	press('Skip');
	press('Skip');
	// The second Enter was one too many; it gets the time to do harm.
	await new Promise(resolve => {
		window.setTimeout(resolve, 50);
	});
	expect(host.notices).toEqual(['1 questions answered.']);
	expect(attemptLines(host)).toEqual([expect.stringContaining('flink-alignment · again')]);
});

test('writes into an open editor as one step, and not behind it', async () => {
	const host = await startHost(built, { files: FILES });
	const { view } = await host.open(FLINK);
	view.editor.replaceRange(
		'Typed. ',
		view.editor.offsetToPos(view.editor.getValue().indexOf('My own')),
	);
	await startInterview(host);
	await reveal(host);
	press('hard');
	await until(() => prompt() === 'What is a savepoint?');
	expect(view.editor.getValue()).toBe(
		FILES[FLINK]?.replace('My own', 'Typed. My own').replace('- [ ] Alignment', '- [/] Alignment'),
	);
	expect(host.text(FLINK)).toBe(FILES[FLINK]);
});

test('keeps attempts inside our folder when there is no home note', async () => {
	const { 'Stackbook/Home.md': _, ...files } = FILES;
	const host = await openFlink(files);
	for (const rating of ['again', 'hard']) {
		await startInterview(host);
		await reveal(host);
		press(rating);
		await until(() => prompt() === 'What is a savepoint?');
		document.body.replaceChildren();
	}
	const added = Object.keys(host.texts()).filter(path => !(path in files));
	expect(added).toEqual([
		expect.stringMatching(/^Stackbook\/练习记录\/\d{4}-\d\d desktop-[a-z]{4}\.md$/),
	]);
	expect(host.text(added[0] ?? '').match(/^- /gm)).toHaveLength(2);
});

test('says what could not be written, keeps the question, and lets the reader try again', async () => {
	const host = await openFlink();
	const { vault } = host.app;
	const create = vault.create.bind(vault);
	vault.create = () => Promise.reject(new Error('disk full'));
	await startInterview(host);
	await reveal(host);
	press('good');
	await until(() => host.notices.length > 0);
	expect(host.notices).toEqual([expect.stringContaining('disk full')]);
	expect(prompt()).toBe('Why do barriers align?');
	expect(host.text(FLINK)).toBe(FILES[FLINK]);
	vault.create = create;
	press('good');
	await until(() => prompt() === 'What is a savepoint?');
	expect(attemptLines(host)).toHaveLength(1);
});

test('says so when a note has no questions', async () => {
	const host = await startHost(built, { files: FILES });
	await host.open('Stackbook/Home.md');
	host.run('interview-on-note');
	await until(() => host.notices.length > 0);
	expect(host.notices).toEqual(['This note has no questions.']);
});
