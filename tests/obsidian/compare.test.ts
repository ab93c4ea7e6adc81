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
		configurable: true,
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

/** Nine technologies that say the same on one criterion, prove it, and differ on another. */
const NINE: Readonly<Record<string, string>> = {
	'Stackbook/Home.md': '---\ntype: home\nformat: 1\nlanguage: en\n---\n',
	...Object.fromEntries(
		Array.from('ABCDEFGHI', letter => [
			`Stackbook/Tech ${letter}.md`,
			`---\ntype: technology\nid: ${letter}\ncategory: x\nModel: stream\nSpeed: ${letter}\n---\n\n## Model\n`,
		]),
	),
};

async function openDialog(files: Readonly<Record<string, string>>): Promise<{
	host: Awaited<ReturnType<typeof startHost>>;
	boxes: () => HTMLInputElement[];
	press: (text: string) => void;
	table: () => string;
}> {
	const host = await startHost(built, { files });
	host.run('compare-technologies');
	await until(() => document.querySelector('fieldset') !== null);
	return {
		host,
		boxes: () => [...document.querySelectorAll<HTMLInputElement>('fieldset input')],
		press: text =>
			[...document.querySelectorAll('button')].find(one => one.textContent === text)?.click(),
		table: () => [...host.rendered].join('\n---- and ----\n'),
	};
}

test('at most eight technologies can be picked, and another one once one is given up', async () => {
	const { host, boxes } = await openDialog(NINE);
	expect(boxes()).toHaveLength(9);
	for (const box of boxes().slice(0, 8)) box.click();
	expect(boxes().map(box => box.disabled)).toEqual([...Array<boolean>(8).fill(false), true]);
	boxes()[0]?.click();
	expect(boxes().some(box => box.disabled)).toBe(false);
	host.plugin.unload();
});

test('what is unticked one after the other stays away, and one table at a time is drawn', async () => {
	const { host, boxes, press, table } = await openDialog(NINE);
	for (const box of boxes().slice(0, 4)) box.click();
	press('Compare');
	await until(() => host.rendered.size > 0);
	const picker = (name: string): HTMLInputElement | undefined =>
		boxes()
			.slice(9)
			.find(box => box.nextSibling?.textContent === name);
	for (const name of ['Tech A', 'Tech B', 'Tech C', 'Model']) {
		picker(name)?.click();
		await until(() => host.rendered.size === 1 && !table().includes(name));
	}
	expect(table().split('\n')).toEqual([
		'| Criterion | [[Tech D]] |',
		'| --- | --- |',
		'| Speed | D |',
	]);
	picker('Tech B')?.click();
	await until(() => host.rendered.size === 1 && table().includes('Tech B'));
	expect(table().split('\n')[0]).toBe('| Criterion | [[Tech B]] | [[Tech D]] |');
	host.plugin.unload();
	expect(host.rendered.size).toBe(0);
});

test('the copied table links each value to the section that proves it', async () => {
	const copied: string[] = [];
	Object.defineProperty(navigator, 'clipboard', {
		value: { writeText: (text: string) => Promise.resolve(void copied.push(text)) },
		configurable: true,
	});
	const { host, boxes, press } = await openDialog(NINE);
	for (const box of boxes().slice(0, 2)) box.click();
	press('Compare');
	await until(() => host.rendered.size > 0);
	press('Copy as Markdown');
	await until(() => host.notices.length > 0);
	expect(copied[0]?.split('\n')[2]).toBe(
		'| Model | stream [[Tech A#Model\\|source]] | stream [[Tech B#Model\\|source]] |',
	);
	host.plugin.unload();
});
