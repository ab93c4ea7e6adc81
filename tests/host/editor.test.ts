import { expect, test } from '@jest/globals';
import { hostsOfFile } from './in-jest';
import { smallPlugin } from './support/small-plugin';

const open = hostsOfFile({
	plugin: smallPlugin({
		onload: `window.changes = 0;
			this.registerEvent(app.workspace.on('editor-change', () => window.changes++));
			this.addCommand({ id: 'two', name: 'Two', editorCallback: editor => {
				editor.transaction({ changes: [
					{ from: { line: 0, ch: 0 }, text: 'X' },
					{ from: { line: 1, ch: 0 }, to: { line: 1, ch: 3 }, text: 'YY' },
				], selection: { from: { line: 1, ch: 2 } } });
			} });`,
	}),
	vault: { 'a.md': 'one\ntwo\n三\n' },
});

test('what is typed is in the file two seconds after the last key, not before', async () => {
	const host = await open();
	await host.openNote('a.md');
	await host.type('new ', 0, 0);
	expect(await host.editorText()).toBe('new one\ntwo\n三\n');
	expect(await host.text('a.md')).toBe('one\ntwo\n三\n');
	expect(await host.page.evaluate('changes')).toBe(4);
	await host.page.waitForTimeout(1500);
	expect(await host.text('a.md')).toBe('one\ntwo\n三\n');
	await host.page.waitForTimeout(800);
	expect(await host.text('a.md')).toBe('new one\ntwo\n三\n');
});

test('ending the app writes what was typed, a crash loses it', async () => {
	const host = await open();
	await host.openNote('a.md');
	await host.type('kept ');
	await host.reload();
	expect(await host.text('a.md')).toBe('kept one\ntwo\n三\n');
	await host.type('lost ');
	await host.reload({ crash: true });
	expect(await host.editorText()).toBe('kept one\ntwo\n三\n');
});

test('leaving a note writes what was typed in it', async () => {
	const host = await open({ vault: { 'a.md': 'a', 'b.md': 'b' } });
	await host.openNote('a.md');
	await host.type('1');
	await host.openNote('b.md');
	expect(await host.text('a.md')).toBe('1a');
});

test('an open note follows its file, and keeps what was typed meanwhile', async () => {
	const host = await open({ saveDelay: 200 });
	await host.openNote('a.md');
	await host.writeOutside('a.md', 'one\ntwo\nfrom sync\n');
	await host.page.waitForFunction(() => window.host.editorText()?.includes('from sync'));
	await host.type('mine ', 0, 0);
	await host.writeOutside('a.md', 'one\ntwo\nfrom sync again\n');
	await host.page.waitForFunction(() => window.host.editorText()?.includes('again'));
	expect(await host.editorText()).toBe('mine one\ntwo\nfrom sync again\n');
	await host.page.waitForTimeout(400);
	expect(await host.text('a.md')).toBe('mine one\ntwo\nfrom sync again\n');
});

test('places of a transaction are those before it, and one undo takes it back', async () => {
	const host = await open();
	await host.openNote('a.md');
	expect(await host.runCommand('small:two')).toBe(true);
	expect(await host.editorText()).toBe('Xone\nYY\n三\n');
	const cursor = await host.page.evaluate(() =>
		window.app.workspace.activeEditor?.editor?.getCursor(),
	);
	expect(cursor).toEqual({ line: 1, ch: 2 });
	await host.page.keyboard.press('Control+z');
	expect(await host.editorText()).toBe('one\ntwo\n三\n');
});

test('commands of the editor are not offered while a note is only read', async () => {
	const host = await open();
	const offered = async (): Promise<boolean> =>
		(await host.commands()).some(({ id }) => id === 'small:two');
	expect(await offered()).toBe(false);
	await host.openNote('a.md');
	expect(await offered()).toBe(true);
	await host.page.keyboard.press('Control+e');
	await host.page.locator('.markdown-preview-view p').first().waitFor();
	expect(await offered()).toBe(false);
	expect(await host.runCommand('small:two')).toBe(false);
});

test('places and offsets agree, past the end too', async () => {
	const host = await open();
	await host.openNote('a.md');
	const places = await host.page.evaluate(() => {
		const editor = window.app.workspace.activeEditor?.editor;
		if (!editor) return [];
		editor.setSelection({ line: 0, ch: 1 }, { line: 1, ch: 1 });
		return [
			...[editor.posToOffset({ line: 1, ch: 99 }), editor.posToOffset({ line: 99, ch: 0 })],
			...[editor.offsetToPos(5), editor.getSelection(), editor.lineCount(), editor.getLine(2)],
			editor.wordAt({ line: 1, ch: 1 }),
		];
	});
	expect(places).toEqual([
		...[7, 10, { line: 1, ch: 1 }, 'ne\nt', 4, '三'],
		{ from: { line: 1, ch: 0 }, to: { line: 1, ch: 3 } },
	]);
});

test('a pane that was read in shows the next note as it is, whatever its line breaks', async () => {
	const vault = { 'a.md': '\uFEFF---\r\nid: a\r\n---\r\nA\r\n', 'b.md': 'one\r\ntwo\r\n' };
	const host = await open({ vault, saveDelay: 100 });
	await host.openNote('a.md', { mode: 'preview' });
	await host.openNote('b.md', { mode: 'source' });
	expect(await host.editorText()).toBe('one\ntwo\n');
	await host.type('X');
	await host.page.waitForTimeout(300);
	expect(await host.text('b.md')).toBe('Xone\ntwo\n');
});
