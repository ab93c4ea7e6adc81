import { expect, test } from '@jest/globals';
import { hostsOfFile } from './in-jest';
import { parseNote } from './page/metadata/parse-note';
import { resolveSubpath } from './page/metadata/subpath';
import { smallPlugin } from './support/small-plugin';

const open = hostsOfFile({ plugin: smallPlugin() });

const NOTE = `---
tags: [数据, stream]
up: "[[Kafka#日志|log]]"
---
# 流 #处理

Text with [[Kafka]] and ![[图.png]] and [md](A%20b.md) and [out](https://x.y), ^para-1
\`[[code]]\` %%[[comment]]%% #标签/子 #123 not#tag

- [ ] open ^t1
- [x] done
  - [/] nested [[Deep|words]]
- plain

\`\`\`sql
SELECT [[nothing]] -- #none
\`\`\`

> [!note]- Title
> body

| a | b |
| --- | --- |
| [[Kafka\\|k]] | c |

^tab

## Second
`;

function textAt({
	position,
}: {
	position: { start: { offset: number }; end: { offset: number } };
}): string {
	return NOTE.slice(position.start.offset, position.end.offset);
}

test('links, embeds and tags are where they are, and not in code or comments', () => {
	const cache = parseNote(NOTE);
	expect(cache.links?.map(({ link, displayText }) => [link, displayText])).toEqual([
		...[
			['Kafka', 'Kafka'],
			['A b.md', 'md'],
			['Deep', 'words'],
			['Kafka', 'k'],
		],
	]);
	expect(cache.links?.map(textAt)).toEqual(cache.links?.map(({ original }) => original));
	expect(cache.embeds?.map(textAt)).toEqual(['![[图.png]]']);
	expect(cache.tags?.map(({ tag }) => tag)).toEqual(['#处理', '#标签/子']);
	expect(cache.frontmatterLinks).toEqual([
		{ key: 'up', link: 'Kafka#日志', original: '[[Kafka#日志|log]]', displayText: 'log' },
	]);
	expect(cache.frontmatter).toEqual({ tags: ['数据', 'stream'], up: '[[Kafka#日志|log]]' });
});

test('headings, sections, tasks and blocks are where they are', () => {
	const cache = parseNote(NOTE);
	expect(cache.headings?.map(({ heading, level }) => [heading, level])).toEqual([
		['流 #处理', 1],
		['Second', 2],
	]);
	expect(cache.sections?.map(({ type }) => type)).toEqual([
		...['yaml', 'heading', 'paragraph', 'list', 'code', 'callout', 'table', 'paragraph', 'heading'],
	]);
	expect(cache.listItems?.map(({ task, parent }) => [task, parent])).toEqual([
		[' ', -9],
		['x', -9],
		['/', 10],
		[undefined, -9],
	]);
	expect(cache.listItems?.map(textAt)[1]).toBe('- [x] done');
	expect(Object.keys(cache.blocks ?? {})).toEqual(['t1', 'tab']);
	expect(
		textAt(cache.blocks?.tab ?? { position: { start: { offset: 0 }, end: { offset: 0 } } }),
	).toMatch(/^\| a/);
});

test('a heading or a block is found by what a link says behind #', () => {
	const cache = parseNote('# A\n## B c\ntext ^id\n## D\n# E\n');
	const range = (subpath: string): unknown => {
		const found = resolveSubpath(cache, subpath);
		return found && [found.type, found.start.line, found.end?.line];
	};
	expect(range('#B c')).toEqual(['heading', 1, 3]);
	expect(range('#A#D')).toEqual(['heading', 3, 4]);
	expect(range('#^ID')).toEqual(['block', 2, 2]);
	expect(range('#none')).toBeNull();
});

test('a change is told after the file is written: changed, resolve, then resolved', async () => {
	const host = await open({ vault: { 'a.md': '[[b]]' } });
	const log = await host.page.evaluate(async () => {
		const { vault, metadataCache } = window.app;
		const heard: string[] = [];
		vault.on('modify', () => heard.push('modify'));
		for (const name of ['changed', 'resolve', 'resolved']) {
			metadataCache.on(name, () => heard.push(name));
		}
		const file = vault.getFileByPath('a.md');
		if (file) await vault.modify(file, '[[c]]');
		heard.push(`old: ${JSON.stringify(metadataCache.unresolvedLinks)}`);
		await metadataCache.whenQuiet();
		heard.push(`new: ${JSON.stringify(metadataCache.unresolvedLinks)}`);
		return heard;
	});
	expect(log).toEqual([
		...['modify', 'old: {"a.md":{"b":1}}', 'changed', 'resolve', 'resolved'],
		'new: {"a.md":{"c":1}}',
	]);
});

test('links of other notes are resolved anew when a note comes, moves or goes', async () => {
	const host = await open({ vault: { 'a.md': '[[b]] [[b]]' } });
	const links = (): Promise<unknown> =>
		host.page.evaluate(async () => {
			const { metadataCache } = window.app;
			await metadataCache.whenQuiet();
			return [metadataCache.resolvedLinks['a.md'], metadataCache.unresolvedLinks['a.md']];
		});
	expect(await links()).toEqual([{}, { b: 2 }]);
	await host.writeOutside('sub/b.md', '');
	expect(await links()).toEqual([{ 'sub/b.md': 2 }, {}]);
	await host.rename('sub/b.md', 'sub/c.md');
	expect(await host.text('a.md')).toBe('[[c]] [[c]]');
	expect(await links()).toEqual([{ 'sub/c.md': 2 }, {}]);
	await host.deleteOutside('sub/c.md');
	expect(await links()).toEqual([{}, { c: 2 }]);
});

test('a link means the nearest note of its name', async () => {
	const host = await open({
		vault: { 'x/N.md': '', 'y/z/N.md': '', 'y/M.md': '', 'Only.md': '', 'pic.png': '' },
	});
	const found = await host.page.evaluate(() => {
		const { metadataCache, vault } = window.app;
		const to = (link: string, from: string): string | undefined =>
			metadataCache.getFirstLinkpathDest(link, from)?.path;
		const file = vault.getFileByPath('y/z/N.md');
		const only = vault.getFileByPath('Only.md');
		return [
			...[to('N', 'y/z/q.md'), to('n', 'q.md'), to('z/N', 'q.md'), to('../M', 'y/z/q.md')],
			...[to('pic.png', ''), to('none', ''), to('', 'Only.md')],
			file && metadataCache.fileToLinktext(file, ''),
			only && metadataCache.fileToLinktext(only, ''),
		];
	});
	expect(found).toEqual(
		[
			...['y/z/N.md', 'x/N.md', 'y/z/N.md', 'y/M.md', 'pic.png', null, 'Only.md'],
			...['y/z/N', 'Only'],
		].map(path => path ?? undefined),
	);
});
