import { expect, test } from '@jest/globals';
import { printBacklinks } from '../../../src/core/regions/print-backlinks';
import { scanNote } from '../../../src/core/markdown/scan-note';
import { aVault } from '../../support/a-note';

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

test('nobody who links here is nothing', () => {
	expect(print({})).toBe('');
});
