import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
	selectQuestions,
	type InterviewSelection,
} from '../../../src/core/interview/select-questions';
import { listQuestions, type Question } from '../../../src/core/questions/question';
import { aVault } from '../../support/a-note';
import { propertyRuns } from '../../support/property-runs';

function questionsFrom(lines: readonly string[]): Question[] {
	return listQuestions(aVault({ 'a.md': lines.map(line => `## 问\n- ${line}\n`).join('') }));
}

function select(questions: readonly Question[], selection: InterviewSelection): string {
	return selectQuestions(questions, selection)
		.map(({ id }) => id)
		.join(' ');
}

const SIX = questionsFrom([
	'[x] 甲 · ★★★ ^a',
	'[/] 乙 · ★ ^b',
	'[ ] 丙 · ★ ^c',
	'[-] 丁 · ★★★ ^d',
	'[ ] 戊 · ★★★ ^e',
	'[/] 己 · ★ ^f',
]);
const MANY = questionsFrom(Array.from({ length: 30 }, (_, i) => `[ ] 题 ^q-${i}`));

describe('the order of an interview', () => {
	test('is that of the notes', () => {
		expect(select(SIX, { order: 'in-order', seed: 1 })).toBe('a b c e f');
	});

	test('begins with what is weak, then with what is asked often, else in the order of the notes', () => {
		expect(select(SIX, { order: 'weak-first', seed: 1 })).toBe('e c b f a');
	});

	test('asks nothing that is not for the reader', () => {
		for (const order of ['in-order', 'weak-first', 'shuffled'] as const) {
			expect(select(SIX, { order, seed: 7 }).split(' ')).not.toContain('d');
		}
	});

	test('does not change the list that it was given', () => {
		const before = [...SIX];
		for (const order of ['weak-first', 'shuffled'] as const)
			selectQuestions(SIX, { order, seed: 7 });
		expect(SIX).toEqual(before);
	});
});

describe('a count', () => {
	test.each([
		[0, ''],
		[2, 'e c'],
		[99, 'e c b f a'],
		[undefined, 'e c b f a'],
	])('of %s takes so many from the front', (count, expected) => {
		expect(select(SIX, { order: 'weak-first', seed: 1, count })).toBe(expected);
	});
});

describe('a shuffle', () => {
	test('asks every question once', () => {
		fc.assert(
			fc.property(fc.integer(), seed => {
				const ids = select(MANY, { order: 'shuffled', seed }).split(' ');
				expect([...ids].sort()).toEqual(MANY.map(({ id }) => id).sort());
			}),
			{ numRuns: propertyRuns(200) },
		);
	});

	test('is the same for the same seed, here and on every other device', () => {
		const first = select(MANY, { order: 'shuffled', seed: 42 });
		expect(select(MANY, { order: 'shuffled', seed: 42 })).toBe(first);
		expect(select(SIX, { order: 'shuffled', seed: 42 })).toBe('a f c b e');
	});

	test('differs from seed to seed', () => {
		const orders = Array.from({ length: 200 }, (_, seed) =>
			select(MANY, { order: 'shuffled', seed }),
		);
		expect(new Set(orders).size).toBe(200);
	});

	test('puts every question first about equally often', () => {
		const first = new Map<string, number>();
		for (let seed = 0; seed < 2000; seed++) {
			const id = select(SIX, { order: 'shuffled', seed, count: 1 });
			first.set(id, (first.get(id) ?? 0) + 1);
		}
		for (const count of first.values()) expect(Math.abs(count - 400)).toBeLessThan(80);
	});

	test('of nothing is nothing', () => {
		expect(selectQuestions([], { order: 'shuffled', seed: 1 })).toEqual([]);
	});
});
