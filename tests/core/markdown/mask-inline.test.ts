import { describe, expect, test } from '@jest/globals';
import { blank, findInlineLiterals } from '../../../src/core/markdown/mask-inline';
import { splitLines } from '../../../src/core/text/line';

/** The text with every literal written as dots. */
function mask(text: string): string {
	let masked = text;
	for (const { start, end } of findInlineLiterals(text, splitLines(text))) {
		const hidden = text.slice(start, end).replace(/[^\r\n]/g, '.');
		masked = masked.slice(0, start) + hidden + masked.slice(end);
	}
	return masked;
}

test('blank keeps length and line breaks', () => {
	expect(blank('a中\r\n\u{1F600}\tb\n')).toBe('  \r\n    \n');
});

describe('code spans', () => {
	test.each([
		['a `b` c', 'a ... c'],
		['a ``b ` c`` d', 'a ......... d'],
		['a `b`` c` d', 'a ....... d'],
		['a `b c', 'a `b c'],
		['a ``b` c', 'a ``b` c'],
		['a \\`b` c', 'a \\`b` c'],
		['a `b\\` c', 'a .... c'],
		['`a` `b`', '... ...'],
		['`[[a]]` [[b]]', '....... [[b]]'],
		['| `a|b` | c |', '| ..... | c |'],
	])('%s', (text, expected) => {
		expect(mask(text)).toBe(expected);
	});

	test.each([
		['run over the lines of a paragraph', 'a `b\nc` d', 'a ..\n.. d'],
		['run over the lines of an item', '- a `b\n  c` d', '- a ..\n.... d'],
		['run over the lines of a quote', '> a `b\n> c` d', '> a ..\n.... d'],
		['run over CRLF', 'a `b\r\nc` d', 'a ..\r\n.. d'],
		['do not run over a blank line', 'a `b\n\nc` d', 'a `b\n\nc` d'],
		['do not run into a heading', 'a `b\n# c` d', 'a `b\n# c` d'],
		['do not run out of a heading', '# a `b\nc` d', '# a `b\nc` d'],
		['do not run into an item', '- a `b\n- c` d', '- a `b\n- c` d'],
		['do not run into a quote', 'a `b\n> c` d', 'a `b\n> c` d'],
		['do not run into an item of a quote', '> a `b\n> - c` d', '> a `b\n> - c` d'],
		['do not run into a deeper quote', '> a `b\n> > c` d', '> a `b\n> > c` d'],
		['do not run into a row', '| a `b |\n| c` d |', '| a `b |\n| c` d |'],
		['do not run over a rule', 'a `b\n---\nc` d', 'a `b\n---\nc` d'],
	])('%s', (_, text, expected) => {
		expect(mask(text)).toBe(expected);
	});
});

describe('math', () => {
	test.each([
		['a $b$ c', 'a ... c'],
		['a $$b$$ c', 'a ..... c'],
		['a $b c', 'a $b c'],
		['5$ and 6$', '5$ and 6$'],
		['a $ b$ c', 'a $ b$ c'],
		['a $b $ c', 'a $b $ c'],
		['from $5 to $6', 'from $5 to $6'],
		['a \\$b$ c', 'a \\$b$ c'],
		['a $b\nc$ d', 'a $b\nc$ d'],
		['a $b\rc$ d', 'a $b\rc$ d'],
		['a $$b\nc$$ d', 'a ...\n... d'],
		['$$', '$$'],
		['[[a$b]] and [[c$d]]', '[[a$b]] and [[c$d]]'],
		['$[[a]]$', '.......'],
	])('%j', (text, expected) => {
		expect(mask(text)).toBe(expected);
	});
});

describe('comments', () => {
	test.each([
		['a %%b%% c', 'a ..... c'],
		['a %%b\nc%% d', 'a ...\n... d'],
		['a %%b\n\n# c\nd', 'a ...\n\n# c\nd'],
		['a %%b\n# c\nd', 'a ...\n# c\nd'],
		['a %%b\n- c\nd', 'a ...\n- c\nd'],
		['> a %%b\n> c\n\nd', '> a ...\n...\n\nd'],
		['a %%b\n\nc', 'a ...\n\nc'],
		['| a %%b |\n| c %% |', '| a .....\n| c ....'],
		['a %%%', 'a ...'],
		['a <!--b--> c', 'a ........ c'],
		['a <!--b\nc--> d', 'a .....\n.... d'],
		['a <!--b\n\nc--> d', 'a <!--b\n\nc--> d'],
		['a <!--b %%c%%', 'a <!--b .....'],
		['100% and 50%', '100% and 50%'],
		['a %%`b%% c`', 'a ...... c`'],
		['a `%%` b `%%` c', 'a .... b .... c'],
		['a \\%% b', 'a \\%% b'],
	])('%j', (text, expected) => {
		expect(mask(text)).toBe(expected);
	});
});
