import { expect, test } from '@jest/globals';
import { summarizeInterview } from '../../../src/core/interview/summary';
import { listQuestions } from '../../../src/core/questions/question';
import type { Attempt } from '../../../src/core/reviews/attempt';
import { aVault } from '../../support/a-note';

const questions = listQuestions(
	aVault({
		'Kafka.md': '## 原理\n### 一？\n- [x] 甲 · L2 ^a\n## 优化\n### 二？\n- [ ] 乙 ^b\n',
	}),
);

function tried(questionId: string, rating: Attempt['rating'], hit: number): Attempt {
	const time = '2026-11-20T21:04:05+08:00';
	return { time, questionId, rating, seconds: 9, pointsHit: hit, pointsTotal: 2, missed: ['点'] };
}

test('an interview is summed up by rating, kind and level, question by question', () => {
	const [a, b] = questions;
	if (!a || !b) throw new Error('no questions');
	const asked = [
		{ question: b, attempt: tried('b', 'good', 2) },
		{ question: a, attempt: tried('a', 'again', 1) },
	];
	expect(summarizeInterview(asked)).toEqual({
		asked: 2,
		ratings: { again: 1, hard: 0, good: 1, easy: 0 },
		byKind: { optimization: 1, principle: 1 },
		byLevel: { L2: 1, none: 1 },
		questions: [
			{
				id: 'b',
				path: 'Kafka.md',
				prompt: '二？',
				rating: 'good',
				before: 'open',
				after: 'solid',
				pointsHit: 2,
				pointsTotal: 2,
				missed: ['点'],
			},
			{
				id: 'a',
				path: 'Kafka.md',
				prompt: '一？',
				rating: 'again',
				before: 'solid',
				after: 'open',
				pointsHit: 1,
				pointsTotal: 2,
				missed: ['点'],
			},
		],
	});
});

test('an interview of nothing sums up to nothing', () => {
	expect(summarizeInterview([])).toEqual({
		asked: 0,
		ratings: { again: 0, hard: 0, good: 0, easy: 0 },
		byKind: {},
		byLevel: {},
		questions: [],
	});
});
