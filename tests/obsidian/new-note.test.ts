/** @jest-environment jsdom */
// The built main.js in an Obsidian-like host, not in Obsidian: see support/obsidian-like-host.ts.
import { afterAll, afterEach, describe, expect, test } from '@jest/globals';
import { buildPlugin } from './support/built-plugin';
import { startHost, until } from './support/obsidian-like-host';
import type { ObsidianLikeHost } from './support/obsidian-like-host';
import { categoryOf, parseNote } from '../../src/core/index';
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
		expect(preview()).toBe(
			'It will be written to Stackbook/Streams/Apache Samza.md. Category: Stream processing · stream-processing.',
		);
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
			/^---\ntype: technology\nid: "samza"\ncategory: ""\n---\nSamza, \d{4}-\d\d-\d\d, {{mine}}\n$/,
		);
	});

	test.each([
		['stream processing', 'stream-processing'],
		['流计算', 'stream-processing'],
		['消息队列', 'message-queue'],
		['Real time OLAP', 'real-time-olap'],
		['OLAP 引擎', 'olap'],
		['图数据库', '图数据库'],
		['C++', 'C++'],
		['图: 计算 # c', '图: 计算 # c'],
		['', undefined],
	])('with the category «%s» is of «%s»', async (typed, category) => {
		const host = await startHost(built, { files: FILES });
		await ask(host, 'new-technology');
		type('Title', 'Samza');
		type('Category', typed);
		expect(preview()).toContain(category === undefined ? 'Without a category.' : `${category}.`);
		confirmButton().click();
		await until(() => host.app.workspace.getActiveFile()?.name === 'Samza.md');
		const path = host.app.workspace.getActiveFile()?.path ?? '';
		expect(categoryOf(parseNote(path, host.text(path)))).toBe(category);
	});

	test.each(['Foo.md', ' Foo ', 'Foo.md.md'])('called «%s» is Foo', async title => {
		const host = await startHost(built, { files: FILES });
		await ask(host, 'new-technology');
		type('Title', title);
		expect(field('Id').value).toBe('foo');
		expect(preview()).toContain('to Stackbook/Technologies/Foo.md.');
	});

	test('is refused under a name that some system or link cannot hold', async () => {
		const host = await startHost(built, { files: FILES });
		await ask(host, 'new-technology');
		type('Id', 'a');
		const odd = ['CON', 'nul', 'aux.x', 'Com1.txt', 'x\ty', '{{title}}', '.NET', 'Foo.', '%%x'];
		const long = ['a'.repeat(81), '中'.repeat(67)];
		for (const title of [...odd, ...long]) {
			type('Title', title);
			expect([title, preview()]).toEqual([
				title,
				long.includes(title)
					? 'The title is too long for a file name.'
					: 'This cannot be the title of a note.',
			]);
			expect(confirmButton().disabled).toBe(true);
		}
		for (const title of ['C++', 'a & b', '中'.repeat(66), 'Constant', '100%']) {
			type('Title', title);
			type('Id', 'a');
			expect(confirmButton().disabled).toBe(false);
		}
	});

	test('that a note of the vault is called already, by title or alias, says so', async () => {
		const files = {
			...FILES,
			'Diary/Redis.md': 'x',
			'Diary/Elsewhere.md': '---\naliases: [Doris DB]\n---\n',
		};
		const host = await startHost(built, { files });
		await ask(host, 'new-technology');
		for (const [title, path] of [
			['Redis', 'Diary/Redis.md'],
			['doris db', 'Diary/Elsewhere.md'],
		] as const) {
			type('Title', title);
			expect(preview()).toContain(`Links to “${title}” lead to ${path} now`);
			expect(confirmButton().disabled).toBe(false);
		}
		type('Title', 'Samza');
		expect(preview()).not.toContain('Links to');
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

describe('a new comparison', () => {
	test('takes names that were typed in full, their category and their criteria', async () => {
		const host = await startHost(built, { files: FILES });
		await ask(host, 'new-comparison');
		type('Title', 'Engines');
		expect(preview()).toBe('A comparison takes two technologies or more.');
		expect(confirmButton().disabled).toBe(true);
		for (const typed of ['Flink', 'Flink, flink']) {
			type('Technologies', typed);
			expect(preview()).toBe('A comparison takes two technologies or more.');
		}
		type('Technologies', 'Flink，Strm');
		expect(preview()).toBe('No note answers to “Strm”.');
		expect(confirmButton().disabled).toBe(true);
		type('Technologies', 'flink、 Storm,');
		expect(preview()).toBe(
			'It will be written to Stackbook/Comparisons/Engines.md. Category: Stream processing · stream-processing.',
		);
		confirmButton().click();
		const path = 'Stackbook/Comparisons/Engines.md';
		await until(() => host.app.vault.getFileByPath(path) !== null);
		expect(host.text(path)).toContain(
			'type: comparison\nid: "engines"\naliases:\n  - "Engines"\ncategory: stream-processing\nalternatives:\n  - "[[Flink]]"\n  - "[[Storm]]"\ncriteria:\n  - Model\n',
		);
	});

	test('of two categories has none', async () => {
		const other = '---\ntype: technology\nid: kafka\ncategory: message-queue\n---\n';
		const host = await startHost(built, { files: { ...FILES, 'Stackbook/Kafka.md': other } });
		await ask(host, 'new-comparison');
		type('Title', 'Engines');
		type('Technologies', 'Flink,Kafka');
		expect(preview()).toContain('Without a category.');
		confirmButton().click();
		const path = 'Stackbook/Comparisons/Engines.md';
		await until(() => host.app.vault.getFileByPath(path) !== null);
		expect(categoryOf(parseNote(path, host.text(path)))).toBeUndefined();
	});
});
