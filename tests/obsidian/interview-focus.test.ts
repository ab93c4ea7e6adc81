/** @jest-environment jsdom */
// Who has the focus while a note is being edited, on the built main.js in an Obsidian-like host.
import { afterAll, afterEach, expect, test } from '@jest/globals';
import { buildPlugin } from './support/built-plugin';
import { openFlink, reveal, startOnFlink, wait } from './support/flink-interview';
import { holdFiles } from './support/held-files';
import { until } from './support/obsidian-like-host';

const built = buildPlugin();
afterAll(built.remove);
afterEach(() => document.body.replaceChildren());

/** Something that is typed in, with the focus. */
function typeIn(cls: string): HTMLElement {
	const text = document.body.createDiv({ cls }).createDiv({ attr: { tabindex: '0' } });
	text.focus();
	return text;
}

test.each([
	['interview-on-note', 'textarea'],
	['start-interview', 'h2'],
])('%s takes the focus from a note that is being edited', async (command, name) => {
	const opened = await openFlink(built);
	const editor = typeIn('cm-editor');
	await opened.pane.start(command);
	await until(() => document.activeElement?.localName === name);
	expect(document.activeElement).not.toBe(editor);
});

test.each(['cm-editor', 'modal-container'])(
	'somebody who went into a %s since then is left there by the next screen',
	async cls => {
		const opened = await startOnFlink(built);
		await reveal(opened);
		const release = holdFiles(opened.host);
		opened.pane.press('good');
		const elsewhere = typeIn(cls);
		release();
		await until(() => document.querySelector('.stackbook-outcome') !== null);
		await wait(50);
		expect(document.activeElement).toBe(elsewhere);
		const spoken = document.querySelector('.stackbook-live')?.textContent;
		expect(spoken).toContain('Now shaky');
	},
);

test('a command leaves the focus in a window that is in front of everything', async () => {
	const opened = await openFlink(built);
	const modal = typeIn('modal-container');
	await opened.pane.start();
	await wait(50);
	expect(document.activeElement).toBe(modal);
});
