import { compareText } from '../text/compare-text';
import type { QuestionKind } from '../questions/question-kind';
import type { Rating } from '../reviews/attempt';
import type { InterviewResult } from './result';

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
	readonly results: readonly InterviewResult[];
}

/** Sums an interview up. */
export function summarizeInterview(results: readonly InterviewResult[]): InterviewSummary {
	const ratings = { again: 0, hard: 0, good: 0, easy: 0 };
	for (const { attempt } of results) ratings[attempt.rating]++;
	const levelOf = ({ level }: InterviewResult): string =>
		level === undefined ? 'none' : `L${level}`;
	return {
		asked: results.length,
		ratings,
		byKind: count(results.map(({ kind }) => kind)),
		byLevel: count(results.map(levelOf)),
		weakest: results.filter(isWeak).sort((a, b) => missedOf(b) - missedOf(a)),
		readNext: readNext(results),
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
