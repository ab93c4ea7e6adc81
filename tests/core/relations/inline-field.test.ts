import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { relationsOf } from '../../../src/core/relations/relation';
import { aNote } from '../../support/a-note';
import { anyMarkdown } from '../../support/hostile-markdown';
import { propertyRuns } from '../../support/property-runs';

function read(text: string): string[] {
	const { relations, problems } = relationsOf(aNote('a.md', text));
	expect(problems).toEqual([]);
	return relations.map(
		({ kind, link, reason, line, form }) => `${line} ${form} ${kind} ${link.target}: ${reason}`,
	);
}

describe('an inline field whose key is a kind of relation is a relation', () => {
	test.each([
		['on a line of its own', '上游:: [[Kafka]]', '1 field upstream Kafka: '],
		['with its reason behind', '上游:: [[Kafka]] 可重放', '1 field upstream Kafka: 可重放'],
		['with a colon before it', '上游:: [[Kafka]]：可重放', '1 field upstream Kafka: 可重放'],
		['in English', 'Based on:: [[Flink]], as jobs', '1 field based-on Flink: as jobs'],
		['with a key as tools write it', 'part_of:: [[Kafka]]', '1 field part-of Kafka: '],
		['with a bold key', '**上游**:: [[Kafka]]', '1 field upstream Kafka: '],
		['as a list item', '- 上游:: [[Kafka]]', '1 field upstream Kafka: '],
		['as a bold list item', '- **上游**:: [[Kafka]]', '1 field upstream Kafka: '],
		['as a task', '- [ ] 上游:: [[Kafka]]', '1 field upstream Kafka: '],
		['in a quote', '> > 1. 上游:: [[Kafka]]', '1 field upstream Kafka: '],
		['with an alias', '上游:: [[Kafka|消息队列]]', '1 field upstream Kafka: '],
		['with a Markdown link', '上游:: [Kafka](Kafka.md)', '1 field upstream Kafka.md: '],
		['in brackets', '读 [上游:: [[Kafka]]] 的数据', '1 field upstream Kafka: '],
		['in parentheses', '读 (upstream:: [[Kafka]]) 的数据', '1 field upstream Kafka: '],
		[
			'in brackets, with its reason',
			'见 [上游:: [[Kafka]] 可重放]。',
			'1 field upstream Kafka: 可重放',
		],
		['in brackets, in a table', '| a | (上游:: [[Kafka]]) |', '1 field upstream Kafka: '],
		['after a byte order mark', '\uFEFF上游:: [[Kafka]]', '1 field upstream Kafka: '],
		['with CRLF', 'a\r\n上游:: [[Kafka]]\r\nb', '2 field upstream Kafka: '],
		['in the section of the relations', '## 关系\n- 上游:: [[Kafka]]', '2 field upstream Kafka: '],
	])('%s', (_, text, expected) => {
		expect(read(text)).toEqual([expected]);
	});

	test('for each link in a row, with the reason that they share', () => {
		expect(read('上游:: [[A]], [[B]] 和 [[C]]：都可重放')).toEqual([
			'1 field upstream A: 都可重放',
			'1 field upstream B: 都可重放',
			'1 field upstream C: 都可重放',
		]);
	});

	test('but not for a link in its reason', () => {
		expect(read('上游:: [[A]]，因为 [[B]] 要重放')).toEqual([
			'1 field upstream A: 因为 [[B]] 要重放',
		]);
	});

	test('for each field in brackets', () => {
		expect(read('从 [上游:: [[A]]、[[B]]] 到 (下游:: [[C]])，见 [[D]]')).toEqual([
			'1 field upstream A: ',
			'1 field upstream B: ',
			'1 field downstream C: ',
		]);
	});

	test('beside the item of a list that relates to something else', () => {
		expect(read('## 关系\n- **上游** [[A]]：见 [下游:: [[B]]]')).toEqual([
			'2 item upstream A: 见 [下游:: [[B]]]',
			'2 field downstream B: ',
		]);
	});
});

describe('what makes no relation', () => {
	test.each([
		['another key', '状态:: [[Kafka]]'],
		['a field without a link', '上游:: Kafka'],
		['one colon', '上游: [[Kafka]]'],
		['full-width colons', '上游：：[[Kafka]]'],
		['a sentence before the key', '这里的上游:: [[Kafka]]'],
		['a link before the field', '[[Kafka]] 上游:: x'],
		['an embedded note', '上游:: ![[Kafka]]'],
		['a field in brackets that nobody closed', '见 (上游:: [[Kafka]]'],
		['code', '`上游:: [[Kafka]]`\n\n```\n上游:: [[Kafka]]\n```\n\n    上游:: [[Kafka]]'],
		['a comment', '%%\n上游:: [[Kafka]]\n%%\n<!-- (上游:: [[Kafka]]) -->'],
		[
			'a region',
			'<!-- stackbook:begin backlinks -->\n\n上游:: [[Kafka]]\n\n<!-- stackbook:end backlinks -->',
		],
		['a heading', '## 上游:: [[Kafka]]'],
	])('%s', (_, text) => {
		expect(read(text)).toEqual([]);
	});
});

describe('a property whose name is a kind of relation', () => {
	test.each([
		['a link', '上游: "[[Kafka]]"', ['2 property upstream Kafka: ']],
		['an English name', 'Based on: "[[Flink|F]]"', ['2 property based-on Flink: ']],
		['a name as tools write it', 'based_on: "[[Flink]]"', ['2 property based-on Flink: ']],
		[
			'a list of links',
			'part-of:\n  - "[[A]]"\n  - "[[B]]"\n  - 无',
			['2 property part-of A: ', '2 property part-of B: '],
		],
		['text without a link', '上游: Kafka', []],
		['another name', 'up: "[[Kafka]]"', []],
	])('states a relation for each link: %s', (_, property, expected) => {
		expect(read(`---\n${property}\n---\n`)).toEqual(expected);
	});
});

test('reading fields never throws, and each relation is a link of the note', () => {
	const pieces = ['上游::', ' part_of:: ', '(', '[', ')', ']', '[[Kafka]]', '、', '**', '::', '\n'];
	const fields = fc.array(fc.constantFrom(...pieces), { maxLength: 20 }).map(all => all.join(''));
	fc.assert(
		fc.property(fc.oneof(anyMarkdown, fields), text => {
			const note = aNote('a.md', text);
			for (const { link } of relationsOf(note).relations) expect(note.links).toContain(link);
		}),
		{ numRuns: propertyRuns(2000) },
	);
});

test('a line that is all brackets is read in no time', () => {
	const note = aNote('a.md', `${'(上游::'.repeat(2700)}[[Kafka]]`);
	const start = performance.now();
	relationsOf(note);
	expect(performance.now() - start).toBeLessThan(1000);
});
