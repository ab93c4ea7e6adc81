/** @jest-environment jsdom */
// The built main.js in an Obsidian-like host, not in Obsidian: see support/obsidian-like-host.ts.
import { afterAll, describe, expect, test } from '@jest/globals';
import vaultTemplates from '../support/vault-template';
import { buildPlugin } from './support/built-plugin';
import { startHost, until, withoutRegionBodies } from './support/obsidian-like-host';
import type { ObsidianLikeHost } from './support/obsidian-like-host';
import type { Pane } from './support/editor-panes';
import { FILES, FLINK, STORM } from './support/stream-notes';

const built = buildPlugin();
afterAll(built.remove);

function lineOf(text: string, needle: string): number {
	return text.slice(0, text.indexOf(needle)).split('\n').length - 1;
}

function placeCursor({ view }: Pane, needle: string): void {
	view.editor.setCursor(lineOf(view.editor.getValue(), needle), 0);
}

function changedCharacters(before: string, after: string): string[] {
	expect(after.length).toBe(before.length);
	return Array.from(before, (character, i) => `${character}→${after[i] ?? ''}`).filter(
		pair => pair[0] !== pair[2],
	);
}

describe('mark question', () => {
	test.each([
		['mark-solid', '### Why do barriers', [' →x'], '“Alignment” is solid now.'],
		['mark-shaky', 'My own words.', [' →/'], '“Alignment” is shaky now.'],
		['mark-open', '- [x] Watermark', ['x→ '], '“Watermark” is open now.'],
		['mark-solid', '- [x] Watermark', [], '“Watermark” is solid now.'],
	])('%s at «%s» changes that character', async (id, needle, changes, notice) => {
		const host = await startHost(built, { files: FILES });
		const pane = await host.open(FLINK);
		placeCursor(pane, needle);
		const before = pane.view.editor.getValue();
		expect(host.run(id)).toBe(true);
		expect(changedCharacters(before, pane.view.editor.getValue())).toEqual(changes);
		expect(host.notices).toEqual([notice]);
		pane.view.editor.undo();
		expect(pane.view.editor.getValue()).toBe(before);
	});

	test('is not offered outside a question, and writes no file behind the editor', async () => {
		const host = await startHost(built, { files: FILES });
		const pane = await host.open(FLINK);
		placeCursor(pane, '## Principles');
		expect(host.run('mark-solid')).toBe(false);
		placeCursor(pane, '### What is a savepoint?');
		expect(host.run('mark-solid')).toBe(true);
		expect(host.texts()).toEqual(FILES);
	});
});

describe('next open question', () => {
	async function goOn(host: ObsidianLikeHost): Promise<string> {
		const editor = () => host.app.workspace.activeLeaf?.view as unknown as Pane['view'] | undefined;
		const before = editor()?.editor.getCursor().line;
		const pathBefore = editor()?.file?.path;
		host.run('next-open-question');
		await until(
			() => editor()?.editor.getCursor().line !== before || editor()?.file?.path !== pathBefore,
		);
		const view = editor();
		return `${view?.file?.path ?? ''}: ${view?.editor.getLine(view.editor.getCursor().line) ?? ''}`;
	}

	test('walks through this note, then the others, and begins anew', async () => {
		const host = await startHost(built, { files: FILES });
		await host.open(FLINK);
		const walk = [await goOn(host), await goOn(host), await goOn(host), await goOn(host)];
		expect(walk).toEqual([
			`${FLINK}: ### Why do barriers align?`,
			`${FLINK}: ### What is a savepoint?`,
			`${STORM}: ### How does acking work?`,
			`${FLINK}: ### Why do barriers align?`,
		]);
	});

	test('sees what was marked in the editor and not saved yet', async () => {
		const host = await startHost(built, { files: FILES });
		const pane = await host.open(FLINK);
		placeCursor(pane, '### What is a savepoint?');
		host.run('mark-solid');
		placeCursor(pane, 'My own words.');
		expect(await goOn(host)).toBe(`${STORM}: ### How does acking work?`);
	});

	test('follows notes that come, change, move and go', async () => {
		const host = await startHost(built, { files: FILES });
		expect(await goOn(host)).toBe(`${FLINK}: ### Why do barriers align?`);
		const { vault } = host.app;
		const [flink, storm] = [vault.getFileByPath(FLINK), vault.getFileByPath(STORM)];
		if (!flink || !storm) throw new Error('There are no notes');
		await host.app.fileManager.trashFile(flink);
		await vault.rename(storm, 'Stackbook/Streams/Heron.md');
		expect(await goOn(host)).toBe('Stackbook/Streams/Heron.md: ### How does acking work?');
		const kafka = await vault.create(
			'Stackbook/Kafka.md',
			'### New?\n- [ ] New ^new\n\n### Newer?\n- [ ] Newer ^newer\n',
		);
		expect(await goOn(host)).toBe('Stackbook/Kafka.md: ### New?');
		expect(await goOn(host)).toBe('Stackbook/Kafka.md: ### Newer?');
		expect(await goOn(host)).toBe('Stackbook/Streams/Heron.md: ### How does acking work?');
		await vault.modify(kafka, host.text(kafka.path).replace('[ ] New ', '[x] New '));
		expect(await goOn(host)).toBe('Stackbook/Kafka.md: ### Newer?');
	});

	test('says when none is left', async () => {
		const files = { 'Stackbook/A.md': '### Q?\n- [x] Q ^q\n' };
		const host = await startHost(built, { files });
		host.run('next-open-question');
		await until(() => host.notices.length > 0);
		expect(host.notices).toEqual(['There is no open question left.']);
	});
});

describe('refresh', () => {
	async function refresh(host: ObsidianLikeHost, id: string): Promise<string> {
		const before = host.notices.length;
		host.run(id);
		await until(() => host.notices.length > before);
		return host.notices.at(-1) ?? '';
	}

	test('all changes only bytes in regions, and the second time none', async () => {
		const shipped = Object.entries(vaultTemplates.zh ?? {}).filter(([path]) =>
			path.endsWith('.md'),
		);
		const files = {
			...FILES,
			...Object.fromEntries(shipped.map(([path, text]) => [`Stackbook/${path}`, text])),
		};
		const host = await startHost(built, { files });
		await refresh(host, 'refresh-all');
		const after = host.texts();
		expect(after).not.toEqual(files);
		const strip = (texts: Readonly<Record<string, string>>): string[] =>
			Object.entries(texts)
				.map(([path, text]) => `${path}\n${withoutRegionBodies(path, text)}`)
				.sort();
		expect(strip(after)).toEqual(strip(files));
		expect(after[FLINK]).toContain('Storm]]: the one before it');
		const writes: string[] = [];
		host.app.vault.on('modify', file => writes.push(String(file)));
		expect(await refresh(host, 'refresh-all')).toMatch(/^0 notes brought up to date/);
		expect(writes).toEqual([]);
	});

	test.each(['refresh-all', 'refresh-note'])(
		'says in which notes lines moved out of a region: %s',
		async id => {
			const typed = (FILES[FLINK] ?? '').replace(/(stackbook:begin .*-->\n)/, '$1\nTyped in it\n');
			const host = await startHost(built, { files: { ...FILES, [FLINK]: typed } });
			await host.open(FLINK);
			expect(await refresh(host, id)).toContain(`\nYour lines moved below a region in:\n${FLINK}`);
			expect(await refresh(host, id)).not.toContain('moved');
		},
	);

	test('of this note goes through the editor, also with text that is not saved', async () => {
		const host = await startHost(built, { files: FILES });
		const pane = await host.open(FLINK);
		const { editor } = pane.view;
		editor.replaceRange(
			'Typed just now. ',
			editor.offsetToPos(editor.getValue().indexOf('My own')),
		);
		expect(await refresh(host, 'refresh-note')).toBe(
			'1 note brought up to date, 0 left as they are.',
		);
		expect(editor.getValue()).toContain('Typed just now. My own words.');
		expect(editor.getValue()).toContain('- [[Storm]]: the one before it');
		expect(host.texts()).toEqual(FILES);
		expect(await refresh(host, 'refresh-note')).toMatch(/^0 notes/);
	});

	test('writes the same through an editor as into a file, with several regions too', async () => {
		const region = (name: string): string =>
			`<!-- stackbook:begin ${name} -->\n\n<!-- stackbook:end ${name} -->\n`;
		const two = `A\n\n${region('members:stream-processing')}\nB\n\n${region('progress')}\nC\n`;
		const files = { ...FILES, 'Stackbook/Two.md': two };
		const [closed, open] = [await startHost(built, { files }), await startHost(built, { files })];
		await refresh(closed, 'refresh-all');
		const pane = await open.open('Stackbook/Two.md');
		await refresh(open, 'refresh-all');
		expect(open.text('Stackbook/Two.md')).toBe(two);
		await pane.save();
		expect(open.texts()).toEqual(closed.texts());
		expect(open.text('Stackbook/Two.md')).toContain('- [[Storm]]');
	});

	test('of a note that is open for reading writes the file, and equal bytes never', async () => {
		const host = await startHost(built, { files: FILES });
		const { view } = await host.open(FLINK);
		Object.assign(view, { getMode: () => 'preview' });
		expect(await refresh(host, 'refresh-note')).toMatch(/^1 note/);
		expect(host.text(FLINK)).toContain('- [[Storm]]: the one before it');
		const writes: unknown[] = [];
		host.app.vault.on('modify', file => writes.push(file));
		expect(await refresh(host, 'refresh-note')).toMatch(/^0 notes/);
		expect(writes).toEqual([]);
	});

	test('of a note that is open for reading waits until its text is saved', async () => {
		const host = await startHost(built, { files: FILES });
		const { view } = await host.open(FLINK);
		Object.assign(view, { getMode: () => 'preview', data: 'not saved yet' });
		expect(await refresh(host, 'refresh-note')).toContain('is not saved yet; try again');
		expect(host.texts()).toEqual(FILES);
	});

	test('of all leaves a note alone in which somebody is typing', async () => {
		const host = await startHost(built, { files: FILES });
		const pane = await host.open(FLINK);
		pane.view.editor.replaceRange('Typed. ', { line: 8, ch: 0 });
		const typed = pane.view.editor.getValue();
		expect(await refresh(host, 'refresh-all')).toBe(
			`1 note brought up to date, 0 left as they are.\n1 open note is left for later.\n${FLINK}`,
		);
		expect(pane.view.editor.getValue()).toBe(typed);
		expect(host.text(FLINK)).toBe(FILES[FLINK]);
		await pane.save();
		expect(await refresh(host, 'refresh-all')).toMatch(/^1 note/);
		expect(pane.view.editor.getValue()).toContain('[[Storm]]');
	});

	test('names the notes with doubtful markers and leaves them', async () => {
		const broken = '<!-- stackbook:begin backlinks -->\n\nno end\n';
		const host = await startHost(built, { files: { ...FILES, 'Stackbook/Broken.md': broken } });
		expect(await refresh(host, 'refresh-all')).toContain(
			'Stackbook/Broken.md: a region has no end marker (line 1)',
		);
		expect(host.text('Stackbook/Broken.md')).toBe(broken);
		await host.open('Stackbook/Broken.md');
		expect(await refresh(host, 'refresh-note')).toMatch(/^0 notes .* 1 left as it is/);
	});

	test('names the note that a region shows and that cannot be read now', async () => {
		const shown =
			'<!-- stackbook:begin backlinks -->\n\n- [[Spoiled]]\n\n<!-- stackbook:end backlinks -->\n';
		const files = {
			...FILES,
			'Stackbook/Shown.md': shown,
			'Stackbook/Spoiled.md': '---\nx: 1\n',
		};
		const host = await startHost(built, { files });
		const said =
			'Shown.md: a region here (line 1) is made from Stackbook/Spoiled.md, which cannot be';
		expect(await refresh(host, 'refresh-all')).toContain(said);
		await host.open('Stackbook/Shown.md');
		expect(await refresh(host, 'refresh-note')).toContain(said);
		expect(host.text('Stackbook/Shown.md')).toBe(shown);
	});

	test('plans again on the text that is there when it writes', async () => {
		const host = await startHost(built, { files: FILES });
		const { vault } = host.app;
		const write = vault.process.bind(vault);
		// A sync tool is a moment faster than the plugin.
		vault.process = async (file, change, options) => {
			const text = await vault.read(file);
			if (!text.startsWith('Synced.')) await vault.modify(file, `Synced.\n${text}`);
			return write(file, change, options);
		};
		await refresh(host, 'refresh-all');
		const text = host.text(FLINK);
		expect(text.startsWith('Synced.\n---')).toBe(true);
		expect(withoutRegionBodies(FLINK, text)).toBe(
			`Synced.\n${withoutRegionBodies(FLINK, FILES[FLINK] ?? '')}`,
		);
	});
});
