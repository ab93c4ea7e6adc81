import { describe, expect, test } from '@jest/globals';
import { criteriaOf, criterionValue } from '../../../src/core/schema/criterion';
import { aNote } from '../../support/a-note';

function withProperties(...lines: string[]): ReturnType<typeof aNote> {
	return aNote('a.md', ['---', ...lines, '---', ''].join('\n'));
}

test('every property without a meaning of its own is a criterion, in the order of the note', () => {
	const note = withProperties(
		'执行模型: 逐条',
		'type: technology',
		'tags: []',
		'SQL能力: 有',
		'Tier: 1',
	);
	expect(criteriaOf(note)).toEqual(['执行模型', 'SQL能力']);
});

test('a property named as a kind of relation is no criterion', () => {
	const note = withProperties(
		'上游: x',
		'Based on: x',
		'based_on: x',
		'part-of: []',
		'上游延迟: 低',
	);
	expect(criteriaOf(note)).toEqual(['上游延迟']);
});

describe('the value of a criterion', () => {
	test.each([
		['a text', 'x: 毫秒级', '毫秒级'],
		['a number', 'x: 3', '3'],
		['a number as it is written', 'x: 1.10', '1.10'],
		['a number with zeros before it', 'x: 010', '010'],
		['a number with an exponent', 'x: 1e3', '1e3'],
		['a number in hexadecimal', 'x: 0xFF # so', '0xFF'],
		['a list of numbers as they are written', 'x: [1.10, a, 2, 010, ]', '1.10, a, 2, 010'],
		['a checkbox as it is written', 'x: True', 'True'],
		['a checkbox', 'x: false', 'false'],
		['a list, its empty items left out', 'x:\n  - a\n  -\n  - b', 'a, b'],
		['a text of several lines, on one line', 'x: |\n  a\n  b', 'a b'],
		['a name like a method', 'x: constructor', 'constructor'],
	])('is %s', (_, line, value) => {
		expect(criterionValue(withProperties(line), 'x')).toBe(value);
	});

	test.each(['x:', 'x: ""', 'x: "  "', 'x: []', 'y: a'])('is nothing for %j', line => {
		expect(criterionValue(withProperties(line), 'x')).toBeUndefined();
	});

	test('is nothing for the names of methods', () => {
		expect(criterionValue(withProperties('x: 1'), 'toString')).toBeUndefined();
		expect(criterionValue(withProperties('x: 1'), '__proto__')).toBeUndefined();
	});
});
