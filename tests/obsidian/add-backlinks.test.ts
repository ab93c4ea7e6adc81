/** @jest-environment jsdom */
// The built main.js in an Obsidian-like host, not in Obsidian: see support/obsidian-like-host.ts.
import { afterAll, expect, test } from '@jest/globals';
import { buildPlugin } from './support/built-plugin';
import { startHost, until } from './support/obsidian-like-host';

const built = buildPlugin();
afterAll(built.remove);

const FILES = {
	'Stackbook/Home.md': '---\ntype: home\nlanguage: en\n---\n',
	'Stackbook/Flink.md': '---\ntype: technology\nid: flink\n---\n读 [[Kafka]]。\n',
	'Stackbook/Kafka.md': '---\ntype: technology\nid: kafka\n---\n',
	'Stackbook/Log.md': '---\ntype: concept\nid: log\n---\n',
};
const REGION = /^## Backlinks\n\n<!-- stackbook:begin backlinks hash=\w+(?: lines=\w+)? -->\n\n/m;

test('missing backlinks regions are added and filled, for the notes that the settings mean', async () => {
	const host = await startHost(built, { files: FILES, data: { backlinks: 'technology' } });
	expect(host.run('add-backlinks')).toBe(true);
	await until(() => host.notices.length > 0);
	const texts = host.texts();
	expect(texts['Stackbook/Flink.md']).toMatch(REGION);
	expect(texts['Stackbook/Kafka.md']).toMatch(REGION);
	expect(texts['Stackbook/Kafka.md']).toContain('- [[Flink]]: 读 Kafka。');
	expect(texts['Stackbook/Log.md']).toBe(FILES['Stackbook/Log.md']);
	expect(texts['Stackbook/Home.md']).toBe(FILES['Stackbook/Home.md']);
	host.run('add-backlinks');
	await until(() => host.notices.length > 1);
	expect(host.texts()).toEqual(texts);
});

test('the command is not offered where no note is to have a region', async () => {
	const host = await startHost(built, { files: FILES, data: { backlinks: 'none' } });
	expect(host.run('add-backlinks')).toBe(false);
});
