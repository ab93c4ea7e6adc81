import { describe, expect, test } from '@jest/globals';
import { checkLinks } from '../../../src/core/checks/check-links';
import { aVault } from '../../support/a-note';

function check(text: string, others: Readonly<Record<string, string>> = {}): unknown[] {
	const index = aVault({ 'a.md': text, ...others });
	const note = index.find('a.md');
	return note
		? checkLinks(index, note).map(({ code, severity, params }) => [code, severity, params])
		: [];
}

const CONCEPT = '---\ntype: concept\nid: a\n---\n';

describe('a link', () => {
	test('that leads nowhere is a fault in a note that the program knows, and news in any other', () => {
		const params = { target: '无' };
		expect(check(`${CONCEPT}[[无]]`)).toEqual([['link-unresolved', 'warning', params]]);
		expect(check('[[无|别名]]')).toEqual([['link-unresolved', 'info', params]]);
	});

	test('that leads to one of several notes names them, the one that opens first', () => {
		expect(check('[[n]]', { 'x/y/n.md': '', 'z/n.md': '' })).toEqual([
			['link-ambiguous', 'info', { target: 'n', candidates: 'z/n.md, x/y/n.md' }],
		]);
	});

	test('in a property counts as well', () => {
		expect(check('---\nup: "[[无]]"\n---\n')).toHaveLength(1);
	});

	test.each([
		['a heading', '[[b#第一节]]'],
		['a heading with other punctuation and case', '[[b#Second: Part]]'],
		['a heading below another', '[[b#第一节#Second part?]]'],
		['a block', '[[b#^ID-1]]'],
		['a heading of its own note', '## 这里\n[[#这里]]'],
		['a file that is no note', '![[b.md]]'],
	])('may lead to %s', (_, text) => {
		expect(check(text, { 'b.md': '## 第一节\n### Second part?\n文 ^id-1\n' })).toEqual([]);
	});

	test.each(['第三节', '^id-2', '^第一节', '第一节 ^id-1'])(
		'to a part that is not there is found: %s',
		part => {
			expect(check(`[[b#${part}]]`, { 'b.md': '## 第一节\n文 ^id-1\n' })).toEqual([
				['link-subpath-unresolved', 'info', { target: 'b', subpath: part }],
			]);
		},
	);
});
