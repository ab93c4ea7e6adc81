import { describe, expect, test } from '@jest/globals';
import { checkVault } from '../../../src/core/checks/check-vault';
import type { DiagnosticCode } from '../../../src/core/checks/diagnostic';
import { FIXABLE_CODES, fixOf } from '../../../src/core/fixes/fix-of';
import { planVaultRefresh } from '../../../src/core/regions/refresh-vault';
import { applyEdits } from '../../../src/core/text/text-edit';
import { aVault } from '../../support/a-note';
import { applyVaultEdits } from '../../support/apply-vault-edits';

type Files = Readonly<Record<string, string>>;

/** The text of `a.md` after the first finding with a code is repaired; undefined if that is left to the reader. */
function repaired(code: DiagnosticCode, files: Files): string | undefined {
	const index = aVault(files);
	const found = checkVault(index).find(one => one.code === code);
	if (!found) throw new Error(`There is no ${code} to be repaired`);
	const fix = fixOf(index, found);
	return fix && applyEdits(index.find(fix.path)?.text ?? '', fix.edits);
}

const head = (...lines: string[]): string => ['---', ...lines, '---', ''].join('\n');
const concept = (...lines: string[]): string => head('type: concept', 'id: a', ...lines);
const begin = '<!-- stackbook:begin backlinks -->';
const end = '<!-- stackbook:end backlinks -->';
const ATTEMPT = '- 2026-11-20T21:04:05+08:00 · q · good · 1s · 1/1\n';

/** A note with a region that was written: `b.md` links to it. */
const LINKING = '---\ntype: concept\nid: b\n---\n\n前面说过 [[a]]。\n';
function refreshed(text: string): string {
	const index = aVault({ 'a.md': text, 'b.md': LINKING });
	applyVaultEdits(index, planVaultRefresh(index).edits);
	return index.find('a.md')?.text ?? '';
}
const WRITTEN = refreshed(`${concept()}\n${begin}\n\n${end}\n\n之后\n`);

const EDITED = WRITTEN.replace('\n- ', '\n我加的\n- ');

const REPAIRED: readonly (readonly [string, DiagnosticCode, Files, string])[] = [
	[
		'front matter without its end',
		'front-matter-unclosed',
		{ 'a.md': '---\ntype: concept\nid: a\naliases:\n  - x\n\n正文\n' },
		'---\ntype: concept\nid: a\naliases:\n  - x\n---\n\n正文\n',
	],
	[
		'front matter without its end, above a rule of the body',
		'front-matter-invalid',
		{
			'a.md':
				'---\r\ntype: concept\r\nid: a\r\n\r\n第一段\r\n第二行: x: y\r\n\r\n---\r\n第二段\r\n',
		},
		'---\r\ntype: concept\r\nid: a\r\n---\r\n\r\n第一段\r\n第二行: x: y\r\n\r\n---\r\n第二段\r\n',
	],
	[
		'a value with a colon',
		'front-matter-invalid',
		{ 'a.md': concept('标题: 一: 二', '别的: "a"') },
		concept('标题: "一: 二"', '别的: "a"'),
	],
	[
		'links in a row',
		'front-matter-invalid',
		{ 'a.md': concept('up: [[b]], [[c]]'), 'b.md': '', 'c.md': '' },
		concept('up:', '  - "[[b]]"', '  - "[[c]]"'),
	],
	[
		'tabs and a missing blank',
		'front-matter-invalid',
		{ 'a.md': concept('aliases:', '\t- x', 'k:v') },
		concept('aliases:', '  - x', 'k: v'),
	],
	[
		'blank lines above front matter',
		'front-matter-misplaced',
		{ 'a.md': `\uFEFF\n\n${concept()}\n正文` },
		`\uFEFF${concept()}\n正文`,
	],
	[
		'a property that says the same twice',
		'property-duplicate',
		{ 'a.md': concept('x: 1', 'y: 2', 'x: 1') },
		concept('x: 1', 'y: 2'),
	],
	[
		'a property whose first line is empty',
		'property-duplicate',
		{ 'a.md': concept('x:', 'y: 2', 'x:', '  - z') },
		concept('y: 2', 'x:', '  - z'),
	],
	[
		'a note without an id',
		'property-missing',
		{ 'a.md': head('type: concept'), 'b.md': head('type: concept', 'id: a') },
		head('type: concept', 'id: a-2'),
	],
	[
		'the id of a template',
		'placeholder-left',
		{ 'a.md': head('type: concept', 'id: "{{id}}"') },
		head('type: concept', 'id: a'),
	],
	[
		'a date in other signs',
		'property-value',
		{ 'a.md': concept('verified: 2026年1月2日') },
		concept('verified: 2026-01-02'),
	],
	[
		'a status in capitals',
		'property-value',
		{ 'a.md': concept('status: Active # 我') },
		concept('status: active # 我'),
	],
	[
		'a singular name of a text',
		'property-singular',
		{ 'a.md': head('# 我的', 'tag: x, y', 'z: 1') },
		head('# 我的', 'tags:', '  - x', '  - y', 'z: 1'),
	],
	[
		'a singular name of a list',
		'property-singular',
		{ 'a.md': head('cssclass: [wide]') },
		head('cssclasses: [wide]'),
	],
	[
		'a singular name beside the plural one',
		'property-singular',
		{ 'a.md': head('tags:', '  - x', 'tag: y', 'z: 1') },
		head('tags:', '  - x', '  - y', 'z: 1'),
	],
	[
		'a text where a list must be',
		'property-not-list',
		{ 'a.md': head('aliases: Apache Flink', 'z: 1') },
		head('aliases:', '  - Apache Flink', 'z: 1'),
	],
	[
		'a link without quotes',
		'property-link-unquoted',
		{ 'a.md': head('up: [[b|乙]] # 我', 'down:', '  - [[b]]'), 'b.md': '' },
		head('up: "[[b|乙]]" # 我', 'down:', '  - [[b]]'),
	],
	[
		'a file of attempts that lost its front matter',
		'attempts-type-missing',
		{ '练习记录/2026-11 a.md': ATTEMPT },
		`---\ntype: attempts\n---\n${ATTEMPT}`,
	],
	[
		'a question without an id',
		'question-id-missing',
		{ 'a.md': `${concept()}## 问\n- [ ] 甲 · L2 ★  \n\n文` },
		`${concept()}## 问\n- [ ] 甲 · L2 ★ ^a-q1  \n\n文`,
	],
	[
		'two questions of one id in a note',
		'question-id-duplicate',
		{ 'a.md': `${concept()}## 一\n- [x] 甲 ^q\n## 二\n- [ ] 乙 ^q\n` },
		`${concept()}## 一\n- [x] 甲 ^q\n## 二\n- [ ] 乙 ^a-q1\n`,
	],
	[
		'a box with a character that means nothing',
		'question-status-unknown',
		{ 'a.md': '## 问\n- [✅] 甲 ^q\n' },
		'## 问\n- [ ] 甲 ^q\n',
	],
	[
		'a link to an alias',
		'link-unresolved',
		{ 'a.md': '[[乙名#x]]，[[乙名]] [[乙名|它]]\n', 'b.md': '---\naliases: [乙名]\n---\n# x\n' },
		'[[b#x]]，[[b|乙名]] [[b|它]]\n',
	],
	[
		'a link to an alias in a table',
		'link-unresolved',
		{ 'a.md': '| x |\n|---|\n| [[乙名]] |\n', 'b.md': '---\naliases: [乙名]\n---\n' },
		'| x |\n|---|\n| [[b\\|乙名]] |\n',
	],
	[
		'a link in a property, to a title in other signs',
		'link-unresolved',
		{
			'a.md': head('up:', '  - "[[kafka_streams]]"', '  - "[[b]]"'),
			'Kafka Streams.md': '',
			'b.md': '',
		},
		head('up:', '  - "[[Kafka Streams|kafka_streams]]"', '  - "[[b]]"'),
	],
	[
		'a link to a question that moved',
		'link-subpath-unresolved',
		{ 'a.md': '见 [[b#^q|这题]]\n', 'b.md': '', 'c.md': '## 问\n- [ ] 甲 ^q\n' },
		'见 [[c#^q|这题]]\n',
	],
	[
		'markers that are misspelt',
		'region-misspelt',
		{ 'a.md': `x\n\n${begin}\n\n${end}\n`.replaceAll('<!-- ', '<!--') },
		`x\n\n${begin}\n\n${end}\n`,
	],
	[
		'markers that are set in',
		'region-misplaced',
		{ 'a.md': `x\n\n ${begin}\n\n  ${end}\n` },
		`x\n\n${begin}\n\n${end}\n`,
	],
	[
		'an attribute that nobody knows',
		'region-attribute-unknown',
		{ 'a.md': `${begin.replace(' -->', ' frozen=no -->')}\n\n${end}` },
		`${begin}\n\n${end}`,
	],
	[
		'a begin marker without the end of its comment',
		'region-unfinished',
		{ 'a.md': `x\n\n${begin.replace(' -->', ' —>')}\n\n${end}\n`.replace(' —>', '') },
		`x\n\n${begin}\n\n${end}\n`,
	],
	[
		'a region that was just begun',
		'region-unclosed',
		{ 'a.md': `x\n\n${begin}\n我的话\n` },
		`x\n\n${begin}\n\n${end}\n\n我的话\n`,
	],
	[
		'a region that lost its end',
		'region-unclosed',
		{ 'a.md': WRITTEN.replace(`\n\n${end}`, ''), 'b.md': LINKING },
		WRITTEN,
	],
	[
		'a region that lost its end and was written in',
		'region-unclosed',
		{ 'a.md': EDITED.replace(`\n\n${end}`, ''), 'b.md': LINKING },
		EDITED,
	],
	[
		'a region that lost its beginning',
		'region-unopened',
		{ 'a.md': WRITTEN.replace(/<!-- stackbook:begin.*\n\n/, ''), 'b.md': LINKING },
		WRITTEN,
	],
	[
		'an empty region that lost its beginning',
		'region-unopened',
		{ 'a.md': `## 链接\n\n${end}\n` },
		`## 链接\n\n${begin}\n\n${end}\n`,
	],
	[
		'a region that stands twice',
		'region-duplicate',
		{ 'a.md': `${begin}\n\n${end}\n\n中间\n\n${begin}\n\n我的\n\n${end}\n\n后` },
		`中间\n\n${begin}\n\n我的\n\n${end}\n\n后`,
	],
];

describe('the repair of', () => {
	test.each(REPAIRED)('%s', (_, code, files, after) => {
		expect(repaired(code, files)).toBe(after);
	});

	test('every code that can be repaired has an example', () => {
		const tried = new Set<string>(REPAIRED.map(([, code]) => code));
		expect(FIXABLE_CODES.filter(code => !tried.has(code))).toEqual(['region-outdated']);
	});
});

describe('the reader decides', () => {
	test.each<[string, DiagnosticCode, Files]>([
		[
			'whether an alias with a comma is one or two',
			'property-singular',
			{ 'a.md': head('alias: 甲, 乙') },
		],
		['which of two values is right', 'property-duplicate', { 'a.md': head('x: 1', 'x: 2') }],
		['which note keeps an id', 'note-id-duplicate', { 'a.md': concept(), 'b.md': concept() }],
		[
			'which note keeps a question',
			'question-id-duplicate',
			{ 'a.md': '## 一\n- [ ] 甲 ^q', 'b.md': '## 二\n- [ ] 乙 ^q' },
		],
		[
			'on an id that attempts refer to',
			'question-id-duplicate',
			{
				'a.md': '## 一\n- [ ] 甲 ^q\n## 二\n- [ ] 乙 ^q',
				'练习记录/2026-11 a.md': `---\ntype: attempts\n---\n${ATTEMPT}`,
			},
		],
		[
			'which of two equal questions goes',
			'question-id-duplicate',
			{ 'a.md': '## 一\n- [ ] 甲 ^q\n## 一\n- [ ] 甲 ^q' },
		],
		['what is left of an id', 'question-id-missing', { 'a.md': '## 问\n- [ ] 甲 · L2 ^a_b' }],
		[
			'which of two notes an alias means',
			'link-unresolved',
			{ 'a.md': '[[x]]', 'b.md': head('aliases: [x]'), 'c.md': head('aliases: [x]') },
		],
		['which README was meant', 'link-unresolved', { 'a.md': '[[old/README]]', 'b/README.md': '' }],
		[
			'what a damaged attempt was',
			'attempt-damaged',
			{ '练习记录/2026-11 a.md': `${ATTEMPT}- 2026-11-20T2\n` },
		],
		[
			'what type a file of attempts has',
			'attempts-type-missing',
			{ '练习记录/2026-11 a.md': `${head('type: concept', 'id: x')}${ATTEMPT}` },
		],
		[
			'which of two regions with their own words goes',
			'region-duplicate',
			{ 'a.md': `${begin}\n\n一\n\n${end}\n\n${begin}\n\n二\n\n${end}\n` },
		],
		['where a region of text begins', 'region-unopened', { 'a.md': `我的话\n\n${end}\n` }],
		[
			'what stands behind a comment on its line',
			'region-misplaced',
			{ 'a.md': `x ${begin}\n\n${end}\n` },
		],
		[
			'what a template fills in',
			'front-matter-invalid',
			{ 'a.md': head('week: "[[<% date("WW") %>]]"', 'x: <% y %>: z') },
		],
		['what a comment in a value means', 'front-matter-invalid', { 'a.md': head('x: a: b # c') }],
	])('%s', (_, code, files) => {
		expect(repaired(code, files)).toBeUndefined();
	});
});

test('a finding of an older text that is there no more has no repair', () => {
	const [found] = checkVault(aVault({ 'a.md': '\n## 问\n- [?] 甲 ^q\n' }));
	expect(found?.code).toBe('question-status-unknown');
	if (found) {
		expect(fixOf(aVault({ 'a.md': '## 别的\n\n\n' }), found)).toBeUndefined();
		expect(fixOf(aVault({}), found)).toBeUndefined();
	}
});
