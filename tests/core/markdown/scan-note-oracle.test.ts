// remark-parse reads the same notes as a tree; where both must agree, they are each other's referee.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Nodes } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { bodyStart, splitFrontMatter } from '../../../src/core/markdown/front-matter';
import { scanNote } from '../../../src/core/markdown/scan-note';
import { listFiles } from '../../support/list-files';
import { ordinaryMarkdown } from '../../support/ordinary-markdown';
import { propertyRuns } from '../../support/property-runs';
import { ROOT } from '../../support/room-table';

interface Found {
	readonly type: string;
	readonly start: number;
	readonly end: number;
	readonly isTop: boolean;
	readonly depth: number;
}

/** Nodes of a body as remark sees them; offsets are those of the body. */
function nodesOf(body: string): Found[] {
	const found: Found[] = [];
	const visit = (node: Nodes, isTop: boolean): void => {
		found.push({
			type: node.type,
			start: node.position?.start.offset ?? 0,
			end: node.position?.end.offset ?? 0,
			isTop,
			depth: node.type === 'heading' ? node.depth : 0,
		});
		if ('children' in node) for (const child of node.children) visit(child, node.type === 'root');
	};
	visit(unified().use(remarkParse).parse(body), false);
	return found;
}

/** Letters and digits that a text shows in a range, so that container marks make no difference. */
const wordsIn = (text: string, { start, end }: { start: number; end: number }): string =>
	text.slice(start, end).replace(/[\s>]+/g, '');

function compare(text: string): void {
	const offset = bodyStart(text, splitFrontMatter(text));
	const { headings, links, masked } = scanNote(text, offset);
	const body = text.slice(offset);
	const nodes = nodesOf(body);
	const isSetext = ({ start }: Found): boolean => !/^ {0,3}#/.test(body.slice(start, start + 4));
	const theirs = nodes.filter(node => node.type === 'heading' && node.isTop && !isSetext(node));
	expect(headings.map(({ level, range }) => [level, range.start])).toEqual(
		theirs.map(({ depth, start }) => [depth, start + offset]),
	);
	const code = nodes.filter(({ type }) => type === 'code' || type === 'inlineCode');
	for (const { start, end } of code) {
		expect(wordsIn(masked, { start: start + offset, end: end + offset })).toBe('');
	}
	for (const { range } of links) {
		for (const { start, end } of code) {
			const isInside = range.start >= start + offset && range.end <= end + offset;
			expect([isInside, text.slice(range.start, range.end)]).toEqual([false, expect.anything()]);
		}
	}
}

/** Everything that remark takes for code is masked, and nothing else is. */
function compareMasks(body: string): void {
	const code = nodesOf(body).filter(({ type }) => type === 'code' || type === 'inlineCode');
	const { masked } = scanNote(body, 0);
	let prose = body;
	for (const { start, end } of code) {
		const hidden = body.slice(start, end).replace(/[^\r\n]/g, ' ');
		prose = prose.slice(0, start) + hidden + prose.slice(end);
	}
	// Marks of quotes and items before lines of code are no prose: either may show them or not.
	const wordsOf = (shown: string): string => shown.replace(/[\s>*\-.)\d]+/g, '');
	expect(wordsOf(masked)).toBe(wordsOf(prose));
}

describe('beside remark', () => {
	test('ordinary notes have the same headings, code and prose', () => {
		fc.assert(
			fc.property(ordinaryMarkdown, text => {
				compare(text);
				compareMasks(text);
			}),
			{ numRuns: propertyRuns(150, 3000) },
		);
	});

	const shipped = listFiles('vault-template/zh', /\.md$/);

	test('there are shipped notes to read', () => {
		expect(shipped.length).toBeGreaterThan(10);
	});

	test.each(shipped)('%s has the same headings and no link in code', path => {
		compare(readFileSync(join(ROOT, path), 'utf8'));
	});
});
