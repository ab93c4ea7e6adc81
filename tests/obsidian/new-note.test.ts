/** @jest-environment jsdom */
// The built main.js in an Obsidian-like host, not in Obsidian: see support/obsidian-like-host.ts.
import { afterAll, afterEach, describe, expect, test } from '@jest/globals';
import { buildPlugin } from './support/built-plugin';
import { startHost, until } from './support/obsidian-like-host';
import type { ObsidianLikeHost } from './support/obsidian-like-host';
import { FILES } from './support/stream-notes';

const built = buildPlugin();
afterAll(built.remove);
afterEach(() => document.body.replaceChildren());

function field(label: string): HTMLInputElement {
	const found = [...document.querySelectorAll('label')].find(({ textContent }) =>
		textContent.startsWith(label),
	);
	const input = found?.querySelector('input');
	if (!input) throw new Error(`There is no field ${label}`);
	return input;
}

function type(label: string, text: string): void {
	const input = field(label);
	input.value = text;
	input.dispatchEvent(new Event('input'));
}

function confirmButton(): HTMLButtonElement {
	const button = document.querySelector<HTMLButtonElement>('.mod-cta');
	if (!button) throw new Error('There is no modal');
	return button;
}

function preview(): string {
	return document.querySelector('p[aria-live]')?.textContent ?? '';
}

async function ask(host: ObsidianLikeHost, id: string): Promise<void> {
	host.run(id);
	await until(() => document.querySelector('.mod-cta') !== null);
}

describe('a new technology', () => {
	test('stands beside those of its category, with the questions of the shipped template', async () => {
		const host = await startHost(built, { files: FILES });
		await ask(host, 'new-technology');
		expect(confirmButton().disabled).toBe(true);
		type('Title', 'Apache Samza');
		expect(field('Id').value).toBe('apache-samza');
		type('Category', 'Stream processing');
		expect(preview()).toBe('It will be written to Stackbook/Streams/Apache Samza.md.');
		confirmButton().click();
		const path = 'Stackbook/Streams/Apache Samza.md';
		await until(() => host.app.vault.getFileByPath(path) !== null);
		await until(() => host.app.workspace.getActiveFile()?.path === path);
		const text = host.text(path);
		expect(text).toContain('type: technology\nid: "apache-samza"');
		expect(text).toContain('category: stream-processing\n');
		expect(text).toContain('^apache-samza-principle');
		expect(text).not.toContain('{{');
		expect(document.querySelector('.modal-container')).toBeNull();
	});

	test('is made from the own template where there is one', async () => {
		const files = {
			...FILES,
			'Stackbook/Templates/Mine.md':
				'---\ntype: technology\nid: "{{id}}"\ncategory: x\n---\n{{title}}, {{date}}, {{mine}}\n',
		};
		const host = await startHost(built, { files });
		await ask(host, 'new-technology');
		type('Title', 'Samza');
		confirmButton().click();
		const path = 'Stackbook/Technologies/Samza.md';
		await until(() => host.app.vault.getFileByPath(path) !== null);
		expect(host.text(path)).toMatch(
			/^---\ntype: technology\nid: "samza"\ncategory: x\n---\nSamza, \d{4}-\d\d-\d\d, {{mine}}\n$/,
		);
	});

	test.each([
		['Flink', 'flink', 'This id is that of Stackbook/Streams/Flink.md.'],
		['Flink', 'flink-2', 'Stackbook/Streams/Flink.md is there already, and stays as it is.'],
		['flink', 'flink-2', 'Stackbook/Streams/Flink.md is there already, and stays as it is.'],
		['a/b', 'a', 'This cannot be the title of a note.'],
		['水位线', '', 'The id takes lower case letters, digits and hyphens.'],
	])('is refused as «%s» with the id «%s»', async (title, id, problem) => {
		const host = await startHost(built, { files: FILES });
		await ask(host, 'new-technology');
		type('Title', title);
		type('Id', id);
		type('Category', 'stream-processing');
		expect(preview()).toBe(problem);
		expect(confirmButton().disabled).toBe(true);
		expect(host.texts()).toEqual(FILES);
	});
});

test('a new comparison has a folder of its own where there was none', async () => {
	const host = await startHost(built, { files: FILES });
	await ask(host, 'new-comparison');
	type('Title', 'Engines');
	confirmButton().click();
	const path = 'Stackbook/Comparisons/Engines.md';
	await until(() => host.app.vault.getFileByPath(path) !== null);
	expect(host.text(path)).toContain('type: comparison\nid: "engines"');
});
