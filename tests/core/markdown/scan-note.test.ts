import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { bodyStart, splitFrontMatter } from '../../../src/core/markdown/front-matter';
import { scanNote } from '../../../src/core/markdown/scan-note';
import type { NoteStructure } from '../../../src/core/markdown/structure';
import { splitLines } from '../../../src/core/text/line';
import { anyMarkdown } from '../../support/hostile-markdown';
import { growth, MOST_GROWTH } from '../../support/growth';
import { propertyRuns } from '../../support/property-runs';

const scan = (text: string): NoteStructure =>
	scanNote(text, bodyStart(text, splitFrontMatter(text)));

const headingsOf = (text: string): string[] =>
	scan(text).headings.map(({ level, text: title, line }) => `${level} ${title} @${line}`);

const targetsOf = (text: string): string[] => scan(text).links.map(({ target }) => target);

const tagsOf = (text: string): string[] => scan(text).tags.map(({ name }) => name);

describe('headings', () => {
	test('have a level, a text and a line', () => {
		expect(headingsOf('---\na: 1\n---\n# A\n\n## 原理\ntext\n###### 为什么？')).toEqual([
			'1 A @4',
			'2 原理 @6',
			'6 为什么？ @8',
		]);
	});

	test.each([
		['### A ###', ['3 A @1']],
		['## A #', ['2 A @1']],
		['## A#', ['2 A# @1']],
		['## #', ['2  @1']],
		['### ###', ['3  @1']],
		['##', ['2  @1']],
		['##\tA', ['2 A @1']],
		['   ## A', ['2 A @1']],
		['## `code` [[a|b]]', ['2 `code` [[a|b]] @1']],
		['# a\u2028b', ['1 a\u2028b @1']],
		['    # A', []],
		['#A', []],
		['####### A', []],
		['\\# A', []],
		['> # A', []],
		['#', ['1  @1']],
	])('%j', (text, expected) => {
		expect(headingsOf(text)).toEqual(expected);
	});

	test('are none where a line of dashes or equals signs stands below a text', () => {
		expect(headingsOf('A\n---\n\nB\n===\n')).toEqual([]);
	});

	test('are none in code, comments, math, regions and front matter', () => {
		const region = '<!-- stackbook:begin a -->\n\n# R\n\n<!-- stackbook:end a -->';
		const text = `---\n# F\n---\n\`\`\`\n# C\n\`\`\`\n%%\n# D\n%%\n$$\n# M\n$$\n${region}\n# Real`;
		expect(headingsOf(text)).toEqual(['1 Real @18']);
	});

	test('behind a byte order mark and with CRLF are found', () => {
		expect(headingsOf('\uFEFF# A\r\n\r\n## B\r\n')).toEqual(['1 A @1', '2 B @3']);
		const [heading] = scan('\uFEFF# A\r\n').headings;
		expect(heading?.range).toEqual({ start: 1, end: 4 });
	});
});

describe('checkboxes', () => {
	test.each([
		['- [ ] 屏障对齐 · L3 ★★★ ^flink-barrier', ' ', '屏障对齐 · L3 ★★★', 'flink-barrier'],
		['- [x] a', 'x', 'a', undefined],
		['* [/] a', '/', 'a', undefined],
		['+ [-] a', '-', 'a', undefined],
		['1. [X] a', 'X', 'a', undefined],
		['12) [?] a', '?', 'a', undefined],
		['  - [!] a', '!', 'a', undefined],
		['- [中] a', '中', 'a', undefined],
		['- [\u{1F600}] a', '\u{1F600}', 'a', undefined],
		['- []] a', ']', 'a', undefined],
		['- [ ]', ' ', '', undefined],
		['- [ ] ^id', ' ', '', 'id'],
		['- [ ] a ^id ', ' ', 'a', 'id'],
		['- [ ] a ^id b', ' ', 'a ^id b', undefined],
		['- [ ] a^id', ' ', 'a^id', undefined],
		['- [ ] see `x ^id`', ' ', 'see `x ^id`', undefined],
	])('%j', (text, character, rest, blockId) => {
		const { checkboxes } = scan(text);
		expect(checkboxes).toHaveLength(1);
		expect(checkboxes[0]).toMatchObject({ character, text: rest, line: 1 });
		expect(checkboxes[0]?.blockId).toBe(blockId);
		const { start = 0, end = 0 } = checkboxes[0]?.characterRange ?? {};
		expect(text.slice(start, end)).toBe(character);
	});

	test.each([
		'- [] a',
		'- [xx] a',
		'- [x]a',
		'-[x] a',
		'[x] a',
		'- [x](a.md)',
		'- \\[x] a',
		'- `[x]` a',
	])('%j is none', text => {
		expect(scan(text).checkboxes).toEqual([]);
	});
});

describe('callouts', () => {
	test('cover their quote, code in it included', () => {
		const text = 'a\n> [!Answer]- 参考答案\n> ```\n> x\n> ```\n>\n> b\n\n> [!note]+\n> c';
		const { callouts } = scan(text);
		expect(callouts).toMatchObject([
			{ type: 'answer', title: '参考答案', line: 2 },
			{ type: 'note', title: '', line: 9 },
		]);
		expect(callouts.map(({ range }) => text.slice(range.start, range.end))).toEqual([
			'> [!Answer]- 参考答案\n> ```\n> x\n> ```\n>\n> b',
			'> [!note]+\n> c',
		]);
	});

	test('begin a quote: in the middle of one, or deeper in, they are its text', () => {
		expect(scan('> a\n> [!note] b').callouts).toEqual([]);
		expect(scan('> [!a] x\n> [!b] y\n> > [!c] z').callouts).toMatchObject([{ type: 'a' }]);
		expect(scan('> ```\n> ```\n> [!note] b').callouts).toEqual([]);
	});

	test.each([
		'[!note] a',
		'> !note a',
		'> [!] a',
		'>   [!note',
		'    > [!note] a',
		'```\n> [!note]\n```',
	])('%j is none', text => {
		expect(scan(text).callouts).toEqual([]);
	});
});

describe('block ids', () => {
	test('stand at the end of a line', () => {
		expect(scan('text ^a-1\n\n^b\n- item ^c\n# heading ^d\n`^e`\nx^f').blockIds).toEqual([
			{ id: 'a-1', line: 1 },
			{ id: 'b', line: 3 },
			{ id: 'c', line: 4 },
		]);
	});
});

describe('tags', () => {
	test.each([
		['#flink', ['flink']],
		['读 #流计算/状态 与 #湖仓', ['流计算/状态', '湖仓']],
		['#a-b_c #2026y #y2026', ['a-b_c', '2026y', 'y2026']],
		['#标签，后文', ['标签']],
		['#cafe\u0301 #\u{1F600}', ['cafe\u0301', '\u{1F600}']],
		['#2026', []],
		['a#b', []],
		['# heading', []],
		['## heading #tag', ['tag']],
		['\\#a', []],
		['`#a` [[x#b]] [y](z.md#c)', []],
		['https://a.b/#c', []],
	])('%j', (text, expected) => {
		expect(tagsOf(text)).toEqual(expected);
	});

	test('stand where their range says, without their mark in the name', () => {
		const text = 'a #流/b c';
		expect(scan(text).tags.map(({ range }) => text.slice(range.start, range.end))).toEqual([
			'#流/b',
		]);
	});
});

describe('links', () => {
	test('are found in text, headings, lists, quotes and tables', () => {
		expect(
			targetsOf(
				'[[a]]\n# [[b]]\n- [[c]]\n> [[d]]\n\n| x |\n| --- |\n| [[e\\|f]] |\n\n![[g.png]] [h](i.md)',
			),
		).toEqual(['a', 'b', 'c', 'd', 'e', 'g.png', 'i.md']);
	});

	test.each([
		['fenced code', '```\n[[a]]\n```'],
		['fenced code in a quote', '> ```\n> [[a]]\n> ```'],
		['fenced code in a list', '- x\n  ```\n  [[a]]\n  ```'],
		['indented code', 'x\n\n    [[a]]'],
		['a code span', '`[[a]]` ``[b](c.md)``'],
		['a code span over two lines', 'x `y\n[[a]] z`'],
		['math', '$[[a]]$ $$[[b]]$$\n\n$$\n[[c]]\n$$'],
		['comments', '%%[[a]]%% x %%\n[[b]]\n%%\n\n<!-- [[c]] --> <!--\n[[d]] -->'],
		['front matter', '---\na: "[[a]]"\n---'],
		['a region', '<!-- stackbook:begin backlinks -->\n\n[[a]]\n\n<!-- stackbook:end backlinks -->'],
		['an escape', '\\[[a]]'],
	])('are none in %s', (_, text) => {
		expect(targetsOf(`${text}\n\n[[Real]]`)).toEqual(['Real']);
	});

	const begin = '<!-- stackbook:begin backlinks -->';
	const end = '<!-- stackbook:end backlinks -->';

	test.each([
		['below a begin marker up to the next heading', `[[a]]\n${begin}\n\n[[x]]\n## B\n[[b]]`],
		['above an end marker up to the heading before', `[[a]]\n## A\n[[x]]\n\n${end}\n[[b]]`],
		['between markers that are crossed', `[[a]]\n${begin}\n[[x]]\n${begin}\n[[x]]\n${end}\n[[b]]`],
	])('are none in what a lost marker may have made: %s', (_, text) => {
		expect(targetsOf(text)).toEqual(['a', 'b']);
	});

	test('nor are there tags, callouts or checkboxes', () => {
		const { tags, callouts, checkboxes, headings } = scan(
			`${begin}\n#t\n> [!note]\n\n- [ ] a ^b\n# H #u\n- [ ] c ^d\n`,
		);
		expect([tags.length, callouts.length, checkboxes.length, headings.length]).toEqual([
			1, 0, 1, 1,
		]);
	});
});

describe('regions', () => {
	test('are found around their body, and their problems are named', () => {
		const text = [
			'<!-- stackbook:begin members:concept hash=00 frozen -->',
			'',
			'- [[a]]',
			'',
			'<!-- stackbook:end members:concept -->',
			'',
			'<!-- stackbook:begin progress -->',
		].join('\n');
		const { regions, markerProblems } = scan(text);
		expect(regions).toMatchObject([{ name: 'members:concept', hash: '00', frozen: true, line: 1 }]);
		expect(markerProblems).toEqual([{ kind: 'unclosed', name: 'progress', line: 7 }]);
	});

	test('are none in code, where documentation shows them', () => {
		const shown = '<!-- stackbook:begin a -->\n<!-- stackbook:end a -->';
		expect(scan(`\`\`\`markdown\n${shown}\n\`\`\``)).toMatchObject({
			regions: [],
			markerProblems: [],
		});
	});
});

describe('the masked text', () => {
	test('shows what is prose and hides the rest', () => {
		const text = '---\na: 1\n---\nx `c` y\n```\nd\n```\n%%e%% z\n';
		expect(scan(text).masked).toBe('   \n    \n   \nx     y\n   \n \n   \n      z\n');
	});

	test('keeps length and line breaks, and shows no character that the note has not in that place', () => {
		fc.assert(
			fc.property(anyMarkdown, text => {
				const { masked } = scan(text);
				expect(masked).toHaveLength(text.length);
				for (let i = 0; i < text.length; i++) {
					const shown = masked[i];
					if (shown !== text[i])
						expect([shown, /[\r\n]/.test(text[i] ?? '')]).toEqual([' ', false]);
				}
			}),
			{ numRuns: propertyRuns(200) },
		);
	});
});

test('everything found in any text stands in order, inside of it, on the line that it names', () => {
	fc.assert(
		fc.property(anyMarkdown, text => {
			const found = scan(text);
			const lines = splitLines(text);
			const { headings, checkboxes, callouts, links, tags, regions } = found;
			for (const items of [headings, checkboxes, callouts, links, tags, regions]) {
				let end = 0;
				for (const { range, line } of items) {
					expect(range.start).toBeGreaterThanOrEqual(end);
					expect(range.end).toBeGreaterThan(range.start);
					expect(range.end).toBeLessThanOrEqual(text.length);
					const home = lines[line - 1];
					expect(range.start).toBeGreaterThanOrEqual(home?.start ?? Infinity);
					expect(range.start).toBeLessThan(home?.next ?? 0);
					end = range.end;
				}
			}
			for (const { level, range } of headings) {
				expect(text.slice(range.start, range.end)).toMatch(
					new RegExp(`^ {0,3}#{${level}}(?:[ \t]|$)`),
				);
			}
			for (const { line } of [...found.blockIds, ...found.markerProblems]) {
				expect(lines[line - 1]).toBeDefined();
			}
			for (const { range, form } of links) {
				const written = text.slice(range.start, range.end);
				expect(written).toMatch(form === 'wikilink' ? /^!?\[\[[^]+\]\]$/ : /^!?\[[^]*\]\([^]*\)$/);
			}
		}),
		{ numRuns: propertyRuns(500) },
	);
});

describe('hostile texts', () => {
	test('a line of 10 MB is skipped and the rest is read', () => {
		const { headings, skippedLines } = scan(`# A\n${'x'.repeat(10_000_000)}\n# B`);
		expect(headings.map(({ text }) => text)).toEqual(['A', 'B']);
		expect(skippedLines).toEqual([2]);
	});

	test('NUL and lone surrogates are characters like others', () => {
		expect(targetsOf('\0[[a]]\uD800 [[b\0c]]')).toEqual(['a', 'b\0c']);
	});

	// Each would take minutes if some step went over the text again for every piece.
	test.each([
		['unclosed code spans', '`a ``b ```c '],
		['unclosed math', '$a '],
		['unclosed math with lone CR', '$a\r'],
		['unclosed links', '[[a [b](c '],
		['opened brackets', '['],
		['link labels', '![a]'],
		['opened comments', 'a <!-- %% '],
		['closed comments', 'a <!-- b --> %% c %% '],
		['list marks', '- '],
		['quote marks', '> '],
		['quotes and fences', '> ```\n'],
		['headings with blanks', `# a${' '.repeat(5000)}b${' '.repeat(5000)}\u2028c\n`],
		['headings of number signs', `# ${'#'.repeat(15_000)}x\n`],
		['rules with blanks', `---${' '.repeat(15_000)}x\n`],
		['lone blanks', `a\n${' '.repeat(15_000)}\n`],
		['regions', '<!-- stackbook:begin a -->\n<!-- stackbook:end a -->\n'],
		['tags and block ids', '#a ^b '],
		['checkboxes', '- [ ] a ^b\n'],
	])('%s half a million characters long take no more than their share of time', (_, piece) => {
		const repeated = piece.repeat(Math.ceil(500_000 / piece.length));
		const wrapped = piece.includes('\n') ? repeated : repeated.replace(/[^\r\n]{10_000}/g, '$&\n');
		const quarter = wrapped.slice(0, wrapped.length / 4);
		expect(
			growth(
				() => scan(quarter),
				() => scan(wrapped),
			),
		).toBeLessThan(MOST_GROWTH);
	});

	test('thousands of regions take no more than their share of time', () => {
		const region = (i: number): string =>
			`<!-- stackbook:begin members:c${i} -->\n\n- a\n\n<!-- stackbook:end members:c${i} -->\n`;
		const [quarter, text] = [2500, 10_000].map(length =>
			Array.from({ length }, (_, i) => region(i)).join('\n'),
		);
		expect(scan(text ?? '').regions).toHaveLength(10_000);
		expect(
			growth(
				() => scan(quarter ?? ''),
				() => scan(text ?? ''),
			),
		).toBeLessThan(MOST_GROWTH);
	});
});
