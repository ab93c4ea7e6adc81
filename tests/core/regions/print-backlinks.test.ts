import { describe, expect, test } from '@jest/globals';
import { printBacklinks } from '../../../src/core/regions/print-backlinks';
import { scanNote } from '../../../src/core/markdown/scan-note';
import { aNote, aVault } from '../../support/a-note';

function print(
	files: Readonly<Record<string, string>>,
	language: 'zh' | 'en' = 'zh',
	argument = '',
): string {
	const index = aVault({ 'Kafka.md': '', ...files });
	const note = index.find('Kafka.md');
	if (!note) throw new Error('no note');
	return printBacklinks({ index, note, language, argument }) ?? '';
}

test('backlinks stand under the names of their kinds, in the order of the kinds, mentions last', () => {
	const files = {
		'a.md': '提到 [[Kafka]]。',
		'Spark.md': '## 关系\n- **替代** [[Kafka]]：也行',
		'Flink.md': '## 关系\n- **上游** [[Kafka]]：读它',
		'CDC.md': '## 关系\n- **下游** [[Kafka]]：写它',
		'z.md': '## 关系\n- **上游** [[Kafka]]：也读',
	};
	expect(print(files)).toBe(
		[
			'**上游**\n\n- [[CDC]]：写它',
			'**下游**\n\n- [[Flink]]：读它\n- [[z]]：也读',
			'**替代**\n\n- [[Spark]]：也行',
			'**提及**\n\n- [[a]]：提到 Kafka。',
		].join('\n\n'),
	);
	expect(print(files, 'en')).toContain('**Downstream**\n\n- [[Flink]]: 读它\n- [[z]]: 也读');
	expect(print(files, 'en')).toContain('**Mentions**\n\n- [[a]]: 提到 Kafka。');
});

test('an entry without a reason is a link alone', () => {
	expect(print({ 'a.md': '---\nup: "[[Kafka]]"\n---\n' })).toBe('**提及**\n\n- [[a]]');
});

test('notes of one name are told apart by their paths', () => {
	const text = print({ 'x/n.md': '[[Kafka]] 甲', 'y/n.md': '[[Kafka]] 乙' });
	expect(text).toContain('- [[x/n|n]]：Kafka 甲\n- [[y/n|n]]：Kafka 乙');
});

test('each entry is one line with one link', () => {
	const text = print({
		'a.md': '| [[Kafka\\|k]] | [[b]] | %%x%% |',
		'b.md': '> - [ ] [[Kafka]] [[c]] ^x',
	});
	expect(scanNote(text, 0).links.map(({ target }) => target)).toEqual(['a', 'b']);
	expect(text.split('\n')).toHaveLength(4);
});

test('what others say has no effect here, in a reason, a sentence and a question', () => {
	const text = print({
		'a.md': '## 关系\n- **上游** [[Kafka]]：#标签 [^1] (key:: v) List<T> ^x ^y',
		'b.md': '见 [[Kafka]] 的 #标签[^1]',
		'c.md': '### Kafka 的 #标签 std::x？\n- [ ] 题 ^c-1\n',
		'd.md': '### Kafka 的 #标签 std::x？\n- [ ] 题 ^d-1\n\n[[Kafka]]',
	});
	expect(text).toContain('- [[a]]：\\#标签 \\[^1] (key:\\: v) List\\<T> \\^x');
	expect(text).toContain('- [[b]]：见 Kafka 的 \\#标签\\[^1]');
	expect(text).toContain('- c：Kafka 的 \\#标签 std:\\:x？');
	expect(text).toContain('- [[d#^d-1|Kafka 的 ＃标签 std：：x？]]');
	const { tags, blockIds } = scanNote(text, 0);
	expect({ tags, blockIds }).toEqual({ tags: [], blockIds: [] });
});

test('nobody who links here is nothing', () => {
	expect(print({})).toBe('');
});

describe('a group', () => {
	const mentions = (count: number): Record<string, string> =>
		Object.fromEntries(Array.from({ length: count }, (_, i) => [`n${i + 10}.md`, '[[Kafka]]']));

	test('shows twelve entries, and counts the rest', () => {
		expect(print(mentions(12))).not.toContain('还有');
		expect(print(mentions(15)).split('\n')).toHaveLength(15);
		expect(print(mentions(15))).toMatch(/\n- \[\[n21\]\]：Kafka\n- 还有 3 处$/);
		expect(print(mentions(13), 'en')).toMatch(/\n- 1 more$/);
	});

	test('shows a source once, with the first reason that it gives', () => {
		const text = '---\n上游: "[[Kafka]]"\n---\n上游:: [[Kafka]] 可重放\n\n上游:: [[Kafka]] 也快';
		expect(print({ 'a.md': text })).toBe('**下游**\n\n- [[a]]：可重放');
	});

	test('is ordered by title, then by path', () => {
		const files = { 'a/z.md': '[[Kafka]]', 'b/c.md': '[[Kafka]]', 'a/c.md': '[[Kafka]]' };
		expect(print(files).match(/[ab]\/c|\[z/g)).toEqual(['a/c', 'b/c', '[z']);
	});
});

describe('questions elsewhere', () => {
	const question = (prompt: string, id = 'q-1'): string => `### ${prompt}\n- [ ] 题 ^${id}\n`;

	test('are links to their blocks where the note links here', () => {
		expect(print({ 'a.md': `${question('Kafka 为什么快？')}\n见 [[Kafka]]。` })).toBe(
			'**提及**\n\n- [[a]]：见 Kafka。\n\n**问到它的问题**\n\n- [[a#^q-1|Kafka 为什么快？]]',
		);
	});

	test('are links where this note links there', () => {
		const files = { 'Kafka.md': '[[a]]', 'a.md': question('Kafka 为什么快？') };
		expect(print(files)).toBe('**问到它的问题**\n\n- [[a#^q-1|Kafka 为什么快？]]');
	});

	test('are plain text where the two notes are not linked: a region makes no new pair', () => {
		const files = { 'a.md': question('Kafka 为什么快？') };
		expect(print(files, 'en')).toBe('**Questions that name it**\n\n- a: Kafka 为什么快？');
	});

	test('name the note by an alias, or by a link, which is then no mention', () => {
		const kafka = '---\naliases: [消息中间件]\n---\n';
		const files = {
			'Kafka.md': kafka,
			'a.md': question('消息中间件怎么选？'),
			'b.md': question('[[Kafka|它]]怎么选？', 'q-2'),
		};
		expect(print(files)).toBe(
			'**问到它的问题**\n\n- a：消息中间件怎么选？\n- [[b#^q-2|它怎么选？]]',
		);
	});

	test('keep what would end a link out of it', () => {
		const files = { 'a.md': `${question('Kafka 的 `a[0]|b` 是 **什么**？')}\n[[Kafka]]` };
		const text = print(files);
		expect(text).toContain('- [[a#^q-1|Kafka 的 a［0］|b 是 什么？]]');
		expect(scanNote(text, 0).links.map(({ target, subpath }) => target + subpath)).toEqual([
			'a',
			'a^q-1',
		]);
	});

	test('are neither those of the note itself nor untracked ones nor those of records', () => {
		const files = {
			'Kafka.md': question('Kafka 为什么快？'),
			'a.md': '### Kafka 为什么快？\n',
			'b.md': `---\ntype: interview\n---\n${question('Kafka 为什么快？')}`,
			'c.md': question('PyKafka 为什么慢？'),
		};
		expect(print(files)).toBe('');
	});

	test('stand by title, then as they stand in their note, and are counted beyond twelve', () => {
		const many = Array.from({ length: 14 }, (_, i) => question(`Kafka ${i}？`, `b-${i}`));
		const text = print({ 'b.md': many.join(''), 'a.md': question('Kafka 呢？') });
		expect(text.split('\n').slice(2, 5)).toEqual([
			'- a：Kafka 呢？',
			'- b：Kafka 0？',
			'- b：Kafka 1？',
		]);
		expect(text).toMatch(/\n- 还有 3 处$/);
	});

	test('are read again after a note has changed', () => {
		const index = aVault({ 'Kafka.md': '', 'a.md': '' });
		const note = aNote('Kafka.md', '');
		const printed = (): string | undefined =>
			printBacklinks({ index, note, language: 'zh', argument: '' });
		expect(printed()).toBe('');
		index.set(aNote('a.md', question('Kafka 为什么快？')));
		expect(printed()).toContain('a：Kafka 为什么快？');
		index.remove('a.md');
		expect(printed()).toBe('');
	});
});

describe('the form without links', () => {
	test('writes the same lists in plain text', () => {
		const files = {
			'a.md': '### Kafka 为什么快？\n- [ ] 题 ^q\n\n见 [[Kafka]]。',
			'Flink.md': '## 关系\n- **上游** [[Kafka]]：读它',
			'x/n.md': '[[Kafka]] 甲',
			'y/n.md': '[[Kafka]] 乙',
		};
		const text = print(files, 'zh', 'text');
		expect(text).toBe(
			[
				'**下游**\n\n- Flink：读它',
				'**提及**\n\n- a：见 Kafka。\n- x/n：Kafka 甲\n- y/n：Kafka 乙',
				'**问到它的问题**\n\n- a：Kafka 为什么快？',
			].join('\n\n'),
		);
		expect(scanNote(text, 0).links).toEqual([]);
	});

	test('is the only other one', () => {
		const index = aVault({ 'a.md': '' });
		const note = aNote('a.md', '');
		expect(printBacklinks({ index, note, language: 'zh', argument: 'tree' })).toBeUndefined();
	});
});
