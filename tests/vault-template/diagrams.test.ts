import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { checkDiagrams } from '../support/diagrams';
import type { Diagram } from '../support/diagrams';
import { listFiles } from '../support/list-files';
import { ROOT } from '../support/room-table';

/** Mermaid fences at any depth of quotes and lists, with the line on which each begins. */
function findDiagrams(path: string): Diagram[] {
	const diagrams: Diagram[] = [];
	let open: { line: number; indent: string; lines: string[] } | undefined;
	for (const [at, line] of readFileSync(join(ROOT, path), 'utf8').split('\n').entries()) {
		const fence = /^([\s>]*)```(\w*)\s*$/.exec(line);
		if (open === undefined) {
			if (fence?.[2] === 'mermaid') open = { line: at + 1, indent: fence[1] ?? '', lines: [] };
		} else if (fence === null) {
			open.lines.push(line.slice(open.indent.length));
		} else {
			diagrams.push({ path, line: open.line, text: open.lines.join('\n') });
			open = undefined;
		}
	}
	return diagrams;
}

const shipped = listFiles('vault-template/zh', /\.md$/).flatMap(findDiagrams);

test('every shipped diagram is understood by the Mermaid of Obsidian 1.13 and by the newest', () => {
	expect(shipped).not.toEqual([]);
	expect(checkDiagrams(shipped)).toEqual([]);
}, 60_000);

test('the check finds a broken diagram, in both versions', () => {
	const broken = { path: 'a.md', line: 3, text: 'flowchart TD\n  A[foo (bar)] --> B' };
	expect(checkDiagrams([broken])).toEqual([
		expect.objectContaining({ path: 'a.md', line: 3, version: '12' }),
		expect.objectContaining({ path: 'a.md', line: 3, version: '11.13' }),
	]);
}, 60_000);

test('no shipped diagram runs code, changes settings or brings its own HTML', () => {
	const refused = shipped.filter(({ text }) => /^\s*click\s|%%\{|<(?!br\s*\/?>)[a-z]/im.test(text));
	expect(refused).toEqual([]);
});
