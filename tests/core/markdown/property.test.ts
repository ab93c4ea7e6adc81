import { describe, expect, test } from '@jest/globals';
import { listProperty, textProperty } from '../../../src/core/markdown/property';
import type { Properties } from '../../../src/core/markdown/property';
import { aNote } from '../../support/a-note';

const properties: Properties = aNote(
	'a.md',
	[
		'---',
		'text: "  Flink "',
		'number: 2.30',
		'flag: false',
		'empty:',
		'blank: "  "',
		'list: [Flink, 1, true, null, "", [nested]]',
		'none: []',
		'---',
	].join('\n'),
).properties;

describe('textProperty', () => {
	test.each([
		['text', 'Flink'],
		['number', '2.3'],
		['flag', 'false'],
		['empty', undefined],
		['blank', undefined],
		['list', undefined],
		['missing', undefined],
		['__proto__', undefined],
		['constructor', undefined],
	])('reads %s as %s', (name, expected) => {
		expect(textProperty(properties, name)).toBe(expected);
	});
});

describe('listProperty', () => {
	test.each([
		['text', ['Flink']],
		['number', ['2.3']],
		['empty', []],
		['blank', []],
		['list', ['Flink', '1', 'true']],
		['none', []],
		['missing', []],
	])('reads %s as %j', (name, expected) => {
		expect(listProperty(properties, name)).toEqual(expected);
	});
});
