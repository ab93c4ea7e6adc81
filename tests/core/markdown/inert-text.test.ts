import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { inertMarkdown, inertText } from '../../../src/core/markdown/inert-text';
import { plainText } from '../../../src/core/markdown/plain-text';
import { scanNote } from '../../../src/core/markdown/scan-note';
import { fieldRelationsOf } from '../../../src/core/relations/inline-field';
import { aNote } from '../../support/a-note';
import { anyMarkdown } from '../../support/hostile-markdown';
import { propertyRuns } from '../../support/property-runs';

describe('a text that is repeated elsewhere', () => {
	test.each([
		['a tag', '见 #标签/子 与 #todo。', '见 \\#标签/子 与 \\#todo。'],
		['a tag in brackets', '（#标签）', '（\\#标签）'],
		['a name that ends in a number sign', 'C# 与 F#，#', 'C# 与 F#，#'],
		['an entity', '&#35;x &lt;b&gt;', '&#35;x &lt;b&gt;'],
		['a footnote', '见[^1] 与 ^[注]', '见\\[^1] 与 \\^[注]'],
		['a field', '[note:: 见] 与 a::b', '[note:\\: 见] 与 a:\\:b'],
		['HTML', '<b>见</b> List<String> a < b', '\\<b>见\\</b> List\\<String> a < b'],
		['an id', '零拷贝 ^my-block', '零拷贝 \\^my-block'],
		['an id alone', '^my-block', '\\^my-block'],
		['an exponent', '2 ^8 次', '2 ^8 次'],
		['what is left of a link', '[[a [b](c(d(e))) [f][g]', '\\[\\[a [b\\](c(d(e))) [f\\][g]'],
		['an open formula', '价 $$x 与 $y$', '价 \\$\\$x 与 $y$'],
		['what has its backslash', '\\#a \\[[b]] \\<c> \\\\#d', '\\#a \\[\\[b]] \\<c> \\\\\\#d'],
		['a comment', '甲 %%乙 <!-- 丙', '甲 &#37;&#37;乙 &lt;!-- 丙'],
		['code', '`#a [b:: c] <d>` #e', '`#a [b:: c] <d>` \\#e'],
		['blanks around a query', '` =a `b', '=ab'],
		['a backslash in a query', '`=a\\"b` `=c\\|d`', '=a\\\\"b =c\\|d'],
		['code that is a query', '`= this.x` `$= dv.y` `==` `= 1`', '= this.x $= dv.y `==` `= 1`'],
	])('does nothing there: %s', (_, text, expected) => {
		expect(inertText(text)).toBe(expected);
	});

	test('keeps its emphasis as Markdown, and shows words for links and tags', () => {
		expect(inertMarkdown('**粗** [[A|甲]] [b](c.md) <b>d</b><br>![[e|300]] %%x%%')).toBe(
			'**粗** 甲 b d e &#37;&#37;x&#37;&#37;',
		);
	});

	test('has no effect that the scanner knows, whatever it was', () => {
		const pieces = ['#a', '[[', ']]', '](', '[', '^b', '::', '<c>', '`', '\\', '$', ' ', '上游'];
		const marks = fc.array(fc.constantFrom(...pieces), { maxLength: 16 }).map(all => all.join(''));
		fc.assert(
			fc.property(fc.oneof(anyMarkdown, marks), markdown => {
				const line = plainText(markdown.replace(/[\r\n]+/g, ' '));
				const inert = inertText(line);
				const { tags, links, blockIds } = scanNote(`- 甲：${inert}`, 0);
				expect({ tags, links, blockIds }).toEqual({ tags: [], links: [], blockIds: [] });
				expect(fieldRelationsOf(aNote('a.md', `- 甲：${inert}`))).toEqual([]);
			}),
			{ numRuns: propertyRuns(2000) },
		);
	});

	test('reads as it read before', () => {
		const markdown = new MarkdownIt();
		const word = fc.string({ unit: fc.constantFrom(...'ab#:^<>[]中 .') });
		fc.assert(
			fc.property(word, text => {
				const shown = markdown.utils.escapeHtml(text.replace(/\s+$/, '')).trim();
				expect(markdown.renderInline(inertText(text)).trim()).toBe(shown);
			}),
			{ numRuns: propertyRuns(1000) },
		);
	});
});
