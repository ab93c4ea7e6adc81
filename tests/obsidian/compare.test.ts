/** @jest-environment jsdom */
// The built main.js in an Obsidian-like host, not in Obsidian: see support/obsidian-like-host.ts.
import { afterAll, expect, test } from '@jest/globals';
import { buildPlugin } from './support/built-plugin';
import { startHost, until } from './support/obsidian-like-host';
import { FILES } from './support/stream-notes';

const built = buildPlugin();
afterAll(built.remove);

test('shows two technologies side by side and copies the table', async () => {
	const copied: string[] = [];
	Object.defineProperty(navigator, 'clipboard', {
		value: { writeText: (text: string) => Promise.resolve(void copied.push(text)) },
	});
	const host = await startHost(built, { files: FILES });
	host.run('compare-technologies');
	await until(() => document.querySelector('fieldset') !== null);
	expect(document.querySelector('legend')?.textContent).toBe('Stream processing');
	const button = (text: string): HTMLButtonElement | undefined =>
		[...document.querySelectorAll('button')].find(one => one.textContent === text);
	const show = button('Compare');
	const [flink, storm] = document.querySelectorAll('input');
	flink?.click();
	expect(show?.disabled).toBe(true);
	storm?.click();
	expect(show?.disabled).toBe(false);
	show?.click();
	await until(() => host.rendered.size > 0);
	const table = [
		'| Criterion | [[Flink]] | [[Storm]] |',
		'| --- | --- | --- |',
		'| Model | record by record | tuple by tuple |',
	].join('\n');
	expect([...host.rendered]).toEqual([table]);
	button('Copy as Markdown')?.click();
	await until(() => host.notices.length > 0);
	expect(copied).toEqual([table]);
	host.plugin.unload();
	expect(host.rendered.size).toBe(0);
	expect(document.body.childElementCount).toBe(0);
	expect(host.texts()).toEqual(FILES);
});
