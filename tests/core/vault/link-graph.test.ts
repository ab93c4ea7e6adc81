import { describe, expect, test } from '@jest/globals';
import { createFileNames } from '../../../src/core/vault/file-names';
import { createLinkGraph } from '../../../src/core/vault/link-graph';
import type { LinkGraph } from '../../../src/core/vault/link-graph';
import { aNote } from '../../support/a-note';

function aGraph(files: Readonly<Record<string, string>>): LinkGraph {
	const names = createFileNames();
	const graph = createLinkGraph(names);
	for (const path of Object.keys(files)) names.add(path);
	for (const [path, text] of Object.entries(files)) graph.connect(aNote(path, text));
	return graph;
}

const sources = (graph: LinkGraph, path: string): string[] =>
	graph.backlinks(path).map(({ source, link }) => `${source}:${link.line}`);

describe('backlinks', () => {
	test('come in the order of their notes and places', () => {
		const graph = aGraph({
			'z.md': '[[k]]',
			'a.md': 'x\n[[k]]\n[[k|again]] [[other]]',
			'k.md': '',
			'm.md': '---\nup: "[[k]]"\n---\n![[k#h]]',
		});
		expect(sources(graph, 'k.md')).toEqual(['a.md:2', 'a.md:3', 'm.md:2', 'm.md:4', 'z.md:1']);
	});

	test('of a note to itself are none', () => {
		expect(sources(aGraph({ 'k.md': '[[k]] [[#h]] [[k#h]]' }), 'k.md')).toEqual([]);
	});

	test('lead to attachments too, and to nothing where nothing is', () => {
		const graph = aGraph({ 'a.md': '![[p.png]] [[missing]]', 'p.png': '' });
		expect(sources(graph, 'p.png')).toEqual(['a.md:1']);
		expect(sources(graph, 'missing.md')).toEqual([]);
	});

	test('of an ambiguous link lead to the file that Obsidian would open', () => {
		const graph = aGraph({ 'a/x.md': '[[k]]', 'a/k.md': '', 'b/k.md': '' });
		expect(sources(graph, 'a/k.md')).toEqual(['a/x.md:1']);
		expect(sources(graph, 'b/k.md')).toEqual([]);
	});

	test('go when their note is disconnected', () => {
		const graph = aGraph({ 'a.md': '[[k]] [[k]]', 'b.md': '[[k]]', 'k.md': '' });
		graph.disconnect('a.md');
		graph.disconnect('never.md');
		expect(sources(graph, 'k.md')).toEqual(['b.md:1']);
	});

	test('follow when a file of their name comes', () => {
		const names = createFileNames();
		const graph = createLinkGraph(names);
		names.add('x.md');
		graph.connect(aNote('x.md', '[[K]] [[folder/k.md]]'));
		names.add('folder/k.md');
		graph.reconnectLinksTo('folder/k.md');
		expect(sources(graph, 'folder/k.md')).toEqual(['x.md:1', 'x.md:1']);
	});
});
