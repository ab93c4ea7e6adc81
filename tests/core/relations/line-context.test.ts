import { describe, expect, test } from '@jest/globals';
import { lineContext } from '../../../src/core/relations/line-context';
import { aNote } from '../../support/a-note';

function contextOf(text: string): string {
	const note = aNote('a.md', text);
	const link = note.links.find(({ target }) => target === 'Kafka');
	if (!link) throw new Error(`There is no link to Kafka in ${text}`);
	return lineContext(note, link);
}

describe('the sentence around a link', () => {
	test.each([
		[
			'ends at a Chinese full stop',
			'先看这里。再看 [[Kafka]] 的位点。最后。',
			'再看 Kafka 的位点。',
		],
		['ends at an English full stop', 'One. Read [[Kafka]] now. Two.', 'Read Kafka now.'],
		['keeps the point of a version', 'Since 4.0 [[Kafka]] 4.1 is it', 'Since 4.0 Kafka 4.1 is it'],
		['stays on its line', 'above\n[[Kafka]] here\nbelow', 'Kafka here'],
		['shows an alias', '用 [[Kafka|消息队列]] 缓冲', '用 消息队列 缓冲'],
		['shows an alias in a table', '| a | [[Kafka\\|队列]] |', '| a | 队列 |'],
		['leaves out the mark of a list', '- [ ] 学 [[Kafka]] ^kafka-1', '学 Kafka'],
		['leaves out the mark of a quote', '> > 1. 用 [[Kafka]]', '用 Kafka'],
		['leaves out the mark of a heading', '## 为什么用 [[Kafka]]', '为什么用 Kafka'],
		['leaves out emphasis', '**用** ==[[Kafka]]== ~~旧~~', '用 Kafka 旧'],
		['shows a link to the web by its words', '[[Kafka]] 见 [文档](https://x.y)', 'Kafka 见 文档'],
		['shows other links by their words', '[[Kafka]] 和 [[B#^c]]、![[C.png]]', 'Kafka 和 B、C.png'],
		['is without CR', 'a\r\n[[Kafka]] b\r\nc', 'Kafka b'],
	])('%s', (_, text, expected) => {
		expect(contextOf(text)).toBe(expected);
	});

	test('is empty for a link in a property', () => {
		expect(contextOf('---\nup: "[[Kafka]]"\n---\n')).toBe('');
	});

	test('is cut at 120 characters without tearing one', () => {
		const context = contextOf(`[[Kafka]] ${'😀'.repeat(200)}`);
		expect([...context]).toHaveLength(120);
		expect(context.endsWith('😀…')).toBe(true);
	});

	test('keeps names with underscores and operators in code as they are', () => {
		expect(contextOf('[[Kafka]] 的 `__consumer_offsets` 与 `a == b`')).toBe(
			'Kafka 的 `__consumer_offsets` 与 `a == b`',
		);
		expect(contextOf('[[Kafka]] 的 __consumer_offsets 主题')).toBe(
			'Kafka 的 __consumer_offsets 主题',
		);
	});

	test('carries no comment into the region that shows it', () => {
		expect(contextOf('用 [[Kafka]] %%私下%% 缓冲')).toBe('用 Kafka 缓冲');
		expect(contextOf('用 [[Kafka]] <!-- 私下 --> 缓冲')).toBe('用 Kafka 缓冲');
		expect(contextOf('一 %%注\n注%% 用 [[Kafka]]')).not.toContain('%%');
		expect(contextOf(`用 [[Kafka]] %%${'长'.repeat(200)}%%`)).not.toContain('%%');
	});
});
