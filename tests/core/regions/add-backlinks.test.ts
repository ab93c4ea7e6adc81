import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { planBacklinksRegions } from '../../../src/core/regions/add-backlinks';
import { aVault } from '../../support/a-note';
import { applyVaultEdits } from '../../support/apply-vault-edits';
import { anyMarkdown } from '../../support/hostile-markdown';
import { propertyRuns } from '../../support/property-runs';

type Files = Readonly<Record<string, string>>;

const HEAD = '---\ntype: technology\nid: a\n---\n';
const BOTH = ['technology', 'concept'] as const;
const REGION = '<!-- stackbook:begin backlinks -->\n\n<!-- stackbook:end backlinks -->\n';

function add(files: Files): Files {
	const index = aVault(files);
	applyVaultEdits(index, planBacklinksRegions(index, BOTH));
	return Object.fromEntries(index.notes().map(({ path, text }) => [path, text]));
}

describe('a note without a backlinks region gets an empty one', () => {
	test.each([
		['at its end', `${HEAD}文\n`, `${HEAD}文\n\n## 反向链接\n\n${REGION}`],
		['after a last line without a break', `${HEAD}文`, `${HEAD}文\n\n## 反向链接\n\n${REGION}`],
		['after a blank line', `${HEAD}文\n\n`, `${HEAD}文\n\n## 反向链接\n\n${REGION}`],
		['below its front matter', HEAD, `${HEAD}\n## 反向链接\n\n${REGION}`],
		['under its heading', `${HEAD}## 反向链接\n`, `${HEAD}## 反向链接\n\n${REGION}`],
		[
			'under its heading, before the next one',
			`${HEAD}## Backlinks\n\n我的\n\n## 后\n`,
			`${HEAD}## Backlinks\n\n我的\n\n${REGION}\n## 后\n`,
		],
		[
			'with the line breaks of the note',
			`${HEAD}文\n`.replaceAll('\n', '\r\n'),
			`${HEAD}文\n\n## 反向链接\n\n${REGION}`.replaceAll('\n', '\r\n'),
		],
	])('%s', (_, text, expected) => {
		expect(add({ 'a.md': text })).toEqual({ 'a.md': expected });
	});

	test('in the language of the notes', () => {
		const home = '---\ntype: home\nlanguage: en\n---\n';
		expect(add({ 'a.md': HEAD, 'home.md': home })['a.md']).toContain('## Backlinks\n');
	});
});

describe('a note is left alone', () => {
	test.each([
		['of another type', '---\ntype: comparison\n---\n'],
		['that is a template', '---\ntype: technology\nid: "{{id}}"\n---\n{{title}}'],
		['with a region', HEAD + REGION],
		['with a frozen one', HEAD + REGION.replace('backlinks -->', 'backlinks frozen -->')],
		['with the other form', HEAD + REGION.replaceAll('backlinks', 'backlinks:text')],
		['with a marker that lost its partner', `${HEAD}<!-- stackbook:begin progress -->\n`],
		['that ends in open code', `${HEAD}\`\`\`\n文`],
		['that ends in an open comment', `${HEAD}%%\n文`],
	])('%s', (_, text) => {
		expect(add({ 'a.md': text })).toEqual({ 'a.md': text });
	});

	test('of a type that was not asked for', () => {
		const index = aVault({ 'a.md': HEAD, 'b.md': '---\ntype: concept\n---\n' });
		expect(planBacklinksRegions(index, ['concept']).map(({ path }) => path)).toEqual(['b.md']);
		expect(planBacklinksRegions(index, [])).toEqual([]);
	});
});

test('whatever the note holds, nothing of it changes and a second run adds nothing', () => {
	fc.assert(
		fc.property(anyMarkdown, body => {
			const index = aVault({ 'a.md': HEAD + body });
			for (const edit of planBacklinksRegions(index, BOTH)) {
				const edits = edit.kind === 'change' ? edit.edits : [];
				expect(edits.map(({ range }) => range.end - range.start)).toEqual([0]);
				applyVaultEdits(index, [edit]);
				expect(index.find('a.md')?.structure.regions.at(-1)?.name).toBe('backlinks');
			}
			expect(planBacklinksRegions(index, BOTH)).toEqual([]);
		}),
		{ numRuns: propertyRuns(1000) },
	);
});
