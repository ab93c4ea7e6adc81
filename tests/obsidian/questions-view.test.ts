/** @jest-environment jsdom */
// The built main.js in an Obsidian-like host, not in Obsidian: see support/obsidian-like-host.ts.
import { afterAll, afterEach, describe, expect, test } from '@jest/globals';
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
			'principles | open 2 · shaky 0 · solid 1',
			'open | Why do barriers align? | L3 ★★★ · own answer',
			'solid | What is a watermark? | L2 ★★',
			'open | What is a savepoint? | L1 ★ · good 2026-11-21',
			'Storm | open 1 · shaky 0 · solid 0',
			'principles | open 1 · shaky 0 · solid 0',
			'open | How does acking work? | L2 ★',
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
		expect(pane.lines()).not.toContain('open | Why do barriers align? | L3 ★★★ · own answer');
		expect(pane.line('Flink').querySelector('.stackbook-fold')?.ariaExpanded).toBe('false');
		const { pane: again } = await start(MORE, pane.view.getState());
		expect(again.lines()).toEqual(pane.lines());
	});

	test.each([
		[{ search: 'BARRIERS' }, ['Why do barriers align?']],
		[{ search: 'storm' }, ['How does acking work?']],
		[{ search: 'flink-watermark' }, ['What is a watermark?']],
		[{ search: 'nothing of that' }, []],
		[{ statuses: ['solid'] }, ['What is a watermark?']],
		[{ statuses: ['untracked'] }, ['Who uses it？', 'Slow?']],
		[{ levels: [1, 3] }, ['Why do barriers align?', 'What is a savepoint?']],
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

	test('draws a hundred rows at a time', async () => {
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
		expect(rows()).toBe(200);
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
		expect(at()).toBe('principles');
		press('ArrowDown');
		expect(at()).toBe('Storm');
	});
});

describe('the list follows', () => {
	test('a box that is ticked, a heading that is added, a rename and a deletion', async () => {
		const { host, pane } = await start(FILES);
		const { vault } = host.app;
		const [flink, storm] = [vault.getFileByPath(FLINK), vault.getFileByPath(STORM)];
		if (!flink || !storm) throw new Error('There are no notes');
		await vault.modify(storm, `${host.text(STORM).replace('[ ]', '[/]')}\n### And now？\n`);
		await until(() => pane.lines().includes('shaky | How does acking work? | L2 ★'));
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
		await until(() => pane.lines().includes('solid | How does acking work? | L2 ★'));
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
		await until(() => pane.lines().includes('shaky | What is a watermark? | L2 ★★'));
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
				'### Who uses it？\n- [ ] Who uses i · L2 ^samza-q1\n',
			),
		);
		await until(() => pane.lines().includes('open | Who uses it？ | L2'));
		expect(host.notices).toEqual(['Questions tracked: 1.']);
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
