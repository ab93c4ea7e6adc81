import { describe, expect, test } from '@jest/globals';
import { lineContext } from '../../../src/core/relations/line-context';
import fc from 'fast-check';
import { aNote } from '../../support/a-note';
import { anyMarkdown } from '../../support/hostile-markdown';
import { propertyRuns } from '../../support/property-runs';

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
		['shows an alias in a table', '| a | [[Kafka\\|队列]] |', 'a · 队列'],
		[
			'joins the cells of a row',
			'| 甲 |  | 见 [[Kafka]]。 | `a|b` \\| 丙 |',
			'甲 · 见 Kafka。 · `a · b` | 丙',
		],
		[
			'joins the cells of a row without outer bars',
			'甲 | 乙\n--- | ---\n见 [[Kafka]] | 丙',
			'见 Kafka · 丙',
		],
		['joins the cells of a head', '甲 | 见 [[Kafka]]\n:-- | --:\n乙 | 丙', '甲 · 见 Kafka'],
		['keeps a bar that is no table', '甲 | 见 [[Kafka]]', '甲 | 见 Kafka'],
		['leaves out the mark of a callout', '> [!note]- 见 [[Kafka]]', '见 Kafka'],
		['leaves out the mark of a callout in a quote', '> > [!warning]+ 见 [[Kafka]]', '见 Kafka'],
		[
			'leaves out the size of an embed',
			'看 ![[Kafka#ISR|300]] 与 ![图|300x200](a.png)',
			'看 Kafka#ISR 与 图',
		],
		['keeps a number that is an alias', '看 [[Kafka|300]] 次', '看 300 次'],
		[
			'goes on behind e.g. and i.e.',
			'Queues, e.g. [[Kafka]], i.e. logs. Next.',
			'Queues, e.g. Kafka, i.e. logs.',
		],
		[
			'goes on behind etc. and vs.',
			'One. B etc. vs. [[Kafka]] etc. at last. Next.',
			'B etc. vs. Kafka etc. at last.',
		],
		[
			'goes on behind a number',
			'Done. Since 4. [[Kafka]] 3. is it. Next.',
			'Since 4. Kafka 3. is it.',
		],
		[
			'ends behind the mark that closes a quote',
			'前。他说「见 [[Kafka]]。」然后走了。',
			'他说「见 Kafka。」',
		],
		[
			'ends at no mark in code',
			'用 `a. b` 读 [[Kafka]] 的 `c。d`。后',
			'用 `a. b` 读 Kafka 的 `c。d`。',
		],
		[
			'ends at no mark in a link',
			'用 [[A. B]] 读 [[Kafka]] 和 [[C。D]]。后',
			'用 A. B 读 Kafka 和 C。D。',
		],
		['shows nothing of a comment from above', '一 %%注\n注%% [[Kafka]] 缓冲', 'Kafka 缓冲'],
		[
			'shows what dresses words up as words',
			'<b>用</b> [[Kafka]]<br>读 List<String>',
			'用 Kafka 读 List<String>',
		],
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

	test.each([
		['behind a long beginning', `${'长'.repeat(200)} [[Kafka]]。`],
		['before a long end', `[[Kafka]] ${'长'.repeat(200)}。`],
		['in the middle', `${'长'.repeat(200)} [[Kafka]] ${'尾'.repeat(200)}`],
		['behind a long word', `${'a'.repeat(300)} [[Kafka]]`],
		['between long code', `\`${'码 '.repeat(90)}\` [[Kafka]] \`${'码 '.repeat(90)}\``],
		['in a long row', `| ${'长'.repeat(200)} | [[Kafka]] | ${'尾'.repeat(200)} |`],
		['as a long alias', `${'长'.repeat(99)}[[Kafka|Kafka${'别'.repeat(99)}]]${'尾'.repeat(99)}`],
	])('shows at most 120 characters, the words of the link among them: %s', (_, text) => {
		const context = contextOf(text);
		expect([...context].length).toBeLessThanOrEqual(120);
		expect([...context].length).toBeGreaterThan(5);
		expect(context).toContain('Kafka');
		expect(context.replace('…', '')).not.toBe(context);
	});

	test('says on which side something is cut, and cuts no word and no code', () => {
		const word = 'abcdefghijklmnopqrst ';
		const context = contextOf(`${word.repeat(9)}[[Kafka]] ${word.repeat(9)}`);
		expect(context).toMatch(/^…(?:abcdefghijklmnopqrst )+Kafka(?: abcdefghijklmnopqrst)+…$/);
		expect(context.length).toBeGreaterThan(90);
		expect(contextOf(`[[Kafka]] ${'长'.repeat(100)} \`a b c d e f g h i j k\``)).toMatch(/长…$/);
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

test('any line has a context of at most 120 characters, and long words of a link are in it', () => {
	const around = fc.oneof(anyMarkdown, fc.string({ unit: 'binary' }));
	fc.assert(
		fc.property(around, around, (before, after) => {
			const note = aNote('a.md', `${before} [[Kafka]] ${after}`);
			for (const link of note.links) {
				const context = lineContext(note, link);
				expect([...context].length).toBeLessThanOrEqual(120);
				expect(context).not.toMatch(/[\ue000-\ue003\r\n]/);
				if (link.target === 'Kafka' && link.alias === undefined && link.property === undefined)
					expect(context).toContain('Kafka');
			}
		}),
		{ numRuns: propertyRuns(1000) },
	);
});
