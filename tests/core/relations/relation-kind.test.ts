import { describe, expect, test } from '@jest/globals';
import {
	acyclicKindOf,
	inverseOf,
	RELATION_KINDS,
	relationKindName,
	relationKindOf,
} from '../../../src/core/relations/relation-kind';

describe.each(RELATION_KINDS)('%s', kind => {
	test('is the inverse of its inverse', () => {
		expect(inverseOf(inverseOf(kind))).toBe(kind);
	});

	test('is found by its name in both languages', () => {
		expect(relationKindOf(relationKindName(kind, 'zh'))).toBe(kind);
		expect(relationKindOf(relationKindName(kind, 'en'))).toBe(kind);
		expect(relationKindOf(` ${relationKindName(kind, 'en').toUpperCase()} `)).toBe(kind);
	});

	test('is found as properties are named', () => {
		expect(relationKindOf(kind)).toBe(kind);
		expect(relationKindOf(kind.replace('-', '_'))).toBe(kind);
	});

	test('is acyclic from both ends or from none', () => {
		expect(acyclicKindOf(inverseOf(kind))).toBe(acyclicKindOf(kind));
	});
});

test('the kinds are those that the note format names', () => {
	const pairs = RELATION_KINDS.map(kind => `${kind} ${inverseOf(kind)}`);
	expect(pairs).toEqual([
		'upstream downstream',
		'downstream upstream',
		'based-on used-by',
		'used-by based-on',
		'part-of has-part',
		'has-part part-of',
		'alternative-to alternative-to',
		'replaced-by replaces',
		'replaces replaced-by',
		'integrates-with integrates-with',
		'depends-on required-by',
		'required-by depends-on',
		'related-to related-to',
	]);
});

test('no two kinds share a name', () => {
	for (const language of ['zh', 'en'] as const) {
		const names = RELATION_KINDS.map(kind => relationKindName(kind, language).toLowerCase());
		expect(new Set(names).size).toBe(RELATION_KINDS.length);
	}
});

test.each(['', '上上游', 'toString', 'upstream of'])('%j names no kind', word => {
	expect(relationKindOf(word)).toBeUndefined();
});

test('no cycle may be of parts, of bases and of what replaces what', () => {
	const acyclic = RELATION_KINDS.filter(kind => acyclicKindOf(kind) !== undefined);
	expect(acyclic).toEqual([
		'based-on',
		'used-by',
		'part-of',
		'has-part',
		'replaced-by',
		'replaces',
	]);
});
