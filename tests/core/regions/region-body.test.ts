import { describe, expect, test } from '@jest/globals';
import { scanNote } from '../../../src/core/markdown/scan-note';
import { regionBody } from '../../../src/core/regions/region-body';
import { aVault } from '../../support/a-note';

const COMPARISON =
	'---\ntype: comparison\nalternatives:\n  - "[[Flink]]"\n  - "[[Spark]]"\ncriteria:\n  - 执行模型\n---\n';

function bodyOf(name: string, text = COMPARISON): string | undefined {
	const index = aVault({
		'对比.md': text,
		'Flink.md': '---\n执行模型: 逐条\nSQL: 有\n---\n',
		'Spark.md': '---\n执行模型:\n---\n',
		'首页.md': '---\ntype: home\nlanguage: zh\n---\n[[对比]]',
	});
	const note = index.find('对比.md');
	return note && regionBody(index, note, name);
}

describe('the body of a region', () => {
	test('is the table that a comparison note asks for', () => {
		expect(bodyOf('comparison')).toBe(
			'| 对比项 | [[Flink]] | [[Spark]] |\n| --- | --- | --- |\n| 执行模型 | 逐条 | （待填） |',
		);
	});

	test('is empty for a comparison of nothing', () => {
		expect(bodyOf('comparison', '')).toBe('');
		expect(bodyOf('comparison', COMPARISON.replace(/\[\[/g, '[[no '))).toBe('');
	});

	test('takes all criteria where the note names none', () => {
		const all = bodyOf('comparison', COMPARISON.replace(/criteria:\n.*\n/, ''));
		expect(all).toContain('| SQL | 有 | （待填） |');
	});

	test.each([
		['backlinks', '**提及**\n\n- [[首页]]：对比'],
		['progress', '| 合计 | 0 | 0 | 0 | 0 |'],
		['members:table-format', ''],
		['members:concept', ''],
	])('of %s is written by its kind', (name, expected) => {
		expect(bodyOf(name)).toContain(expected);
	});

	test.each([
		['%%', '&#37;&#37;'],
		['<!-- x', '&lt;!-- x'],
		['%%a%% `%%sql` %%', '&#37;&#37;a&#37;&#37; `%%sql` &#37;&#37;'],
		['`%%', '`&#37;&#37;'],
	])('opens no comment for the value %j, which would hide what follows', (value, written) => {
		const index = aVault({
			'对比.md': COMPARISON,
			'Flink.md': `---\n执行模型: ${JSON.stringify(value)}\n---\n`,
		});
		const note = index.find('对比.md');
		const body = (note && regionBody(index, note, 'comparison')) ?? '';
		expect(body).toContain(`| ${written} |`);
		const region = `<!-- stackbook:begin comparison -->\n\n${body}\n\n<!-- stackbook:end comparison -->\n\n## 后`;
		const { regions, headings } = scanNote(region, 0);
		expect([regions.length, headings.length]).toEqual([1, 1]);
	});

	test.each(['members:steam-processing', 'comparison:x', 'map:x', 'progress:x', 'map:concept'])(
		'of %s is unknown, for no note is of this category',
		name => {
			expect(bodyOf(name)).toBeUndefined();
		},
	);

	test('of a category is known as soon as any note is of it', () => {
		const text = COMPARISON.replace('\n', '\ncategory: x\n');
		expect(bodyOf('members:x', text)).toBe('');
		expect(bodyOf('progress:x', text)).toContain('| 合计 | 0 |');
	});

	test.each(['weather', '', 'toString', 'Backlinks', ':backlinks', 'members'])(
		'of %j is unknown',
		name => {
			expect(bodyOf(name)).toBeUndefined();
		},
	);

	test.each(['comparison', 'backlinks', 'progress', 'members:table-format'])(
		'of %s has LF line breaks and no blank line at its ends',
		name => {
			const body = bodyOf(name) ?? '';
			expect(body).toBe(body.trim());
			expect(body).not.toContain('\r');
		},
	);
});
