import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
	listAttempts,
	printAttempt,
	RATINGS,
	type Attempt,
	type Rating,
} from '../../../src/core/reviews/attempt';
import { reviewStates, type ReviewState } from '../../../src/core/reviews/review-state';
import { aVault } from '../../support/a-note';
import { propertyRuns } from '../../support/property-runs';

function tried(questionId: string, time: string, rating: Rating): Attempt {
	return { time, questionId, rating, seconds: 60, pointsHit: 1, pointsTotal: 2, missed: [] };
}

function stateOf(...ratings: [string, Rating][]): ReviewState | undefined {
	return reviewStates(ratings.map(([day, rating]) => tried('q', `${day}T12:00:00Z`, rating))).get(
		'q',
	);
}

describe('a review state', () => {
	test('is there for every question that was tried, and for no other', () => {
		const states = reviewStates([
			tried('a', '2026-11-20T12:00:00Z', 'good'),
			tried('b', '2026-11-20T12:00:00Z', 'again'),
		]);
		expect([...states.keys()]).toEqual(['a', 'b']);
		expect(reviewStates([]).size).toBe(0);
	});

	test('comes back later the better it went', () => {
		const due = RATINGS.map(rating => stateOf(['2026-11-20', rating])?.due ?? '');
		expect(due).toEqual([...due].sort());
		expect(due[0]).toBe('2026-11-21');
		expect(new Set(due).size).toBeGreaterThan(2);
	});

	test('remembers the last rating and counts lapses', () => {
		const state = stateOf(['2026-11-01', 'good'], ['2026-11-08', 'again'], ['2026-11-09', 'hard']);
		expect(state).toMatchObject({ lapses: 1, lastRating: 'hard' });
	});

	test('grows firmer by success', () => {
		const once = stateOf(['2026-11-01', 'good']);
		const twice = stateOf(['2026-11-01', 'good'], ['2026-11-05', 'good']);
		expect(twice?.stability).toBeGreaterThan(once?.stability ?? Infinity);
	});

	test('takes its day from UTC, so that every device names the same', () => {
		const at = (time: string): ReviewState | undefined =>
			reviewStates([tried('q', time, 'good')]).get('q');
		expect(at('2026-11-20T23:30:00Z')).toEqual(at('2026-11-21T07:30:00+08:00'));
	});

	test('leaves out an attempt whose time is none', () => {
		expect(reviewStates([tried('q', 'yesterday', 'good')]).size).toBe(0);
	});
});

describe('review states of the same attempts', () => {
	const attempt = fc
		.record({
			questionId: fc.constantFrom('a', 'b'),
			rating: fc.constantFrom(...RATINGS),
			hours: fc.nat(2000),
		})
		.map(({ questionId, rating, hours }) =>
			tried(questionId, `${new Date(hours * 3_600_000).toISOString().slice(0, 19)}Z`, rating),
		);
	const asFile = (lines: readonly string[]): string =>
		`---\ntype: attempts\n---\n${lines.join('\n')}\n`;

	test('are equal in whatever order and in how many files the lines stand', () => {
		const lists = fc
			.array(attempt, { maxLength: 12 })
			.map(attempts => attempts.map(printAttempt))
			.chain(lines =>
				fc.tuple(fc.constant(lines), fc.shuffledSubarray(lines, { minLength: lines.length })),
			);
		fc.assert(
			fc.property(lists, ([lines, shuffled]) => {
				const half = shuffled.length / 2;
				const one = aVault({ 'one.md': asFile(lines) });
				const two = aVault({
					'z.md': asFile(shuffled.slice(0, half)),
					'a.md': asFile(shuffled.slice(half)),
				});
				const sorted = (index: ReturnType<typeof aVault>): unknown[] =>
					[...reviewStates(listAttempts(index))].sort(([a], [b]) => (a < b ? -1 : 1));
				expect(sorted(two)).toEqual(sorted(one));
			}),
			{ numRuns: propertyRuns(200) },
		);
	});

	test('are equal when they are computed twice', () => {
		fc.assert(
			fc.property(fc.array(attempt, { maxLength: 12 }), attempts => {
				expect(reviewStates(attempts)).toEqual(reviewStates(attempts));
			}),
			{ numRuns: propertyRuns(50) },
		);
	});
});
