/** @jest-environment jsdom */
// The built main.js in an Obsidian-like host, not in Obsidian: see support/obsidian-like-host.ts.
import { afterAll, describe, expect, jest, test } from '@jest/globals';
import { buildPlugin } from './support/built-plugin';
import { startHost, until } from './support/obsidian-like-host';
import { FILES, STORM } from './support/stream-notes';

const built = buildPlugin();
afterAll(built.remove);

const outside = (path: string): string =>
	`${path} lies outside of the folder of the notes, “Stackbook”: its questions are listed by themselves and asked there, and count in no total.`;
const OUTSIDE = 'Diary/Interview.md';
const TEXT =
	'# Monday\r\n\r\n## Why two phases?\r\nMine.\r\n\r\n## Not asked\r\n\r\n## And three？\r\n';
const TRACKED =
	'# Monday\r\n\r\n## Why two phases?\r\n- [ ] Why two phases · L2 ^interview-q1\r\n\r\nMine.\r\n\r\n## Not asked\r\n\r\n## And three？\r\n- [ ] And three · L2 ^interview-q2\r\n';

describe('track the questions of this note', () => {
	test('writes into a note outside of our folder, and into no other', async () => {
		const files = { ...FILES, [OUTSIDE]: TEXT };
		const host = await startHost(built, { files });
		const file = host.app.vault.getFileByPath(OUTSIDE);
		host.app.workspace.getActiveFile = () => file;
		expect(host.run('track-note')).toBe(true);
		await until(() => host.notices.length > 0);
		expect(host.notices).toEqual([`Questions tracked: 2.\n${outside(OUTSIDE)}`]);
		expect(host.texts()).toEqual({ ...files, [OUTSIDE]: TRACKED });
	});

	test('goes through the editor where the note is open, as one step', async () => {
		const host = await startHost(built, { files: { ...FILES, [OUTSIDE]: TEXT } });
		const { view } = await host.open(OUTSIDE);
		const steps = jest.spyOn(view.editor, 'transaction');
		host.run('track-note');
		await until(() => host.notices.length > 0);
		expect(host.text(OUTSIDE)).toBe(TEXT);
		expect(view.editor.getValue().replace(/\r/g, '')).toBe(TRACKED.replace(/\r/g, ''));
		expect(steps).toHaveBeenCalledTimes(1);
	});

	test('takes no id that a question of our notes has', async () => {
		const files = {
			...FILES,
			[OUTSIDE]: '## Why？\n',
			'Stackbook/Taken.md': '## Q\n- [ ] Q ^interview-q1\n',
		};
		const host = await startHost(built, { files });
		await host.open(OUTSIDE);
		host.run('track-note');
		await until(() => host.notices.length > 0);
		const { view } = host.app.workspace.activeLeaf as unknown as {
			view: { editor: { getValue(): string } };
		};
		expect(view.editor.getValue()).toBe('## Why？\n- [ ] Why · L2 ^interview-q2\n');
	});

	test('takes no id that stands in a file outside of our folder, as Obsidian knows it', async () => {
		const files = { ...FILES, [OUTSIDE]: '## Why？\n', 'Diary/Old.md': 'A ^INTERVIEW-Q1\n' };
		const host = await startHost(built, { files });
		const { metadataCache } = host.app;
		const cached = metadataCache.getFileCache.bind(metadataCache);
		const position = { start: { line: 0, col: 0, offset: 0 }, end: { line: 0, col: 1, offset: 1 } };
		metadataCache.getFileCache = file =>
			file.name === 'Old.md'
				? { blocks: { 'interview-q1': { id: 'INTERVIEW-Q1', position } } }
				: cached(file);
		const { view } = await host.open(OUTSIDE);
		host.run('track-note');
		await until(() => host.notices.length > 0);
		expect(view.editor.getValue()).toBe('## Why？\n- [ ] Why · L2 ^interview-q2\n');
	});

	test('takes no id that stands in an editor outside of our folder and is not saved yet', async () => {
		const other = 'Diary/Interview 2.md';
		const files = {
			...FILES,
			[OUTSIDE]: '## Why？\n',
			[other]: '---\nid: interview\n---\n## Why?\n',
		};
		const host = await startHost(built, { files });
		for (const path of [other, OUTSIDE]) {
			await host.open(path);
			host.notices.length = 0;
			host.run('track-note');
			await until(() => host.notices.length > 0);
		}
		expect(host.text(other)).toBe(files[other]);
		const { view } = host.app.workspace.activeLeaf as unknown as {
			view: { editor: { getValue(): string } };
		};
		expect(view.editor.getValue()).toBe('## Why？\n- [ ] Why · L2 ^interview-q2\n');
	});

	test('says so when there is nothing to track', async () => {
		const host = await startHost(built, { files: FILES });
		await host.open(STORM);
		host.run('track-note');
		await until(() => host.notices.length > 0);
		expect(host.notices).toEqual(['There is no question here to track.']);
		expect(host.texts()).toEqual(FILES);
	});
});

describe('track the question at the cursor', () => {
	test('gives that one its line', async () => {
		const host = await startHost(built, { files: { ...FILES, [OUTSIDE]: '## A?\nx\n## B?\ny\n' } });
		const { view } = await host.open(OUTSIDE);
		view.editor.setCursor(3, 1);
		expect(host.run('track-question')).toBe(true);
		await until(() => host.notices.length > 0);
		expect(view.editor.getValue()).toBe('## A?\nx\n## B?\n- [ ] B · L2 ^interview-q1\n\ny\n');
	});

	test('is not offered elsewhere', async () => {
		const host = await startHost(built, { files: { ...FILES, [OUTSIDE]: '## A?\n## B\nx\n' } });
		const { view } = await host.open(OUTSIDE);
		view.editor.setCursor(2, 0);
		expect(host.run('track-question')).toBe(false);
		await host.open(STORM);
		expect(host.run('track-question')).toBe(false);
	});
});

test('a question that is marked not for me leaves the totals', async () => {
	const host = await startHost(built, { files: FILES });
	const { view } = await host.open(STORM);
	view.editor.setCursor((FILES[STORM] ?? '').split('\n').indexOf('### How does acking work?'), 0);
	expect(host.run('mark-not-for-me')).toBe(true);
	expect(view.editor.getValue()).toContain('- [-] Acking');
	expect(host.notices).toEqual(['“Acking” is not for me now.']);
});

describe('the status bar', () => {
	test('shows what stands in the editor before it is saved, while not all notes were read', async () => {
		const host = await startHost(built, { files: FILES });
		const [item] = host.plugin.statusBarItems__;
		const { view } = await host.open(STORM);
		host.app.workspace.trigger('file-open', view.file);
		await until(() => item?.textContent === '0/1');
		view.editor.setValue(view.editor.getValue().replace('[ ] Acking', '[x] Acking'));
		host.app.workspace.trigger('editor-change', view.editor, view);
		await until(() => item?.textContent === '1/1');
		expect(host.text(STORM)).toBe(FILES[STORM]);
	});

	test('shows the note in front, and all notes once they were read', async () => {
		const host = await startHost(built, { files: FILES });
		const [item] = host.plugin.statusBarItems__;
		expect(item?.hidden).toBe(true);
		const front = await host.open('Stackbook/Streams/Flink.md');
		host.app.workspace.trigger('file-open', front.view.file);
		await until(() => item?.textContent === '1/3');
		expect(item?.getAttribute('aria-label')).toContain('of this note');
		await host.open('Stackbook/Home.md');
		host.run('next-open-question');
		await until(() => host.app.workspace.getActiveFile()?.path !== 'Stackbook/Home.md');
		const home = await host.open('Stackbook/Home.md');
		host.app.workspace.trigger('file-open', home.view.file);
		await until(() => item?.textContent === '1/4');
	});
});
