import { compareText } from '../text/compare-text';
import type { QuestionKind } from '../questions/question-kind';
import type { QuestionReference } from '../questions/question';
import type { Rating } from '../reviews/attempt';
import type { InterviewResult } from './result';
import type { InterviewSession } from './session';

/** What an interview came to. */
export interface InterviewSummary {
	readonly asked: number;
	readonly ratings: Readonly<Record<Rating, number>>;
	readonly byKind: Readonly<Partial<Record<QuestionKind, number>>>;
	readonly byLevel: Readonly<Record<string, number>>;
	/** Results by how much was missed, most first. */
	readonly weakest: readonly InterviewResult[];
	/** Paths of the notes to read next, those with most missed points first. */
	readonly readNext: readonly string[];
	/** The questions to ask next: those that are not solid, then those that had no turn; no more than anybody reads. */
	readonly askNext: readonly QuestionReference[];
	/** Seed of the shuffle, when there was one. */
	readonly seed?: number;
	readonly results: readonly InterviewResult[];
}

const MOST_NEXT = 10;

/** Sums an interview up; what it asked, and by which seed, is told by its session. */
export function summarizeInterview(
	results: readonly InterviewResult[],
	{ questions = [], seed }: Partial<Pick<InterviewSession, 'questions' | 'seed'>> = {},
): InterviewSummary {
	const ratings = { again: 0, hard: 0, good: 0, easy: 0 };
	for (const { attempt } of results) ratings[attempt.rating]++;
	const levelOf = ({ level }: InterviewResult): string =>
		level === undefined ? 'none' : `L${level}`;
	const weakest = results.filter(isWeak).sort((a, b) => missedOf(b) - missedOf(a));
	const again = weakest.map(({ path, questionId }) => ({ path, id: questionId }));
	const asked = new Set(results.map(({ questionId }) => questionId));
	const unasked = questions.filter(({ id }) => !asked.has(id));
	return {
		asked: results.length,
		ratings,
		byKind: count(results.map(({ kind }) => kind)),
		byLevel: count(results.map(levelOf)),
		weakest,
		readNext: readNext(results),
		askNext: [...again, ...unasked].slice(0, MOST_NEXT),
		...(seed === undefined ? {} : { seed }),
		results,
	};
}

function isWeak({ after }: InterviewResult): boolean {
	return after === 'open' || after === 'shaky';
}

function missedOf({ missed }: InterviewResult): number {
	return missed.length;
}

function readNext(results: readonly InterviewResult[]): string[] {
	const missed = new Map<string, number>();
	for (const result of results.filter(isWeak)) {
		missed.set(result.path, (missed.get(result.path) ?? 0) + missedOf(result) + 1);
	}
	return [...missed].sort(([a, x], [b, y]) => y - x || compareText(a, b)).map(([path]) => path);
}

function count<K extends string>(keys: readonly K[]): Record<K, number> {
	const counts = new Map<K, number>();
	for (const key of [...keys].sort(compareText)) counts.set(key, (counts.get(key) ?? 0) + 1);
	return Object.fromEntries(counts) as Record<K, number>;
}
