import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Root } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { classifyLines } from '../../../src/core/markdown/block-lines';
import { inlineMarkdown } from '../../../src/core/markdown/inline-markdown';
import { splitLines } from '../../../src/core/text/line';
import { propertyRuns } from '../../support/property-runs';

function blocksOf(markdown: string): string[] {
	const root: Root = unified().use(remarkParse).parse(markdown);
	return root.children.map(({ type }) => type);
}

describe('a line that would begin a block', () => {
	test.each([
		['1. What is it?', '1\\. What is it?'],
		['12) What?', '12\\) What?'],
		['- What?', '\\- What?'],
		['+ What?', '\\+ What?'],
		['* What?', '\\* What?'],
		['> What?', '\\> What?'],
		['# What?', '\\# What?'],
		['-', '\\-'],
		['---', '\\---'],
		['* * *', '\\* * *'],
		['```js', '\\```js'],
		['~~~', '\\~~~'],
		['$$', '\\$$'],
		['%% what', '\\%% what'],
		['<!-- what', '\\<!-- what'],
		['<div> **what**', '\\<div> **what**'],
		['[a]: what', '\\[a]: what'],
		['[^1]: what', '\\[^1]: what'],
		['    what', 'what'],
	])('%j is within its line %j', (prompt, inline) => {
		expect(inlineMarkdown(prompt)).toBe(inline);
	});
});

test.each([
	...['What is **it**?', '1.5 GB or 2?', '-1 or 1?', '#tag?', '**Why**?', '*Why*?', '`a` and `b`?'],
	...[
		'[[Kafka]]?',
		'[a](b)?',
		'~~a~~?',
		'$x$?',
		'%%a%% b?',
		'<kbd>a</kbd>?',
		'2024 年？',
		'__a__?',
	],
])('%j stays as it is', prompt => {
	expect(inlineMarkdown(prompt)).toBe(prompt);
});

test('any line is one paragraph, or nothing', () => {
	const piece = fc.constantFrom(
		...[
			'1.',
			'2)',
			'-',
			'+',
			'*',
			'>',
			'#',
			'##',
			'```',
			'~~~',
			'$$',
			'%%',
			'<!--',
			'-->',
			'<div>',
		],
		...[
			'</p>',
			'<?',
			'<!A',
			'<![CDATA[',
			'<b>',
			'[a]:',
			'---',
			'___',
			'=',
			' ',
			'\t',
			'    ',
			'a',
			'|',
		],
		...['\\', '`', '_', '\u00a0', '字'],
	);
	fc.assert(
		fc.property(fc.array(piece, { maxLength: 6 }), pieces => {
			const inline = inlineMarkdown(pieces.join(''));
			expect(['', 'paragraph']).toContain(blocksOf(inline).join());
			expect(classifyLines(inline, splitLines(inline), 0).literal).toEqual([false]);
		}),
		{ numRuns: propertyRuns(1000) },
	);
});
