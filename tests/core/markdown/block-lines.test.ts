import { describe, expect, test } from '@jest/globals';
import { classifyLines } from '../../../src/core/markdown/block-lines';
import { splitLines } from '../../../src/core/text/line';

/** The note with every literal line written as `█`. */
function classify(text: string): string {
	const lines = splitLines(text);
	const { literal } = classifyLines(text, lines, 0);
	return lines.map(({ start, end }, i) => (literal[i] ? '█' : text.slice(start, end))).join('\n');
}

describe('fenced code', () => {
	test.each([
		['ends with as many marks', '```\na\n```\nb', '█\n█\n█\nb'],
		['ends with more marks, not with fewer', '````\n```\na\n`````\nb', '█\n█\n█\n█\nb'],
		['ends with its own kind of marks', '~~~\n```\na\n~~~\nb', '█\n█\n█\n█\nb'],
		['may name a language', '```ts x\na\n```\nb', '█\n█\n█\nb'],
		['is no line that closes on itself', '```a```\nb', '```a```\nb'],
		['may be indented by three spaces', '   ```\na\n   ```\nb', '█\n█\n█\nb'],
		['does not end at a mark indented by four', '```\n    ```\na\n```\nb', '█\n█\n█\n█\nb'],
		['does not begin within a paragraph by four spaces', 'a\n    ```\nb', 'a\n    ```\nb'],
		['does not end with a language behind the marks', '```\n```js\n```\nb', '█\n█\n█\nb'],
		['runs to the end if nobody closes it', 'a\n```\nb\n# c', 'a\n█\n█\n█'],
		['keeps its blank lines', '```\n\n\na\n```\nb', '█\n█\n█\n█\n█\nb'],
		['interrupts a paragraph', 'a\n```\nb\n```\nc', 'a\n█\n█\n█\nc'],
	])('%s', (_, text, expected) => {
		expect(classify(text)).toBe(expected);
	});

	test.each([
		['in a quote', '> ```\n> a\n> ```\n> b\nc', '█\n█\n█\n> b\nc'],
		['in a quote in a quote', '> > ```\n> > a\n> > ```\nb', '█\n█\n█\nb'],
		['in a quote that ends first', '> ```\n> a\nb', '█\n█\nb'],
		['in a callout, with marks deeper in', '> ```\n> > ```\n> ```\nb', '█\n█\n█\nb'],
		['in a list', '- ```\n  a\n  ```\n- b', '█\n█\n█\n- b'],
		['in a numbered list', '1. a\n   ```\n   b\n   ```\nc', '1. a\n█\n█\n█\nc'],
		['in a list in a list', '- a\n  - b\n    ```\n    c\n    ```\n- d', '- a\n  - b\n█\n█\n█\n- d'],
		['in a list that ends first', '- ```\n  a\n\nb\n# c', '█\n█\n█\nb\n# c'],
		['in a quote in a list', '- > ```\n  > a\n  > ```\n- b', '█\n█\n█\n- b'],
		['in a list in a quote', '> - ```\n>   a\n>   ```\n> b', '█\n█\n█\n> b'],
	])('stands %s', (_, text, expected) => {
		expect(classify(text)).toBe(expected);
	});
});

describe('indented code', () => {
	test.each([
		['begins the note', '    a\nb', '█\nb'],
		['comes after a blank line', 'a\n\n    b\n\tc\n\nd', 'a\n\n█\n█\n\nd'],
		['goes on after blank lines', '    a\n\n\n    b', '█\n\n\n█'],
		['is no more of a paragraph', 'a\n    b', 'a\n    b'],
		['is no paragraph of a list', '- a\n\n    b\nc', '- a\n\n    b\nc'],
		['is no item of a list', '- a\n\n    - b\n\n        - c', '- a\n\n    - b\n\n        - c'],
		['comes after a list and a paragraph', '- a\n\nb\n\n    c', '- a\n\nb\n\n█'],
		['comes straight after a heading', '# a\n    b', '# a\n█'],
		['comes after a list and a heading', '- a\n# b\n\n    c', '- a\n# b\n\n█'],
		['comes straight after a fence', '```\na\n```\n    b', '█\n█\n█\n█'],
		['comes after a list in a quote', '> - a\n\n    b', '> - a\n\n█'],
		['stands in a quote', '>     a\n> b', '█\n> b'],
		['stands in a list', '- a\n\n      b\n\n  c', '- a\n\n█\n\n  c'],
		['is no quote within a list', '- a\n  > b\n\n    c', '- a\n  > b\n\n    c'],
	])('%s', (_, text, expected) => {
		expect(classify(text)).toBe(expected);
	});
});

describe('math and comments', () => {
	test.each([
		['math', '$$\na\n$$\nb', '█\n█\n█\nb'],
		['a comment', '%%\na\n# b\n\n%%\nc', '█\n█\n█\n█\n█\nc'],
		['a comment with text on its first line', '%% a\nb %%\nc', '█\n█\nc'],
		['an HTML comment', '<!--\na\n\n# b\n-->\nc', '█\n█\n█\n█\n█\nc'],
		['an HTML comment with text on its first line', '<!-- a\nb --> x\nc', '█\n█\nc'],
		['a comment that nobody closes', '%%\na\n# b', '█\n█\n█'],
		['a comment in a quote', '> %%\n> a\n> %%\nb', '█\n█\n█\nb'],
		['a comment that nobody closes in its quote', '> %% a\n> b\nc', '█\n█\nc'],
		['an HTML comment that nobody closes in its quote', '> <!-- a\n\n# b', '█\n\n# b'],
		['math that nobody closes in its item', '- $$\n  a\n# c', '█\n█\n# c'],
		['a comment that nobody closes in its item', '- %% a\n\n  b\n\n# c', '█\n█\n█\n█\n# c'],
	])('of several lines hide them: %s', (_, text, expected) => {
		expect(classify(text)).toBe(expected);
	});

	test.each(['$$a$$ b', '%% a %% b', '<!-- a --> b', 'a %% b', 'a <!-- b', 'a $$'])(
		'on a line are left to the line: %s',
		text => {
			expect(classify(`${text}\nc`)).toBe(`${text}\nc`);
		},
	);

	test.each([
		['a comment ends at the start of a line', 'a %% b\n%% c\nd', 'a %% b\n%% c\nd'],
		['and another one begins there', 'a %% b\n%% c %% d\n%%\ne', 'a %% b\n%% c %% d\n%%\ne'],
		['in its quote', '> a %% b\n> %% c\n> d', '> a %% b\n> %% c\n> d'],
		['in its item', '- a %% b\n  %% c\nd', '- a %% b\n  %% c\nd'],
	])('that begin behind a text go on with their paragraph: %s', (_, text, expected) => {
		expect(classify(text)).toBe(expected);
	});

	test.each([
		['a blank line', 'a %% b\n\n```\nc\n```\nd', 'a %% b\n\n█\n█\n█\nd'],
		['a heading', 'a %% b\n# c\n```\nd', 'a %% b\n# c\n█\n█'],
		['code', 'a %% b\n```\n%% c\n```\nd', 'a %% b\n█\n█\n█\nd'],
		['the end of the quote', '> a %% b\n\n%%\nc\n%%\nd', '> a %% b\n\n█\n█\n█\nd'],
		['the next item', '- a %% b\n- c\n\n%%\nd', '- a %% b\n- c\n\n█\n█'],
		['code within the line', 'a `%%` b\n%%\nc\n%%\nd', 'a `%%` b\n█\n█\n█\nd'],
	])('that begin behind a text end at the latest with %s', (_, text, expected) => {
		expect(classify(text)).toBe(expected);
	});

	test('do not begin in code', () => {
		expect(classify('```\n%%\n```\na\n    \n\n    <!--\n\nb')).toBe('█\n█\n█\na\n    \n\n█\n\nb');
	});
});

describe('long lines', () => {
	test('are not read, and are named', () => {
		const text = `a\n${'x'.repeat(20_001)}\nb\n${'y'.repeat(20_000)}`;
		const { literal, skipped } = classifyLines(text, splitLines(text), 0);
		expect(literal).toEqual([false, true, false, false]);
		expect(skipped).toEqual([2]);
	});
});

describe('markers', () => {
	const BEGIN = '<!-- stackbook:begin backlinks -->';

	test.each([
		['in text', `a\n\n${BEGIN}\n`, 1],
		['in a fence', `\`\`\`\n${BEGIN}\n\`\`\`\n`, 0],
		['in a comment', `%%\n${BEGIN}\n%%\n`, 0],
		['in an HTML comment', `<!--\n${BEGIN}\n`, 0],
		['in math', `$$\n${BEGIN}\n$$\n`, 0],
		['in a quote', `> ${BEGIN}\n`, 0],
		['in indented code', `    ${BEGIN}\n`, 0],
	])('%s', (_, text, count) => {
		expect(classifyLines(text, splitLines(text), 0).markers).toHaveLength(count);
	});

	test('in front matter are none', () => {
		const text = `---\n${BEGIN}\n---\n`;
		expect(classifyLines(text, splitLines(text), text.length).markers).toEqual([]);
	});
});
