/** @jest-environment jsdom */
// The built main.js in an Obsidian-like host, not in Obsidian: see support/obsidian-like-host.ts.
import { afterAll, afterEach, describe, expect, jest, test } from '@jest/globals';
import type { Plugin } from 'obsidian';
import { buildPlugin } from './support/built-plugin';
import { startHost, until } from './support/obsidian-like-host';
import type { ObsidianLikeHost } from './support/obsidian-like-host';
import { openQuestionsPane } from './support/questions-pane';
import type { QuestionsPane } from './support/questions-pane';
import { FILES, FLINK, STORM } from './support/stream-notes';

const built = buildPlugin();
afterAll(built.remove);
afterEach(() => document.body.replaceChildren());

const ATTEMPTS = `---
type: attempts
---
- 2026-11-20T21:04:05+08:00 · flink-savepoint · hard · 95s · 1/2
- 2026-11-21T21:04:05+08:00 · flink-savepoint · good · 95s · 2/2
`;
const MORE = {
	...FILES,
	'Stackbook/练习记录/2026-11.md': ATTEMPTS,
	'Stackbook/Streams/Samza.md':
		'---\ntype: technology\nid: samza\n---\n## Problems\n### Who uses it？\n### Slow?\nBecause.\n',
	'Stackbook/Compare.md':
		'---\ntype: comparison\nalternatives:\n  - "[[Flink]]"\n  - "[[Storm]]"\ncriteria:\n  - Model\n  - State\n---\n',
};

async function start(
	files: Readonly<Record<string, string>>,
	state?: unknown,
): Promise<{ host: ObsidianLikeHost; pane: QuestionsPane }> {
	const host = await startHost(built, { files });
	return { host, pane: await openQuestionsPane(host, state) };
}

test('an empty cell is not written where code would swallow it, and the reader is told', async () => {
	const text = '---\ntype: technology\nid: samza\n---\n## Problems\n```\ncode\n';
	const files = {
		'Stackbook/Samza.md': text,
		'Stackbook/Compare.md':
			'---\ntype: comparison\nalternatives:\n  - "[[Samza]]"\ncriteria:\n  - State\n---\n',
	};
	const { host, pane } = await start(files);
	pane.press('Empty in comparisons', 'fold');
	const track = pane.element.querySelector<HTMLElement>('[data-action=track]');
	for (let times = 0; times < 2; times++) {
		host.notices.length = 0;
		track?.click();
		await until(() => host.notices.length > 0);
		expect(host.notices).toEqual([
			expect.stringContaining('code or a comment in Stackbook/Samza.md'),
		]);
		expect(host.text('Stackbook/Samza.md')).toBe(text);
	}
});

describe('the list', () => {
	test('groups by category, technology and kind, with what is known about each question', async () => {
		const { pane } = await start(MORE);
		expect(pane.lines()).toEqual([
			'Stream processing | open 3 · shaky 0 · solid 1',
			'Flink | open 2 · shaky 0 · solid 1',
			'Principles | open 2 · shaky 0 · solid 1',
			'Open | Why do barriers align? | L3 ★★★ · own answer',
			'Solid | What is a watermark? | L2 ★★',
			'Open | What is a savepoint? | L1 ★ · good 2026-11-21',
			'Storm | open 1 · shaky 0 · solid 0',
			'Principles | open 1 · shaky 0 · solid 0',
			'Open | How does acking work? | L2 ★',
			'Not tracked | 2',
			'Empty in comparisons | 2',
		]);
		expect(pane.element.querySelector('.stackbook-summary')?.textContent).toBe('1 of 4 solid');
	});

	test('opens and folds groups, and keeps that with the filters', async () => {
		const { pane } = await start(MORE);
		pane.press('Flink', 'fold');
		pane.press('Not tracked', 'fold');
		expect(pane.lines()).toContain('Track | Who uses it？');
		expect(pane.lines()).not.toContain('Open | Why do barriers align? | L3 ★★★ · own answer');
		expect(pane.line('Flink').querySelector('.stackbook-fold')?.ariaExpanded).toBe('false');
		const { pane: again } = await start(MORE, pane.view.getState());
		expect(again.lines()).toEqual(pane.lines());
	});

	test.each([
		[{ search: 'BARRIERS' }, ['Why do barriers align?']],
		[{ search: 'storm' }, ['How does acking work?', 'What is the State of Storm?']],
		[{ search: 'flink-watermark' }, ['What is a watermark?']],
		[{ search: 'nothing of that' }, []],
		[{ statuses: ['solid'] }, ['What is a watermark?']],
		[{ statuses: ['untracked'] }, ['Who uses it？', 'Slow?']],
		[{ levels: [1, 3] }, ['Why do barriers align?', 'What is a savepoint?']],
		[{ kinds: ['problem'] }, ['Who uses it？', 'Slow?']],
		[{ kinds: ['problem'], statuses: ['untracked'] }, ['Who uses it？', 'Slow?']],
		[{ statuses: ['empty-cell'] }, ['State 是怎样', 'State 是怎样']],
		[{ search: 7, statuses: ['nonsense'], folds: 'x', levels: null, kinds: ['principle'] }, 4],
	])('%j keeps what fits', async (state, expected) => {
		const { pane } = await start(MORE, state);
		const prompts = [...pane.element.querySelectorAll('.stackbook-question-prompt')];
		if (typeof expected === 'number') expect(prompts.length).toBe(expected);
		else if (expected[0]?.startsWith('State')) expect(prompts.length).toBe(expected.length);
		else expect(prompts.map(({ textContent }) => textContent)).toEqual(expected);
	});

	test('draws a hundred rows of what was found, and more when asked', async () => {
		const questions = Array.from(
			{ length: 2000 },
			(_, i) => `### Question ${i}?\n- [ ] Q${i} · L1 ^q-${i}\n`,
		);
		const { pane } = await start(
			{ 'Stackbook/Many.md': `## Principles\n${questions.join('\n')}` },
			{ search: 'question' },
		);
		const rows = (): number => pane.element.querySelectorAll('.stackbook-question').length;
		expect(rows()).toBe(100);
		const more = pane.element.querySelector<HTMLButtonElement>('.stackbook-more');
		expect(more?.textContent).toBe('Show more (1900 left)');
		more?.click();
		// Keys and taps have their turn in between.
		expect(rows()).toBeLessThan(200);
		await until(() => rows() === 200);
	});

	test('can be walked through with the arrow keys', async () => {
		const { pane } = await start(FILES);
		const press = (key: string): void => {
			document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
		};
		const at = (): string | undefined =>
			document.activeElement?.querySelector('span:not([aria-hidden])')?.textContent;
		pane.line('Stream processing').querySelector<HTMLElement>('.stackbook-fold')?.focus();
		press('ArrowDown');
		press('ArrowDown');
		press('ArrowDown');
		expect(at()).toBe('Why do barriers align?');
		press('ArrowUp');
		press('ArrowLeft');
		expect(at()).toBe('Principles');
		press('ArrowDown');
		expect(at()).toBe('Storm');
	});

	test('is entered from the search with an arrow key, and left the same way', async () => {
		const { pane } = await start(FILES);
		const press = (key: string, isComposing = false): void => {
			document.activeElement?.dispatchEvent(
				new KeyboardEvent('keydown', { key, isComposing, bubbles: true }),
			);
		};
		const search = pane.element.querySelector<HTMLElement>('.stackbook-search');
		search?.focus();
		press('ArrowDown', true);
		expect(document.activeElement).toBe(search);
		press('ArrowDown');
		expect(document.activeElement?.textContent).toContain('Stream processing');
		press('ArrowUp');
		expect(document.activeElement).toBe(search);
	});

	test('names what each button does for whoever cannot see it, in plain words', async () => {
		const note =
			'## Principles\n### What is `acks` in [[Kafka|the log]]?\n- [x] Acks ^k-1\n### Why?\n';
		const { pane } = await start({ 'Stackbook/K.md': note });
		const names = (line: HTMLElement): (string | null)[] =>
			[...line.querySelectorAll('[aria-label]')].map(button => button.getAttribute('aria-label'));
		expect(names(pane.line('What is acks in the log?'))).toEqual([
			'Solid, change the status: What is acks in the log?',
			'Start an interview: What is acks in the log?',
		]);
		pane.press('Not tracked', 'fold');
		expect(names(pane.line('Why?'))).toEqual(['Track: Why?']);
	});
});

describe('what is looked for', () => {
	test('shows although its group was folded; a fold made meanwhile ends with the search', async () => {
		const { pane } = await start(MORE);
		const search = async (words: string): Promise<void> => {
			const input = pane.element.querySelector<HTMLInputElement>('.stackbook-search');
			if (input) input.value = words;
			input?.dispatchEvent(new Event('input'));
			// The list follows with the next frame.
			await new Promise(resolve => window.requestAnimationFrame(() => window.setTimeout(resolve)));
		};
		pane.press('Stream processing', 'fold');
		await search('acking');
		expect(pane.lines()).toEqual([
			'Stream processing | 1 shown · open 3 · shaky 0 · solid 1',
			'Storm | 1 shown · open 1 · shaky 0 · solid 0',
			'Principles | 1 shown · open 1 · shaky 0 · solid 0',
			'Open | How does acking work? | L2 ★',
		]);
		pane.press('Storm', 'fold');
		expect(pane.lines()).toHaveLength(2);
		await search('who uses');
		expect(pane.lines().slice(0, 1)).toEqual(['Not tracked | 1 shown · 2']);
		expect(pane.lines().at(-1)).toBe('Track | Who uses it？');
		await search('acking');
		expect(pane.lines()).toHaveLength(4);
		await search('');
		expect(pane.lines()).toEqual([
			'Stream processing | open 3 · shaky 0 · solid 1',
			'Not tracked | 2',
			'Empty in comparisons | 2',
		]);
		expect(pane.view.getState()).toMatchObject({ folds: { 'c/stream-processing': false } });
	});

	test('in a category can be taken back after the category is gone', async () => {
		const { pane } = await start(MORE, { categories: ['gone'] });
		const chips = (): string[] =>
			[...pane.element.querySelectorAll('.stackbook-chip[aria-pressed=true]')].map(
				chip => chip.textContent,
			);
		const clear = pane.element.querySelector<HTMLButtonElement>('.stackbook-clear');
		expect([pane.lines(), chips(), clear?.hidden]).toEqual([[], ['gone'], false]);
		clear?.click();
		expect([pane.lines().length, chips(), clear?.hidden]).toEqual([11, [], true]);
		expect(pane.element.querySelectorAll('[data-filter=categories]')).toHaveLength(2);
	});

	test('in no category is a choice of its own, and is there again after a restart', async () => {
		const { pane } = await start(MORE);
		const none = [...pane.element.querySelectorAll<HTMLElement>('.stackbook-chip')].at(-1);
		expect(none?.textContent).toBe('No category');
		none?.click();
		const found = ['Not tracked | 2 shown · 2', 'Samza | 2 shown · 2'];
		expect(pane.lines().slice(0, 2)).toEqual(found);
		const { pane: again } = await start(MORE, pane.view.getState());
		expect(again.lines().slice(0, 2)).toEqual(found);
	});
});

describe('an empty list', () => {
	const ways = ({ element }: QuestionsPane): string[] =>
		[...element.querySelectorAll('.stackbook-empty button')].map(({ textContent }) => textContent);
	const summary = ({ element }: QuestionsPane): string | null | undefined =>
		element.querySelector('.stackbook-summary')?.textContent;

	test('says which folder is read and offers the notes', async () => {
		const { host, pane } = await start({ 'Diary/Day.md': 'x' });
		expect(host.notices).toEqual([]);
		expect(summary(pane)).toBe('There are no questions in the folder “Stackbook” yet.');
		expect(ways(pane)).toContain('Install the notes');
		expect(ways(pane).join()).not.toContain('Read');
	});

	test.each([
		[{ 'N/A/Flink.md': 'technology', 'N/B/Storm.md': 'technology', 'Day.md': 'diary' }, 'in “N”'],
		[{ 'N/A/Flink.md': 'technology', 'Storm.md': 'technology' }, 'of the whole vault'],
		[{ 'M/N/Home.md': 'home', 'M/Home.md': 'home', 'O/Flink.md': 'technology' }, 'in “M”'],
		[{ 'Templates/technology.md': 'technology', 'Day.md': 'diary' }, undefined],
	])('offers the folder in which notes of ours stand: %j', async (types, words) => {
		const host = await startHost(built, { files: types });
		host.app.metadataCache.getFileCache = ({ path, name }) => {
			const id = name === 'technology.md' ? '{{id}}' : 'an-id';
			const type = Object.entries(types).find(([note]) => note === path)?.[1];
			return { frontmatter: { type, id } };
		};
		const pane = await openQuestionsPane(host);
		const reads = ways(pane).filter(text => text.startsWith('Read'));
		expect(reads).toEqual(words === undefined ? [] : [`Read the notes ${words}`]);
	});

	test('is no more empty once the first question is there', async () => {
		const { host, pane } = await start({ 'Stackbook/Day.md': 'x' });
		const file = host.app.vault.getFileByPath('Stackbook/Day.md');
		if (file) await host.app.vault.modify(file, '## Why?\n');
		await until(() => pane.lines().includes('Not tracked | 1'));
		expect(ways(pane)).toEqual([]);
	});
});

describe('the list follows', () => {
	test('a box that is ticked, a heading that is added, a rename and a deletion', async () => {
		const { host, pane } = await start(FILES);
		const { vault } = host.app;
		const [flink, storm] = [vault.getFileByPath(FLINK), vault.getFileByPath(STORM)];
		if (!flink || !storm) throw new Error('There are no notes');
		await vault.modify(storm, `${host.text(STORM).replace('[ ]', '[/]')}\n### And now？\n`);
		await until(() => pane.lines().includes('Shaky | How does acking work? | L2 ★'));
		expect(pane.lines()).toContain('Not tracked | 1');
		await vault.rename(storm, 'Stackbook/Streams/Heron.md');
		await until(() => pane.lines().some(line => line.startsWith('Heron')));
		await host.app.fileManager.trashFile(flink);
		await until(() => !pane.lines().some(line => line.startsWith('Flink')));
	});

	test('what is typed in an open editor, before it is saved', async () => {
		const { host, pane } = await start(FILES);
		const { view } = await host.open(STORM);
		view.editor.setValue(view.editor.getValue().replace('[ ] Acking', '[x] Acking'));
		host.app.workspace.trigger('editor-change', view.editor, view);
		await until(() => pane.lines().includes('Solid | How does acking work? | L2 ★'));
		expect(host.text(STORM)).toBe(FILES[STORM]);
	});

	test('and what did not change stays the same element, with its focus', async () => {
		const { host, pane } = await start(FILES);
		const row = pane.line('How does acking work?');
		const button = row.querySelector<HTMLElement>('.stackbook-question-go');
		button?.focus();
		const flink = host.app.vault.getFileByPath(FLINK);
		if (!flink) throw new Error('There is no note');
		await host.app.vault.modify(flink, host.text(FLINK).replace('[x]', '[/]'));
		await until(() => pane.lines().includes('Shaky | What is a watermark? | L2 ★★'));
		expect(pane.line('How does acking work?')).toBe(row);
		expect(document.activeElement).toBe(button);
	});

	test('until it is closed', async () => {
		const { host, pane } = await start(FILES);
		await pane.close();
		host.plugin.unload();
		expect(host.countListeners()).toBe(0);
		expect(document.body.childElementCount).toBe(0);
	});
});

describe('the note in front, outside of our folder,', () => {
	const DAY = 'Diary/Day.md';
	const OUTSIDE = { ...FILES, [DAY]: '# Day\n\n## Why two phases?\nMine.\n\n## How many？\n' };

	test('has its questions at the top of the list, and gives them up when another one is in front', async () => {
		const { host, pane } = await start(OUTSIDE);
		const before = pane.lines();
		const { view } = await host.open(DAY);
		host.app.workspace.trigger('file-open', view.file);
		await until(() => pane.lines().length > before.length);
		expect(pane.lines()).toEqual([
			'In the open note: Day | 2',
			'Track | Why two phases?',
			'Track | How many？',
			...before,
		]);
		view.editor.setValue(view.editor.getValue().replace('How many？', 'Many'));
		host.app.workspace.trigger('editor-change', view.editor, view);
		await until(() => pane.lines()[0] === 'In the open note: Day | 1');
		const storm = await host.open(STORM);
		host.app.workspace.trigger('file-open', storm.view.file);
		await until(() => pane.lines().length === before.length);
	});

	test('gets the line and the id of a question by one tap', async () => {
		const { host, pane } = await start(OUTSIDE);
		const { view } = await host.open(DAY);
		host.app.workspace.trigger('file-open', view.file);
		await until(() => pane.lines()[0] === 'In the open note: Day | 2');
		view.editor.setValue(`New.\n${view.editor.getValue()}`);
		pane.press('How many', 'track');
		await until(() => host.notices.length > 0);
		expect(view.editor.getValue()).toBe(
			`New.\n${OUTSIDE[DAY].trimEnd()}\n- [ ] How many · L2 ^day-q1\n`,
		);
		host.app.workspace.trigger('editor-change', view.editor, view);
		await until(() => pane.lines()[0] === 'In the open note: Day | 1');
		await until(() => pane.lines().includes('Open | How many？ | L2'));
		expect(pane.lines()).toContain('Outside of the folder | open 1 · shaky 0 · solid 0');
		expect(pane.element.querySelector('.stackbook-summary')?.textContent).toBe('1 of 4 solid');
	});

	test('is one of the few that are read of thousands: those in which a question was tracked', async () => {
		const files: Record<string, string> = { ...FILES };
		for (let i = 0; i < 3000; i++) files[`Diary/${i}.md`] = `- [ ] Box ^b${i}\n`;
		files[DAY] = '## Who?\n- [ ] Who · L2 ^day-q1\n## Not tracked?\n';
		const host = await startHost(built, { files });
		const { metadataCache, vault } = host.app;
		metadataCache.getFileCache = ({ path }) => {
			const id = path === DAY ? 'day-q1' : 'b1';
			const at = { line: 0, col: 0, offset: 0 };
			const position = { start: at, end: at };
			return { listItems: [{ id, task: ' ', parent: -1, position }] };
		};
		const read = jest.spyOn(vault, 'cachedRead');
		const pane = await openQuestionsPane(host);
		await until(() => pane.lines().includes('Open | Who? | L2'));
		expect(pane.lines().join('\n')).not.toContain('Not tracked?');
		const foreign = read.mock.calls.map(([{ path }]) => path).filter(path => /^Diary/.test(path));
		expect(foreign).toEqual([DAY]);
	});
});

test('another folder that is chosen while many notes are looked through is not overtaken by them', async () => {
	const files: Record<string, string> = { 'Small/B.md': '## Principles\n### B?\n- [ ] B ^b-1\n' };
	for (let i = 0; i < 400; i++) {
		files[`Big/${i}.md`] = `## Principles\n### A${i}?\n- [ ] A ^a-${i}\n`;
	}
	const data = { folder: 'Big' };
	const host = await startHost(built, { files, data });
	const first = await openQuestionsPane(host);
	await first.close();
	// Every note takes so long that keys and taps have their turn before the next one.
	let time = performance.now();
	const clock = jest.spyOn(performance, 'now').mockImplementation(() => (time += 10));
	const opening = openQuestionsPane(host);
	data.folder = 'Small';
	await (host.plugin as unknown as Plugin).onExternalSettingsChange?.();
	const pane = await opening;
	await until(() => pane.lines().includes('Open | B?'));
	for (let tasks = 0; tasks < 600; tasks++) {
		await new Promise(resolve => {
			window.setTimeout(resolve);
		});
	}
	clock.mockRestore();
	expect(pane.lines().filter(line => line.startsWith('Open'))).toEqual(['Open | B?']);
});

describe('one tap', () => {
	test('goes to the question where it stands now', async () => {
		const { host, pane } = await start(FILES);
		await host.open(STORM);
		pane.press('What is a savepoint?', 'go');
		const shown = (): string => {
			const view = host.app.workspace.activeLeaf?.view as unknown as
				{ file?: { path: string }; editor?: { getCursor(): { line: number } } } | undefined;
			return `${view?.file?.path ?? ''}:${view?.editor?.getCursor().line ?? ''}`;
		};
		const line = (FILES[FLINK] ?? '').split('\n').indexOf('### What is a savepoint?');
		await until(() => shown() === `${FLINK}:${line}`);
	});

	test('gives an untracked question one line, and another byte nowhere', async () => {
		const { host, pane } = await start(MORE);
		pane.press('Not tracked', 'fold');
		pane.press('Who uses it？', 'track');
		const path = 'Stackbook/Streams/Samza.md';
		await until(() => host.notices.length > 0);
		expect(host.text(path)).toBe(
			MORE[path].replace(
				'### Who uses it？\n',
				'### Who uses it？\n- [ ] Who uses it · L2 ^samza-q1\n',
			),
		);
		await until(() => pane.lines().includes('Open | Who uses it？ | L2'));
		expect(host.notices).toEqual(['Questions tracked: 1.']);
	});

	test('acts on the question that was pressed where two have one id', async () => {
		const text = '## Principles\n### A?\n- [ ] A ^x\n### B?\n- [ ] B ^x\n';
		const { host, pane } = await start({ 'Stackbook/A.md': text });
		pane.press('B?', 'interview');
		await until(() => host.notices.length > 0);
		expect(host.notices).toEqual([
			'Stackbook: The id “x” stands at more than one question: Stackbook/A.md:2, Stackbook/A.md:4. Give one of them another id.',
		]);
	});

	test('makes an open question of an empty cell', async () => {
		const { host, pane } = await start(MORE, { statuses: ['empty-cell'] });
		const before = pane.lines().length;
		pane.press('Storm', 'fold');
		pane.press('Storm', 'fold');
		[...pane.element.querySelectorAll<HTMLElement>('[data-action="track"]')].at(-1)?.click();
		await until(() => host.text(STORM).includes('State'));
		expect(host.text(STORM).startsWith((FILES[STORM] ?? '').trimEnd())).toBe(true);
		expect(host.text(STORM)).toContain('^storm-q1');
		await until(() => pane.lines().length < before);
	});
});
