import { describe, expect, test } from '@jest/globals';
import { ratedBox, statusAfter, suggestRating } from '../../../src/core/interview/status-rule';
import { RATINGS } from '../../../src/core/reviews/attempt';

describe('the status that an attempt earns', () => {
	const points: [number, number][] = [
		[0, 5],
		[4, 5],
		[5, 5],
		[0, 0],
	];

	test.each([
		['again', ['open', 'open', 'open', 'open']],
		['hard', ['shaky', 'shaky', 'shaky', 'shaky']],
		['good', ['shaky', 'shaky', 'solid', 'solid']],
		['easy', ['shaky', 'shaky', 'solid', 'solid']],
	] as const)('after %s', (rating, statuses) => {
		expect(points.map(([hit, total]) => statusAfter(rating, hit, total))).toEqual(statuses);
	});

	test('is solid only for a good rating with every point', () => {
		for (const rating of RATINGS) {
			for (let hit = 0; hit <= 6; hit++) {
				const isSolid = statusAfter(rating, hit, 6) === 'solid';
				expect(isSolid).toBe(hit === 6 && (rating === 'good' || rating === 'easy'));
			}
		}
	});
});

test.each([
	[5, 5, 'good'],
	[4, 5, 'hard'],
	[3, 5, 'hard'],
	[2, 5, 'again'],
	[2, 4, 'again'],
	[3, 4, 'hard'],
	[0, 5, 'again'],
	[0, 0, 'good'],
])('%i of %i points suggest %s', (hit, total, rating) => {
	expect(suggestRating(hit, total)).toBe(rating);
});

describe('a box', () => {
	const attempt = {
		time: '2026-11-20T21:04:05+08:00',
		questionId: 'a',
		rating: 'good',
		seconds: 30,
		pointsHit: 1,
		pointsTotal: 1,
		missed: [],
	} as const;

	test.each([
		['gets the status of the rule', ' ', ' ', 'solid'],
		['gets it without knowing how it stood when it was asked', '/', undefined, 'solid'],
		['that means nothing gets it too', '?', '?', 'solid'],
	])('%s', (_, character, asked, after) => {
		const box = ratedBox(character, asked, attempt);
		expect(box).toMatchObject({ character, asked: asked ?? character, after, statusKept: false });
	});

	test.each([
		['set solid by hand', 'x', ' ', 'solid'],
		['set to a character of its own', '?', ' ', 'open'],
		['set not for me by hand', '-', ' ', 'not-for-me'],
		['that was not for me before', '-', '-', 'not-for-me'],
	])('stays as it is: one %s', (_, character, asked, after) => {
		const box = ratedBox(character, asked, { ...attempt, pointsHit: 0 });
		expect(box).toMatchObject({ before: after, after, statusKept: true });
	});
});
