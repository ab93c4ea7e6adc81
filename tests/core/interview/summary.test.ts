import { describe, expect, test } from '@jest/globals';
import { summarizeInterview } from '../../../src/core/interview/summary';
import type { Rating } from '../../../src/core/reviews/attempt';
import { interviewVault, resultOf } from '../../support/an-interview';

function tried(id: string, rating: Rating, hits: number[]): ReturnType<typeof resultOf> {
	return resultOf(interviewVault, id, { rating, hits });
}

describe('the summary of an interview', () => {
	const results = [
		tried('kafka-0', 'good', [0, 1, 2]),
		tried('kafka-1', 'hard', [0, 1]),
		tried('flink-1', 'again', []),
		tried('kafka-2', 'good', [0, 1]),
		tried('flink-2', 'easy', [0, 1, 2]),
	];
	const summary = summarizeInterview(results);

	test('counts ratings, kinds and levels', () => {
		expect(summary).toMatchObject({
			asked: 5,
			ratings: { again: 1, hard: 1, good: 2, easy: 1 },
			byKind: { comparison: 1, optimization: 1, other: 1, principle: 1, problem: 1 },
			byLevel: { L1: 1, L2: 2, L3: 2 },
		});
	});

	test('keeps the results in the order in which they were asked', () => {
		expect(summary.results).toEqual(results);
	});

	test('asks next what is not solid, then what had no turn, each once', () => {
		const rest = ['flink-0', 'kafka-1'].map(id => ({ path: 'x.md', id }));
		const idsOf = (of: typeof summary): string[] => of.askNext.map(({ id }) => id);
		expect(idsOf(summary)).toEqual(['flink-1', 'kafka-1', 'kafka-2']);
		const questions = [...results.map(({ path, questionId: id }) => ({ path, id })), ...rest];
		expect(idsOf(summarizeInterview(results, { questions, seed: 7 }))).toEqual([
			...idsOf(summary),
			'flink-0',
		]);
		const many = Array.from({ length: 700 }, (_, i) => ({ path: 'x.md', id: `q-${i}` }));
		expect(summarizeInterview([], { questions: many }).askNext).toEqual(many.slice(0, 10));
	});

	test('names what is not solid, most missed first, else in the order of the interview', () => {
		expect(summary.weakest.map(({ questionId }) => questionId)).toEqual([
			'flink-1',
			'kafka-1',
			'kafka-2',
		]);
	});

	test('names what to read next, most missed first, and nothing that is solid', () => {
		expect(summary.readNext).toEqual(['技术/Flink.md', '技术/Kafka.md']);
		const solid = summarizeInterview([tried('flink-1', 'easy', [0, 1, 2])]);
		expect([solid.readNext, solid.weakest]).toEqual([[], []]);
	});

	test('names notes that miss as much in the order of their paths', () => {
		const even = summarizeInterview([tried('kafka-1', 'again', []), tried('flink-1', 'again', [])]);
		expect(even.readNext).toEqual(['技术/Flink.md', '技术/Kafka.md']);
	});

	test('counts a question without level among none', () => {
		const { level: _, ...without } = tried('kafka-0', 'good', []);
		expect(summarizeInterview([without, tried('kafka-1', 'good', [])]).byLevel).toEqual({
			L2: 1,
			none: 1,
		});
	});

	test('of nothing is nothing', () => {
		expect(summarizeInterview([])).toEqual({
			asked: 0,
			ratings: { again: 0, hard: 0, good: 0, easy: 0 },
			byKind: {},
			byLevel: {},
			weakest: [],
			readNext: [],
			askNext: [],
			results: [],
		});
	});
});
