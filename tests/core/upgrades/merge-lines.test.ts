import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { applyChanges, mergeLines, replaceLines } from '../../../src/core/upgrades/merge-lines';
import { hashLine } from '../../../src/core/upgrades/part-hash';
import { propertyRuns } from '../../support/property-runs';
import { assertAndRecord } from '../../support/reliability';

const RUNS = propertyRuns(500, 20_000);

/** Few different lines, so that they meet; blank ones among them, as in notes. */
const lines: fc.Arbitrary<string[]> = fc.array(
	fc.constantFrom('', '> ', '- a', '- b', '> c', 'd', '## e'),
	{
		maxLength: 12,
	},
);

/** A text as somebody edited it: mostly the same lines. */
const edited = (from: readonly string[]): fc.Arbitrary<string[]> =>
	fc
		.array(fc.tuple(fc.nat(14), fc.constantFrom('insert', 'delete', 'edit'), fc.nat(5)), {
			maxLength: 3,
		})
		.map(edits => {
			const result = [...from];
			for (const [place, kind, word] of edits) {
				const at = Math.min(place, result.length);
				if (kind === 'insert') result.splice(at, 0, `new ${word}`);
				else if (kind === 'delete') result.splice(at, 1);
				else if (at < result.length) result[at] = `edited ${word}`;
			}
			return result;
		});

const threeTexts = lines.chain(base => fc.tuple(fc.constant(base), edited(base), edited(base)));

function merge(base: string[], ours: string[], theirs: string[]): string[] | 'conflict' {
	const merged = mergeLines(base.map(hashLine), ours, theirs);
	return merged.kind === 'merged' ? applyChanges(ours, merged.changes) : 'conflict';
}

function count(texts: readonly string[], line: string): number {
	return texts.filter(text => text === line).length;
}

describe('laws of merging', () => {
	test('what the reader did not touch becomes the new text', () => {
		assertAndRecord(
			'upgrade',
			'law of merging: what the reader did not touch becomes the new text',
			fc.property(lines, lines, (base, theirs) => {
				expect(merge(base, base, theirs)).toEqual(theirs);
			}),
			RUNS,
		);
	});

	test('what we did not change stays as the reader has it', () => {
		assertAndRecord(
			'upgrade',
			'law of merging: what we did not change stays as the reader has it',
			fc.property(lines, lines, (base, ours) => {
				expect(merge(base, ours, base)).toEqual(ours);
			}),
			RUNS,
		);
	});

	test('the same change on both sides is one change', () => {
		assertAndRecord(
			'upgrade',
			'law of merging: the same change on both sides is one change',
			fc.property(lines, lines, (base, both) => {
				expect(merge(base, both, both)).toEqual(both);
			}),
			RUNS,
		);
	});

	test('merging again changes nothing, by the old base or by the new', () => {
		assertAndRecord(
			'upgrade',
			'law of merging: merging again changes nothing, by the old base or by the new',
			fc.property(threeTexts, ([base, ours, theirs]) => {
				const merged = merge(base, ours, theirs);
				if (merged === 'conflict') return;
				expect(merge(base, merged, theirs)).toEqual(merged);
				expect(merge(theirs, merged, theirs)).toEqual(merged);
			}),
			RUNS,
		);
	});

	test('every line that the reader wrote survives', () => {
		assertAndRecord(
			'upgrade',
			'law of merging: every line that the reader wrote survives',
			fc.property(threeTexts, ([base, ours, theirs]) => {
				const merged = merge(base, ours, theirs);
				if (merged === 'conflict') return;
				for (const line of new Set<string>(ours)) {
					if (base.includes(line)) continue;
					const wanted = theirs.includes(line) ? 1 : count(ours, line);
					expect(count(merged, line)).toBeGreaterThanOrEqual(wanted);
				}
			}),
			RUNS,
		);
	});

	test('a line that the reader deleted does not come back', () => {
		assertAndRecord(
			'upgrade',
			'law of merging: a line that the reader deleted does not come back',
			fc.property(threeTexts, ([base, ours, theirs]) => {
				const merged = merge(base, ours, theirs);
				if (merged === 'conflict') return;
				for (const line of new Set<string>(base)) {
					const ofOurs = count(theirs, line) - count(base, line);
					const most = count(ours, line) + Math.max(0, ofOurs);
					expect(count(merged, line)).toBeLessThanOrEqual(most);
				}
			}),
			RUNS,
		);
	});

	test('a line is replaced by the fewest changes that make the new text', () => {
		assertAndRecord(
			'upgrade',
			'law of merging: a line is replaced by the fewest changes that make the new text',
			fc.property(lines, lines, (ours, theirs) => {
				expect(applyChanges(ours, replaceLines(ours, theirs))).toEqual(theirs);
			}),
			RUNS,
		);
	});
});

test('changes of both sides in different places come together', () => {
	const base = ['a', 'b', 'c', 'd'];
	expect(merge(base, ['a', 'mine', 'b', 'c', 'd'], ['a', 'b', 'c', 'new', 'd'])).toEqual([
		...['a', 'mine', 'b', 'c', 'new', 'd'],
	]);
});

test('changes of both sides in one place are a conflict', () => {
	expect(merge(['a', 'b', 'c'], ['a', 'mine', 'c'], ['a', 'new', 'c'])).toBe('conflict');
});
