import { describe, expect, test } from '@jest/globals';
import { listBacklinks } from '../../../src/core/relations/backlink-list';
import { aVault } from '../../support/a-note';

function list(files: Readonly<Record<string, string>>): string[] {
	return listBacklinks(aVault({ 'Kafka.md': '', ...files }), 'Kafka.md').map(
		({ source, kind, reason, line }) => `${source}:${line} ${kind}: ${reason}`,
	);
}

describe('backlinks', () => {
	test('turn a relation around and keep its reason', () => {
		expect(list({ 'Flink.md': '## 关系\n- **上游** [[Kafka]]：可重放' })).toEqual([
			'Flink.md:2 downstream: 可重放',
		]);
	});

	test('give reasons that link nowhere and hide nothing', () => {
		const text = '## 关系\n- **上游** [[Kafka]]：**见** [[检查点|快照]] `a|b` %%私下%% ^r-1';
		expect(list({ 'Flink.md': text })).toEqual(['Flink.md:2 downstream: 见 快照 `a|b`']);
	});

	test('give the sentence of a mention', () => {
		expect(list({ 'a.md': '一。读 [[Kafka]] 的数据。二。' })).toEqual([
			'a.md:1 mention: 读 Kafka 的数据。',
		]);
	});

	test('leave out mentions of a note that relates, wherever they stand', () => {
		const text = '先提 [[Kafka]]。\n## 关系\n- **上游** [[Kafka]]：可重放\n## 后\n再提 [[Kafka]]。';
		expect(list({ 'Flink.md': text })).toEqual(['Flink.md:3 downstream: 可重放']);
	});

	test('give one mention for each source, the first', () => {
		const text = '第一 [[Kafka]]\n第二 [[Kafka]]\n';
		expect(list({ 'b.md': text, 'a.md': text })).toEqual([
			'a.md:1 mention: 第一 Kafka',
			'b.md:1 mention: 第一 Kafka',
		]);
	});

	test('give the mention in a sentence before the one in a property', () => {
		expect(list({ 'a.md': '---\nup: "[[Kafka]]"\n---\n读 [[Kafka]]。' })).toEqual([
			'a.md:4 mention: 读 Kafka。',
		]);
	});

	test('give the relations of fields and properties', () => {
		const text = '---\nbased_on:\n  - "[[Kafka]]"\n---\n- 上游:: [[Kafka]] 可重放';
		expect(list({ 'a.md': text })).toEqual(['a.md:2 used-by: ', 'a.md:5 downstream: 可重放']);
	});

	test('give every relation of a source', () => {
		const text = '## 关系\n- **上游** [[Kafka]]：读\n- **下游** [[kafka]]：写';
		expect(list({ 'Flink.md': text })).toEqual([
			'Flink.md:2 downstream: 读',
			'Flink.md:3 upstream: 写',
		]);
	});

	test('count a link in a property as a mention', () => {
		expect(list({ 'a.md': '---\nup: "[[Kafka]]"\n---\n' })).toEqual(['a.md:2 mention: ']);
	});
});

describe('what makes no backlink', () => {
	test.each([
		[
			'a region',
			'<!-- stackbook:begin backlinks -->\n\n- [[Kafka]]\n\n<!-- stackbook:end backlinks -->',
		],
		['a template', '---\nid: "{{id}}"\n---\n{{title}} [[Kafka]]'],
		['a file of attempts', '---\ntype: attempts\n---\n- [[Kafka]]'],
		['code', '`[[Kafka]]`\n\n```\n[[Kafka]]\n```'],
		['a link to another note', '[[Kafka Streams]]'],
	])('%s', (_, text) => {
		expect(list({ 'a.md': text })).toEqual([]);
	});

	test('a link of the note to itself', () => {
		expect(list({ 'Kafka.md': '[[Kafka]] [[#x]]' })).toEqual([]);
	});
});

test('the order of backlinks does not depend on the order of the notes', () => {
	const files = {
		'c.md': '[[Kafka]]',
		'a.md': '[[Kafka]]',
		'甲.md': '[[Kafka]]',
		'B.md': '[[Kafka]]',
	};
	const reversed = Object.fromEntries(Object.entries(files).reverse());
	expect(list(reversed)).toEqual(list(files));
	expect(list(files).map(line => line.slice(0, 1))).toEqual(['B', 'a', 'c', '甲']);
});
