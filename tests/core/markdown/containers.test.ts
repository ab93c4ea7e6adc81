import { describe, expect, test } from '@jest/globals';
import {
	indentOf,
	isRule,
	matchContainers,
	openContainers,
} from '../../../src/core/markdown/containers';
import type { Container, Cursor } from '../../../src/core/markdown/containers';

const quote: Container = { kind: 'quote' };
const item = (width: number): Container => ({ kind: 'item', width });
const at = (rest: string): Cursor => ({ rest, column: 0 });

function open(text: string, inParagraph = false): readonly [Container[], string] {
	const cursor = at(text);
	return [openContainers(cursor, { depth: 0, inParagraph }), cursor.rest];
}

describe('openContainers', () => {
	test.each<[string, Container[], string]>([
		['> a', [quote], 'a'],
		['>a', [quote], 'a'],
		['> > a', [quote, quote], 'a'],
		['- a', [item(2)], 'a'],
		['  - a', [item(4)], 'a'],
		['-   a', [item(4)], 'a'],
		['-      code', [item(2)], '     code'],
		['-\ta', [item(4)], 'a'],
		['>\ta', [quote], '  a'],
		['10) a', [item(4)], 'a'],
		['- > 1. a', [item(2), quote, item(3)], 'a'],
		['-', [item(2)], ''],
		['- - -', [], '- - -'],
		['-a', [], '-a'],
		['    - a', [], '    - a'],
		['a > b', [], 'a > b'],
	])('of %j', (text, containers, rest) => {
		expect(open(text)).toEqual([containers, rest]);
	});

	test('lets only a list from 1 and with a text interrupt a paragraph', () => {
		expect(open('2. a', true)[0]).toEqual([]);
		expect(open('-', true)[0]).toEqual([]);
		expect(open('1. a', true)[0]).toEqual([item(3)]);
		expect(open('> 2. a', true)[0]).toEqual([quote, item(3)]);
	});

	test('does not follow nesting without end', () => {
		expect(open('> '.repeat(1000))[0]).toHaveLength(50);
	});
});

describe('matchContainers', () => {
	test.each<[string, Container[], number, string]>([
		['> a', [quote, quote], 1, 'a'],
		['  a', [item(2), item(2)], 1, 'a'],
		['\ta', [item(2), item(2)], 2, 'a'],
		['', [item(2), item(4)], 2, ''],
		['', [quote], 0, ''],
		['>     a', [quote, item(2)], 2, '  a'],
		['a', [item(2)], 0, 'a'],
	])('in %j', (text, containers, matched, rest) => {
		const cursor = at(text);
		expect([matchContainers(cursor, containers), cursor.rest]).toEqual([matched, rest]);
	});
});

test('a tab runs to the next multiple of four', () => {
	expect(['a', '  a', '\ta', '  \ta', '\t a'].map(text => indentOf(at(text)))).toEqual([
		0, 2, 4, 4, 5,
	]);
	expect(indentOf({ rest: '\ta', column: 2 })).toBe(2);
});

test('a rule is three marks or more of one kind', () => {
	const rules = ['---', '* * *', '  ___ ', '--', '-*-', '--- a'];
	expect(rules.filter(isRule)).toEqual(['---', '* * *', '  ___ ']);
});
