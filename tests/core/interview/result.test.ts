import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { makeResult } from '../../../src/core/interview/result';
import { statusAfter } from '../../../src/core/interview/status-rule';
import { parseReferenceAnswer } from '../../../src/core/questions/reference-answer';
import { parseAttempt, printAttempt, RATINGS } from '../../../src/core/reviews/attempt';
import { aVault } from '../../support/a-note';
import { interviewVault, NOW, questionOf, resultOf, timeAt } from '../../support/an-interview';
import { propertyRuns } from '../../support/property-runs';

const TIME = timeAt(NOW);

describe('a result', () => {
	test('keeps everything that a summary and an undo need', () => {
		expect(resultOf(interviewVault, 'kafka-0', { hits: [0, 2], rating: 'good' })).toEqual({
			questionId: 'kafka-0',
			path: '技术/Kafka.md',
			prompt: 'kafka 0？',
			technology: 'Kafka',
			kind: 'principle',
			level: 1,
			character: 'x',
			asked: 'x',
			before: 'solid',
			after: 'shaky',
			statusKept: false,
			hits: [0, 2],
			missed: ['乙 | 点'],
			attempt: {
				time: TIME,
				questionId: 'kafka-0',
				rating: 'good',
				seconds: 30,
				pointsHit: 2,
				pointsTotal: 3,
				missed: ['乙 / 点'],
			},
		});
	});

	test('names what was missed in full, and in its attempt shortened', () => {
		const point = `**${'长'.repeat(60)}** [[Kafka|K]]\n- 一\n- 二`;
		const reference = { ...parseReferenceAnswer(''), keyPoints: ['甲', point] };
		const performance = { rating: 'good', time: TIME, thinking: 0, hits: [0] } as const;
		const result = makeResult(questionOf(interviewVault, 'kafka-1'), reference, performance);
		expect(result.missed).toEqual([point]);
		expect(result.attempt.missed).toEqual([`${'长'.repeat(39)}…`]);
	});

	test.each([
		[' ', ' ', false, 'solid'],
		['x', ' ', true, 'solid'],
		['?', ' ', true, 'open'],
		['-', ' ', true, 'not-for-me'],
		['-', '-', true, 'not-for-me'],
		['/', undefined, false, 'solid'],
	] as const)('of a box %j that was %j when it was asked', (now, asked, statusKept, after) => {
		const text = `## 问\n- [${now}] 题 ^a\n`;
		const question = questionOf(aVault({ 'a.md': text }), 'a');
		const performance = { rating: 'good', time: TIME, thinking: 0, hits: [] } as const;
		expect(makeResult(question, undefined, { ...performance, asked })).toMatchObject({
			character: now,
			asked: asked ?? now,
			statusKept,
			after,
		});
	});

	test('keeps the character of a box that means nothing', () => {
		expect(resultOf(interviewVault, 'flink-0')).toMatchObject({ character: '?', before: 'open' });
	});

	test('of a question without a reference answer has no points, and a good rating is enough', () => {
		const question = questionOf(interviewVault, 'kafka-1');
		const performance = { rating: 'good', time: TIME, thinking: 0, hits: [0, 1] } as const;
		const { after, hits, attempt } = makeResult(question, undefined, performance);
		expect([after, hits, attempt.pointsHit, attempt.pointsTotal]).toEqual(['solid', [], 0, 0]);
	});

	test.each([
		[0, 0],
		[499, 0],
		[1500, 2],
		[-5000, 0],
		[9e12, 86_400],
	])('of %i ms of thinking counts %i seconds', (thinking, seconds) => {
		expect(resultOf(interviewVault, 'kafka-0', { thinking }).attempt.seconds).toBe(seconds);
	});

	test('counts a tick once, and none of a point that is not there', () => {
		const { hits, attempt } = resultOf(interviewVault, 'kafka-0', { hits: [2, 0, 0, 3, -1, 0.5] });
		expect([hits, attempt.pointsHit]).toEqual([[0, 2], 2]);
	});

	test('names no missed point of which no word is left', () => {
		const reference = parseReferenceAnswer('> [!answer]-\n> **要点**\n> - `*`\n> - 乙\n');
		const performance = { rating: 'good', time: TIME, thinking: 0, hits: [] } as const;
		const { attempt } = makeResult(questionOf(interviewVault, 'kafka-1'), reference, performance);
		expect([attempt.pointsTotal, attempt.missed]).toEqual([2, ['乙']]);
	});
});

test('an attempt is read back as it was, and earns the status of the rule', () => {
	fc.assert(
		fc.property(
			fc.array(fc.string({ unit: 'binary', maxLength: 60 }), { maxLength: 8 }),
			fc.array(fc.integer({ min: -1, max: 9 })),
			fc.constantFrom(...RATINGS),
			fc.integer(),
			(keyPoints, hits, rating, thinking) => {
				const reference = { ...parseReferenceAnswer(''), keyPoints };
				const performance = { rating, time: TIME, thinking, hits };
				const result = makeResult(questionOf(interviewVault, 'kafka-1'), reference, performance);
				expect(parseAttempt(printAttempt(result.attempt))).toEqual(result.attempt);
				expect(result.after).toBe(statusAfter(rating, result.hits.length, keyPoints.length));
				expect(result.attempt.missed.length).toBeLessThanOrEqual(
					keyPoints.length - result.hits.length,
				);
			},
		),
		{ numRuns: propertyRuns(300) },
	);
});
