import type { Question } from '../questions/question';
import type { QuestionStatus } from '../questions/question-status';
import type { Attempt, Rating } from '../reviews/attempt';
import { statusAfter } from './outcome';

/** One question of an interview that is over. */
export interface AskedQuestion {
	readonly question: Question;
	readonly attempt: Attempt;
}

/** What an interview came to. */
export interface InterviewSummary {
	readonly asked: number;
	readonly ratings: Readonly<Record<Rating, number>>;
	readonly byKind: Readonly<Record<string, number>>;
	readonly byLevel: Readonly<Record<string, number>>;
	readonly questions: readonly {
		readonly id: string;
		readonly path: string;
		readonly prompt: string;
		readonly rating: Rating;
		readonly before: QuestionStatus;
		readonly after: QuestionStatus;
		readonly pointsHit: number;
		readonly pointsTotal: number;
		readonly missed: readonly string[];
	}[];
}

/** Sums an interview up; the questions carry the status that they had when they were asked. */
export function summarizeInterview(asked: readonly AskedQuestion[]): InterviewSummary {
	const ratings = { again: 0, hard: 0, good: 0, easy: 0 };
	for (const { attempt } of asked) ratings[attempt.rating]++;
	return {
		asked: asked.length,
		ratings,
		byKind: count(asked.map(({ question }) => question.kind)),
		byLevel: count(
			asked.map(({ question: { level } }) => (level === undefined ? 'none' : `L${level}`)),
		),
		questions: asked.map(({ question, attempt }) => ({
			id: question.id,
			path: question.path,
			prompt: question.prompt,
			rating: attempt.rating,
			before: question.status,
			after: statusAfter(attempt.rating, attempt.pointsHit, attempt.pointsTotal),
			pointsHit: attempt.pointsHit,
			pointsTotal: attempt.pointsTotal,
			missed: attempt.missed,
		})),
	};
}

function count(keys: readonly string[]): Record<string, number> {
	const counts = new Map<string, number>();
	for (const key of [...keys].sort()) counts.set(key, (counts.get(key) ?? 0) + 1);
	return Object.fromEntries(counts);
}
