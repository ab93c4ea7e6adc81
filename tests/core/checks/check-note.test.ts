import { describe, expect, test } from '@jest/globals';
import { checkNote } from '../../../src/core/checks/check-note';
import { aNote } from '../../support/a-note';

function check(...lines: string[]): string[] {
	return checkNote(aNote('a.md', lines.join('\n'))).map(({ code, line, params }) =>
		`${line} ${code} ${Object.values(params).join(' ')}`.trimEnd(),
	);
}

describe('the properties of a note that the program knows', () => {
	test.each([
		['technology', ['id', 'category']],
		['concept', ['id']],
		['comparison', ['id', 'alternatives']],
		['home', ['format']],
		['attempts', []],
		['recipe', []],
	])('%s', (type, required) => {
		expect(check('---', `type: ${type}`, '---')).toEqual(
			required.map(name => `1 property-missing ${name}`),
		);
	});

	test('may not be empty, whichever way', () => {
		const empty = ['a:', 'b: ""', 'c: []', 'd: null'];
		expect(check('---', 'type: concept', 'id: a', ...empty, 'e: 0', 'f: false', '---')).toEqual([
			'4 property-empty a',
			'5 property-empty b',
			'6 property-empty c',
			'7 property-empty d',
		]);
	});
});

describe('the values that the note format lists', () => {
	const known = (...lines: string[]): string[] =>
		check('---', 'type: technology', 'id: a', 'category: x', ...lines, '---');

	test.each([
		['status: alive', 'status alive active, dormant, attic, superseded'],
		['tier: 4', 'tier 4 1, 2, 3'],
		['tier: high', 'tier high 1, 2, 3'],
		['verified: soon', 'verified soon 2026-11-20'],
		['verified: 2026-13-01', 'verified 2026-13-01 2026-11-20'],
		['verified: "{{date}}"', 'verified {{date}} 2026-11-20'],
	])('%s is none', (line, said) => {
		expect(known(line)).toEqual([`5 property-value ${said}`]);
	});

	test.each(['status: dormant', 'tier: "2"', 'tier: 1', 'verified: 2026-11-20', 'status: [x]'])(
		'%s is taken',
		line => {
			expect(known(line)).toEqual([]);
		},
	);
});

test('nested properties are the business of other plugins', () => {
	expect(check('---', 'a:', '  b: c', '---')).toEqual([]);
});

test('every faulty marker is named with its region', () => {
	expect(
		check('<!-- stackbook:end progress -->', 'x', '<!-- stackbook:begin backlinks -->'),
	).toEqual(['1 region-unopened progress', '3 region-unclosed backlinks']);
});

test('a begin marker without its closing mark is named, for it hides what follows', () => {
	expect(check('x', '', '<!-- stackbook:begin members:table-format hash=0', '', '[[y]]')).toEqual([
		'3 region-unfinished members:table-format',
	]);
});

test('a note that cannot be read has that one finding', () => {
	expect(check('---', 'type: technology', '---', '\0')).toEqual([
		expect.stringMatching(/^1 note-binary/),
	]);
});
