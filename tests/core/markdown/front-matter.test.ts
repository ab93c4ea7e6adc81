import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { bodyStart, splitFrontMatter } from '../../../src/core/markdown/front-matter';
import { anyMarkdown } from '../../support/hostile-markdown';
import { propertyRuns } from '../../support/property-runs';

const BYTE_ORDER_MARK = '\uFEFF';

/** Content and body of a note, or what kind of none it has. */
function partsOf(text: string): readonly [content: string, body: string] | 'none' | 'unclosed' {
	const split = splitFrontMatter(text);
	if (split.kind !== 'found') return split.kind;
	return [text.slice(split.content.start, split.content.end), text.slice(bodyStart(text, split))];
}

describe('splitFrontMatter', () => {
	test('finds the block between the first two lines of three dashes', () => {
		expect(partsOf('---\na: 1\n---\nbody\n---\n')).toEqual(['a: 1\n', 'body\n---\n']);
		expect(splitFrontMatter('---\na: 1\n---\nbody')).toEqual({
			kind: 'found',
			block: { start: 0, end: 13 },
			content: { start: 4, end: 9 },
		});
	});

	test('finds an empty block, and one that ends the note', () => {
		expect(partsOf('---\n---\n')).toEqual(['', '']);
		expect(partsOf('---\na: 1\n---')).toEqual(['a: 1\n', '']);
	});

	test('keeps CRLF, lone CR and spaces after the dashes', () => {
		expect(partsOf('---\r\na: 1\r\n---\r\nbody')).toEqual(['a: 1\r\n', 'body']);
		expect(partsOf('---\ra: 1\r---\rbody')).toEqual(['a: 1\r', 'body']);
		expect(partsOf('--- \t\na: 1\n---  \nbody')).toEqual(['a: 1\n', 'body']);
	});

	test('looks behind a byte order mark', () => {
		expect(partsOf(`${BYTE_ORDER_MARK}---\na: 1\n---\nbody`)).toEqual(['a: 1\n', 'body']);
	});

	test.each([
		['there are no dashes', 'a: 1\n'],
		['the note is empty', ''],
		['a blank line comes first', '\n---\na: 1\n---\n'],
		['the dashes are indented', ' ---\na: 1\n---\n'],
		['there are four dashes', '----\na: 1\n----\n'],
		['an engine is named, which other tools would run', '---js\n{ a: process.exit() }\n---\n'],
		['text follows the dashes', '--- # yes\na: 1\n---\n'],
		['text follows the dashes far behind', `---${' '.repeat(200)}x\na: 1\n---\n`],
	])('finds none where %s', (_, text) => {
		expect(partsOf(text)).toBe('none');
	});

	test.each([
		['no other dashes come', '---\na: 1\n'],
		['the closing dashes are indented', '---\na: 1\n ---\n'],
		['the closing line has more on it', '---\na: 1\n--- b\n'],
		['dots close it, which Obsidian does not know', '---\na: 1\n...\nbody'],
		['only the dashes stand in the note', '---'],
	])('is unclosed where %s', (_, text) => {
		expect(partsOf(text)).toBe('unclosed');
	});

	test('keeps every byte: mark, fence, content, fence and body make the note again', () => {
		fc.assert(
			fc.property(anyMarkdown, text => {
				const split = splitFrontMatter(text);
				if (split.kind !== 'found') {
					expect(bodyStart(text, split)).toBe(text.startsWith(BYTE_ORDER_MARK) ? 1 : 0);
					return;
				}
				const { block, content } = split;
				expect([block.start, content.start, content.end, block.end]).toEqual(
					[block.start, content.start, content.end, block.end].sort((a, b) => a - b),
				);
				expect(text.slice(0, block.start)).toBe(block.start === 1 ? BYTE_ORDER_MARK : '');
				expect(text.slice(block.start, content.start)).toMatch(/^---[ \t]*(?:\r\n|\n|\r)$/);
				expect(text.slice(content.end, block.end)).toMatch(/^---[ \t]*(?:\r\n|\n|\r)?$/);
				expect(bodyStart(text, split)).toBe(block.end);
			}),
			{ numRuns: propertyRuns(500) },
		);
	});
});

describe('bodyStart', () => {
	test('is after the block, or after a byte order mark, or zero', () => {
		const startOf = (text: string): number => bodyStart(text, splitFrontMatter(text));
		expect(startOf('---\na: 1\n---\nbody')).toBe(13);
		expect(startOf(`${BYTE_ORDER_MARK}body`)).toBe(1);
		expect(startOf('---\nunclosed')).toBe(0);
		expect(startOf('')).toBe(0);
	});
});
