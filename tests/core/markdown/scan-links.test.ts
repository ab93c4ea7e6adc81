import { describe, expect, test } from '@jest/globals';
import {
	linksInLine,
	linksInProperties,
	parseWikilinkTarget,
} from '../../../src/core/markdown/scan-links';
import type { Link } from '../../../src/core/markdown/structure';
import { splitLines } from '../../../src/core/text/line';
import { aNote } from '../../support/a-note';

function linksIn(text: string): Link[] {
	const [line] = splitLines(text);
	return line ? linksInLine(text, text, line) : [];
}

/** Links written short: an exclamation mark for embeds, target, subpath, alias. */
const short = (links: readonly Link[]): string[] =>
	links.map(
		({ embed, target, subpath, alias }) =>
			`${embed ? '!' : ''}${target}${subpath && `#${subpath}`}${alias === undefined ? '' : `|${alias}`}`,
	);

describe('wikilinks', () => {
	test.each([
		['[[Kafka]]', 'Kafka'],
		['[[Apache Kafka]]', 'Apache Kafka'],
		['[[水位线]]', '水位线'],
		['[[Kafka|消息队列]]', 'Kafka|消息队列'],
		['[[ Kafka | 消息 队列 ]]', 'Kafka|消息 队列'],
		['[[Kafka#零拷贝]]', 'Kafka#零拷贝'],
		['[[Kafka#A#B|x]]', 'Kafka#A#B|x'],
		['[[Kafka#^block-id]]', 'Kafka#^block-id'],
		['[[#原理]]', '#原理'],
		['[[#^id]]', '#^id'],
		['![[图.png]]', '!图.png'],
		['![[图.png|300]]', '!图.png|300'],
		['![[Flink#原理]]', '!Flink#原理'],
		['[[技术/流计算/Flink.md]]', '技术/流计算/Flink.md'],
		['[[../Kafka]]', '../Kafka'],
		['[[Kafka\\|消息]]', 'Kafka|消息'],
		['[[Kafka|a|b]]', 'Kafka|a|b'],
		['[[C++]] ', 'C++'],
		['[[a.b.c]]', 'a.b.c'],
	])('%s', (text, expected) => {
		expect(short(linksIn(text))).toEqual([expected]);
	});

	test('in a row of a table end their target before the escaped bar', () => {
		expect(short(linksIn('| [[Kafka\\|K]] | [[Flink#原理\\|原理]] | ![[a.png\\|99]] |'))).toEqual([
			'Kafka|K',
			'Flink#原理|原理',
			'!a.png|99',
		]);
	});

	test('stand where their range says', () => {
		const text = '见 ![[a.png]] 与 [[B|c]]。';
		expect(linksIn(text).map(({ range }) => text.slice(range.start, range.end))).toEqual([
			'![[a.png]]',
			'[[B|c]]',
		]);
	});

	test.each(['[[]]', '[[a', 'a]]', '[a]', '[[a]', '[[a\nb]]', '\\[[a]]', 'x\\[[a]]', '[[[]]]'])(
		'%j is none',
		text => {
			expect(linksIn(text)).toEqual([]);
		},
	);

	test('behind an escaped backslash are links, behind an escaped exclamation mark no embeds', () => {
		expect(short(linksIn('\\\\[[a]]'))).toEqual(['a']);
		expect(short(linksIn('\\![[a]]'))).toEqual(['a']);
		expect(short(linksIn('\\![a](b.md)'))).toEqual(['b.md|a']);
		const text = '\\![[a]]';
		expect(linksIn(text)[0]?.range).toEqual({ start: 2, end: 7 });
	});
});

describe('Markdown links', () => {
	test.each([
		['[卡](Kafka.md)', 'Kafka.md|卡'],
		['[](Kafka.md)', 'Kafka.md|'],
		['[K](Apache%20Kafka.md)', 'Apache Kafka.md|K'],
		['[K](%E6%B0%B4%E4%BD%8D%E7%BA%BF.md)', '水位线.md|K'],
		['[K](<Apache Kafka.md>)', 'Apache Kafka.md|K'],
		['[K](Kafka.md "title")', 'Kafka.md|K'],
		["[K](Kafka.md 'title')", 'Kafka.md|K'],
		['[K](Kafka.md#零拷贝)', 'Kafka.md#零拷贝|K'],
		['[K](#原理)', '#原理|K'],
		['![图](img/a%20b.png)', '!img/a b.png|图'],
		['[K](../x/Kafka.md)', '../x/Kafka.md|K'],
		['[K](100%.md)', '100%.md|K'],
		['[K](Kafka)', 'Kafka|K'],
		['[K](Kafka%20(消息).md)', 'Kafka (消息).md|K'],
	])('%s', (text, expected) => {
		expect(short(linksIn(text))).toEqual([expected]);
	});

	test.each([
		'[x](https://flink.apache.org)',
		'[x](HTTP://flink.apache.org)',
		'[x](mailto:a@b.c)',
		'[x](obsidian://open?vault=v)',
		'[x](file:///etc/passwd)',
		'[x](//cdn.example.com/a.png)',
		'[x]()',
		'[x](#)',
		'[x](a b.md)',
		'\\[x](a.md)',
		'[x] (a.md)',
		'https://flink.apache.org',
		'<https://flink.apache.org>',
	])('%s does not lead into the vault', text => {
		expect(linksIn(text)).toEqual([]);
	});

	test('keep the code in their text, which the masked line has no more', () => {
		const text = '[`topic` 参数](Kafka.md) [[Kafka|`key`]]';
		const masked = text.replace('`topic`', ' '.repeat(7)).replace('`key`', ' '.repeat(5));
		const [line] = splitLines(text);
		expect(line && short(linksInLine(masked, text, line))).toEqual([
			'Kafka.md|`topic` 参数',
			'Kafka|`key`',
		]);
	});

	test('come in the order of the line, mixed with wikilinks, and never over each other', () => {
		expect(short(linksIn('[a](b.md) [[c]] ![d](e.png) ![[f]]'))).toEqual([
			'b.md|a',
			'c',
			'!e.png|d',
			'!f',
		]);
		expect(short(linksIn('[a]([[b]])'))).toEqual(['b']);
	});
});

describe('linksInProperties', () => {
	const linksOf = (yaml: string): string[] =>
		linksInProperties(aNote('a.md', `---\n${yaml}\n---\n`).properties).map(
			({ property, target, alias, line }) => `${property}@${line}:${target}|${alias ?? ''}`,
		);

	test('finds a text, and each item of a list, that is one wikilink', () => {
		expect(linksOf('a: "[[Kafka|K]]"\nb:\n  - "[[Flink]]"\n  - x\n  - " [[Spark#原理]] "')).toEqual(
			['a@2:Kafka|K', 'b@3:Flink|', 'b@3:Spark|'],
		);
	});

	test('finds none in other texts, in values without quotes and in numbers', () => {
		expect(
			linksOf('a: see [[Kafka]]\nb: [[Kafka]]\nc: "[[a]] [[b]]"\nd: 5\ne: "[k](Kafka.md)"'),
		).toEqual([]);
	});
});

test('parseWikilinkTarget parts what stands between the brackets', () => {
	expect(parseWikilinkTarget('a/b#c#^d|e|f')).toEqual({
		target: 'a/b',
		subpath: 'c#^d',
		alias: 'e|f',
	});
	expect(parseWikilinkTarget('a')).toEqual({ target: 'a', subpath: '' });
	expect(parseWikilinkTarget('a\\|b')).toEqual({ target: 'a', subpath: '', alias: 'b' });
	expect(parseWikilinkTarget('')).toEqual({ target: '', subpath: '' });
});
