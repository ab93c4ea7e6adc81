import { describe, expect, test } from '@jest/globals';
import { relationsOf } from '../../../src/core/relations/relation';
import { aNote } from '../../support/a-note';

function read(text: string): string[] {
	return relationsOf(aNote('a.md', text)).relations.map(
		({ kind, link, reason, line }) => `${line} ${kind} ${link.target}: ${reason}`,
	);
}

function problemsOf(text: string): string[] {
	return relationsOf(aNote('a.md', text)).problems.map(
		({ kind, line, detail }) => `${line} ${kind} ${detail}`,
	);
}

describe('an item of the relations section', () => {
	test.each([
		['a full-width colon', '- **上游** [[Kafka]]：可重放', '2 upstream Kafka: 可重放'],
		['an ASCII colon', '- **Upstream** [[Kafka]]: can replay', '2 upstream Kafka: can replay'],
		['no space after the colon', '- **上游** [[Kafka]]:可重放', '2 upstream Kafka: 可重放'],
		['a colon after the kind', '- **上游：** [[Kafka]]：可重放', '2 upstream Kafka: 可重放'],
		['a colon after the bold word', '- **上游**： [[Kafka]]：可重放', '2 upstream Kafka: 可重放'],
		['an alias', '- **相关** [[Kafka|消息队列]]：可重放', '2 related-to Kafka: 可重放'],
		['a heading as target', '- **相关** [[Kafka#ISR]]：副本', '2 related-to Kafka: 副本'],
		['a Markdown link', '- **基于** [RocksDB](RocksDB.md)：状态', '2 based-on RocksDB.md: 状态'],
		['another bullet', '* **替代** [[Spark]]：微批', '2 alternative-to Spark: 微批'],
		['a colon inside the reason', '- **下游** [[A]]：原因：两个', '2 downstream A: 原因：两个'],
		['a second link in the reason', '- **下游** [[A]]：见 [[B]]', '2 downstream A: 见 [[B]]'],
		['a number', '1. **上游** [[Kafka]]：可重放', '2 upstream Kafka: 可重放'],
		['a number in brackets', '12) **上游** [[Kafka]]：可重放', '2 upstream Kafka: 可重放'],
		['a box', '- [ ] **上游** [[Kafka]]：可重放', '2 upstream Kafka: 可重放'],
		['a ticked box', '* [x] **上游** [[Kafka]]：可重放', '2 upstream Kafka: 可重放'],
		['a tab', '-\t**上游** [[Kafka]]：可重放', '2 upstream Kafka: 可重放'],
		['underscores', '- __上游__ [[Kafka]]：可重放', '2 upstream Kafka: 可重放'],
		['a key in underscores', '- __based_on__ [[Kafka]]：可重放', '2 based-on Kafka: 可重放'],
		['marks of a quote', '> - **上游** [[Kafka]]：可重放', '2 upstream Kafka: 可重放'],
		['a dash before the reason', '- **上游** [[Kafka]] — 可重放', '2 upstream Kafka: 可重放'],
		['an embedded note', '- **上游** ![[Kafka]]：可重放', '2 upstream Kafka: 可重放'],
		['code in the reason', '- **上游** [[A]]：用 `a` 读', '2 upstream A: 用 `a` 读'],
	])('may be written with %s', (_, item, expected) => {
		const text = `## 关系\n${item}`;
		expect(read(text)).toEqual([expected]);
		expect(problemsOf(text)).toEqual([]);
	});

	test('counts on any heading level, in both languages and with CRLF line breaks', () => {
		const text =
			'### Relations\r\n\r\n- **Replaces** [[Old]]: newer\r\n## 关系\r\n- **整体** [[C]]：在内\r\n';
		expect(read(text)).toEqual(['3 replaces Old: newer', '5 part-of C: 在内']);
	});

	test('counts only in its section, with the headings below it', () => {
		const text =
			'- **上游** [[A]]：x\n## 关系\n### 流\n- **上游** [[B]]：x\n## 后\n- **上游** [[C]]：x';
		expect(read(text)).toEqual(['4 upstream B: x']);
		expect(read('### 关系\n## 后\n- **上游** [[A]]：x')).toEqual([]);
		expect(read('## 关系\n### Relations\n- **上游** [[A]]：x')).toEqual(['3 upstream A: x']);
	});

	test('counts in a list within a list, and in a callout', () => {
		expect(read('## 关系\n- 流\n  - **上游** [[A]]：x\n\t\t- **下游** [[B]]：y')).toEqual([
			'3 upstream A: x',
			'4 downstream B: y',
		]);
		expect(read('## 关系\n> [!note] 流\n> - **上游** [[A]]：x')).toEqual(['3 upstream A: x']);
	});

	test('relates to each of the links in a row, with the reason that they share', () => {
		const text = '## 关系\n- **上游** [[A]]、[[B|b]] 和 [C](C.md)：都可重放，见 [[D]]';
		expect(read(text)).toEqual([
			'2 upstream A: 都可重放，见 [[D]]',
			'2 upstream B: 都可重放，见 [[D]]',
			'2 upstream C.md: 都可重放，见 [[D]]',
		]);
		expect(problemsOf('## 关系\n- **上游** [[A]]、[[B]]')).toEqual(['2 no-reason 上游']);
	});

	test.each([
		['code', '```\n- **上游** Kafka\n- **上游** [[A]]：x\n```'],
		['code that is set in', '字\n\n        - **上游** Kafka'],
		['code within the line', '- `**上游** [[A]]：x`'],
		['a comment', '%%\n- **上游** [[B]]：x\n- **邻居** B\n%%'],
		['an HTML comment', '<!--\n- **上游** Kafka\n-->'],
		[
			'a region',
			'<!-- stackbook:begin backlinks -->\n\n- **上游** Kafka\n\n<!-- stackbook:end backlinks -->',
		],
	])('neither counts nor lacks anything inside %s', (_, text) => {
		expect(read(`## 关系\n${text}`)).toEqual([]);
		expect(problemsOf(`## 关系\n${text}`)).toEqual([]);
	});
});

describe('an item that cannot be used', () => {
	test('names a kind that nobody knows', () => {
		expect(problemsOf('## 关系\n- **邻居** [[A]]：x')).toEqual(['2 unknown-kind 邻居']);
		expect(read('## 关系\n- **邻居** [[A]]：x')).toEqual([]);
	});

	test('has no link', () => {
		expect(problemsOf('## 关系\n\n- **上游** Kafka：x')).toEqual(['3 no-link 上游']);
		expect(problemsOf('## 关系\n- **上游** [Kafka](https://kafka.apache.org)：x')).toEqual([
			'2 no-link 上游',
		]);
	});

	test('has no reason, and still relates', () => {
		for (const item of ['- **上游** [[A]]', '- **上游** [[A]]：', '- **上游** [[A]]: ']) {
			expect(problemsOf(`## 关系\n${item}`)).toEqual(['2 no-reason 上游']);
			expect(read(`## 关系\n${item}`)).toEqual(['2 upstream A: ']);
		}
	});
});

test('prose and items without a bold word say nothing and are no problem', () => {
	const text = '## 关系\nFlink 常与 [[Kafka]] 同用。\n- [[Paimon]]：湖\n';
	expect(relationsOf(aNote('a.md', text))).toEqual({ relations: [], problems: [] });
});
