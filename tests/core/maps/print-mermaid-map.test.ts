import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { printMermaidText, targetsOfMap } from '../../../src/core/maps/mermaid-text';
import { regionBody } from '../../../src/core/regions/region-body';
import { planNoteRefresh } from '../../../src/core/regions/plan-refresh';
import { aVault } from '../../support/a-note';
import { checkDiagrams } from '../../support/diagrams';

/** What the region `map` of a note says in a vault. */
function mapOf(files: Readonly<Record<string, string>>, path: string, name = 'map'): string {
	const index = aVault(files);
	const note = index.find(path);
	if (!note) throw new Error(path);
	return regionBody(index, note, name) ?? 'no such region';
}

const technology = (...items: string[]): string =>
	['---', 'type: technology', 'category: c', '---', '## 关系', ...items, ''].join('\n');

describe('a map', () => {
	test('is a flowchart whose nodes are links, with the word of each relation', () => {
		const files = {
			'F.md': technology('- **上游** [[K]]：x', '- **替代** [[S]]：x', '- **下游** [[K]]：x'),
			'K.md': technology(),
			'S.md': technology('- **集成** [[C]]：x'),
			'C.md': technology('- **基于** [[F]]：x'),
		};
		expect(mapOf(files, 'F.md')).toBe(
			[
				'```mermaid',
				'flowchart LR',
				'  n1["F"]',
				'  n2["C"]',
				'  n3["S"]',
				'  n4["K"]',
				'  n1 -.-|"替代"| n3',
				'  n1 <-->|"下游 / 上游"| n4',
				'  n2 -->|"基于"| n1',
				'  class n2,n3,n4 internal-link',
				'  style n1 stroke-width:3px',
				'```',
			].join('\n'),
		);
	});

	test('says how many notes it leaves out, in the language of the notes', () => {
		const others = Object.fromEntries(
			Array.from({ length: 13 }, (_, i) => [`N${i}.md`, technology('- **上游** [[A]]：x')]),
		);
		expect(mapOf({ ...others, 'A.md': technology() }, 'A.md')).toMatch(
			/\n```\n\n另有 2 篇相关笔记没有画出。$/,
		);
		const home = '---\ntype: home\nlanguage: en\n---\n';
		expect(mapOf({ ...others, 'A.md': technology(), 'Home.md': home }, 'A.md')).toMatch(
			/\|"Downstream"\|[^]*\n\nRelated notes that are not drawn: 2\.$/,
		);
	});

	test('names a note by its path where its title is that of another one too', () => {
		const files = {
			'A.md': technology('- **上游** [[x/Same]]：x'),
			'x/Same.md': technology(),
			'y/Same.md': technology(),
		};
		expect(targetsOfMap(mapOf(files, 'A.md'))).toEqual(['A', 'x/Same']);
	});

	test('is empty where there is nothing to draw', () => {
		expect(mapOf({ 'A.md': technology(), 'P.md': '' }, 'A.md')).toBe('');
		expect(mapOf({ 'A.md': technology(), 'P.md': '' }, 'P.md')).toBe('');
		expect(mapOf({ 'A.md': technology() }, 'A.md', 'map:table-format')).toBe('');
	});

	test('of a comparison shows its alternatives; of a category, its technologies', () => {
		const files = {
			'A.md': technology('- **替代** [[B]]：x', '- **上游** [[C]]：x'),
			'B.md': technology(),
			'C.md': technology(),
			'V.md': '---\ntype: comparison\nalternatives:\n  - "[[A]]"\n  - "[[B]]"\n---\n',
		};
		expect(targetsOfMap(mapOf(files, 'V.md'))).toEqual(['A', 'B']);
		expect(targetsOfMap(mapOf(files, 'V.md', 'map:c'))).toEqual(['A', 'B', 'C']);
	});

	test('stays as it is while a note on it cannot be read', () => {
		const body = mapOf({ 'A.md': technology('- **上游** [[B]]：x'), 'B.md': technology() }, 'A.md');
		const region = `<!-- stackbook:begin map hash=0 -->\n\n${body}\n\n<!-- stackbook:end map -->\n`;
		const index = aVault({
			'A.md': technology('- **上游** [[B]]：x', '', region),
			'B.md': '---\ntype: [technology\n---\n',
		});
		const note = index.find('A.md');
		expect(note && planNoteRefresh(index, note)).toMatchObject({
			kind: 'refused',
			reason: 'unreadable-source',
			source: 'B.md',
		});
	});
});

const HOSTILE = [
	'end',
	'class n1 x',
	'click n1 "javascript:alert(1)"',
	'"quoted"',
	'a"]; n9["b',
	'[[brackets]]',
	'(round) {curly} <b>bold</b>',
	'<img src=x onerror=alert(1)>',
	'%%{init: {}}%%',
	'%% comment',
	'a|b\\c',
	'#35; &quot; #quot;',
	'`code` **bold** _under_',
	'1. list',
	'- list',
	'subgraph x',
	'style n1:#fff;',
	'C# 与 .NET',
	'表 | 格 · 「引号」',
	'😀👨‍👩‍👧 emoji',
	'x'.repeat(200),
	'流'.repeat(200),
];

describe('titles that mean something to Mermaid', () => {
	test('are drawn by both versions, and read back as they were', () => {
		const seed = { numRuns: 30, seed: 4 };
		const titles = [...HOSTILE];
		fc.assert(
			fc.property(
				fc.array(
					fc.oneof(fc.constantFrom(...'"[](){}<>|#;%&\\`*_-.=~^$:\'/\n 流a1'), fc.string()),
					{
						minLength: 1,
						maxLength: 30,
					},
				),
				parts => {
					titles.push(parts.join(''));
				},
			),
			seed,
		);
		const diagrams = titles.map((title, at) => {
			const label = printMermaidText(title);
			expect(targetsOfMap(`  n1["${label}"]`)).toEqual([asTitle(title)]);
			const text = `flowchart LR\n  n1["${label}"]\n  n2["b"]\n  n1 -.-|"替代"| n2\n  class n2 internal-link`;
			return { path: title, line: at, text };
		});
		expect(diagrams.length).toBeLessThanOrEqual(60);
		expect(checkDiagrams(diagrams)).toEqual([]);
	}, 60_000);
});

/** What cannot be seen becomes a blank; no file has it in its name. */
function asTitle(title: string): string {
	return title.replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]+/gu, ' ').trim() || '\u00a0';
}
