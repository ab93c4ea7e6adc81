import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { applyEdits } from '../../../src/core/text/text-edit';
import type { TextEdit } from '../../../src/core/text/text-edit';
import { propertyRuns } from '../../support/property-runs';

const edit = (start: number, end: number, newText: string): TextEdit => ({
	range: { start, end },
	newText,
});

/** The edits that lead back: each new text in its new place is put back to the old one. */
function invert(text: string, edits: readonly TextEdit[]): TextEdit[] {
	let shift = 0;
	return edits.map(({ range: { start, end }, newText }) => {
		const inverse = edit(start + shift, start + shift + newText.length, text.slice(start, end));
		shift += newText.length - (end - start);
		return inverse;
	});
}

const textAndEdits = fc.string({ unit: 'binary', maxLength: 60 }).chain(text =>
	fc.record({
		text: fc.constant(text),
		edits: fc
			.array(fc.tuple(fc.nat(text.length), fc.nat(text.length), fc.string({ maxLength: 5 })), {
				maxLength: 8,
			})
			.map(triples => {
				const cuts = triples.flatMap(([a, b]) => [a, b]).sort((a, b) => a - b);
				return triples
					.map(([, , newText], i) => edit(cuts[2 * i] ?? 0, cuts[2 * i + 1] ?? 0, newText))
					.filter(({ range }) => range.end > range.start);
			}),
	}),
);

describe('applyEdits', () => {
	test('replaces, inserts and deletes by the offsets of the text before', () => {
		expect(applyEdits('abcdef', [edit(0, 1, 'A'), edit(2, 2, '--'), edit(4, 6, '')])).toBe(
			'Ab--cd',
		);
	});

	test('gives the text itself where there is nothing to do', () => {
		expect(applyEdits('abc', [])).toBe('abc');
	});

	test('takes edits in any order, and keeps that of insertions at one place', () => {
		expect(applyEdits('abc', [edit(2, 3, 'C'), edit(0, 1, 'A')])).toBe('AbC');
		expect(applyEdits('ab', [edit(1, 1, 'x'), edit(1, 1, 'y'), edit(1, 2, 'B')])).toBe('axyB');
	});

	test.each([
		['overlap', [edit(0, 2, ''), edit(1, 3, '')]],
		['leave the text', [edit(2, 9, '')]],
		['begin before it', [edit(-1, 1, '')]],
		['run backwards', [edit(2, 1, '')]],
	])('refuses edits that %s', (_, edits) => {
		expect(() => applyEdits('abc', edits)).toThrow('Unexpected edit');
	});

	test('is undone by the inverse edits', () => {
		fc.assert(
			fc.property(textAndEdits, ({ text, edits }) => {
				const edited = applyEdits(text, edits);
				expect(applyEdits(edited, invert(text, edits))).toBe(text);
				expect(applyEdits(text, [...edits].reverse())).toBe(edited);
			}),
			{ numRuns: propertyRuns(300) },
		);
	});
});
