import { describe, expect, test } from '@jest/globals';
import { planVaultRefresh } from '../../../src/core/regions/refresh-vault';
import { applyEdits } from '../../../src/core/text/text-edit';
import { aVault } from '../../support/a-note';
import { afterRefresh, refreshAll } from '../../support/random-vault';
import type { Files } from '../../support/random-vault';
import { readShippedVault } from '../../support/shipped-vault';

/** The files after a rename, with the targets of links rewritten everywhere, in regions too, as the app does it. */
function renamed(files: Files, from: string, to: string): Files {
	const [before, after] = [from, to].map(path => path.replace(/^.*\/|\.md$/g, ''));
	return Object.fromEntries(
		Object.entries(files).map(([path, text]) => [
			path === from ? to : path,
			text.replace(/\[\[([^\][|\\#]+)/g, (link, target) =>
				target === before ? `[[${after ?? ''}` : link,
			),
		]),
	);
}

/** What stands outside of the regions, note by note. */
function outside(files: Files): Files {
	const notes = aVault(files).notes();
	return Object.fromEntries(
		notes.map(({ path, text, structure }) => {
			const spans = structure.regions.map(({ range }) => ({ range, newText: '' }));
			return [path, applyEdits(text, spans)];
		}),
	);
}

const region = (name: string): string =>
	`<!-- stackbook:begin ${name} -->\n\n<!-- stackbook:end ${name} -->\n`;

/** One refresh after the rename makes everything right, and no line leaves a region. */
function expectRight(files: Files): void {
	const plan = planVaultRefresh(aVault(files));
	expect([plan.moved, plan.refused]).toEqual([[], []]);
	expect(plan.edits.length).toBeGreaterThan(0);
	const after = afterRefresh(files, plan);
	expect(outside(after)).toEqual(outside(files));
	expect(planVaultRefresh(aVault(after)).edits).toEqual([]);
}

describe('a rename that the app follows in all links', () => {
	test('moves no line out of a region where lines come in another order', () => {
		const versus = '---\ntype: comparison\nalternatives:\n  - "[[Alpha]]"\n  - "[[Beta]]"\n---\n';
		const files = refreshAll({
			'K.md': `---\ntype: technology\ncategory: x\n---\n${region('backlinks')}`,
			'Alpha.md': '---\ntype: technology\ncategory: x\n---\n见 [[K]] 甲。\n',
			'Beta.md': '---\ntype: technology\ncategory: x\n---\n见 [[K]] 乙。\n',
			'V.md': `${versus}${region('comparison')}\n${region('members:x')}\n${region('map:x')}\n${region('progress:x')}`,
		});
		expect(files['K.md']).toContain('- [[Alpha]]：见 K 甲。\n- [[Beta]]：见 K 乙。');
		expectRight(renamed(files, 'Alpha.md', 'Zeta.md'));
	});

	test('moves no line out of a region where plain words held the old name', () => {
		const files = refreshAll({
			'K.md': region('backlinks'),
			'Alpha.md': '[[Alpha]] 靠 [[K]]\n',
			'首页.md': '常问：[[Alpha]] · [[K]]\n',
		});
		expect(files['K.md']).toContain('- [[Alpha]]：Alpha 靠 K\n- [[首页]]：常问：Alpha · K');
		expectRight(renamed(files, 'Alpha.md', 'Zeta.md'));
	});

	const shipped = Object.fromEntries(
		readShippedVault()
			.notes()
			.map(({ path, text }) => [path, text]),
	);

	test.each([
		['技术/流计算/Flink.md', '技术/流计算/Apache Flink.md'],
		['技术/消息队列/Kafka.md', '技术/消息队列/卡夫卡.md'],
		['技术/流计算/Storm.md', '技术/流计算/Apache Storm.md'],
		['技术/表格式/Paimon.md', '技术/表格式/Apache Paimon.md'],
		['概念/水位线.md', '概念/Watermark.md'],
	])('moves no line out of a region in the shipped notes: %s', (from, to) => {
		expect(shipped).toHaveProperty([from]);
		expectRight(renamed(shipped, from, to));
	});
});
