import type { Question } from './question';
import type { QuestionKind } from './question-kind';
import type { QuestionStatus } from './question-status';

/** What to keep; a part that is missing keeps everything. */
export interface QuestionFilter {
	readonly paths?: readonly string[];
	readonly statuses?: readonly QuestionStatus[];
	readonly kinds?: readonly QuestionKind[];
	readonly levels?: readonly number[];
	readonly categories?: readonly string[];
	/** Asked at least so often: 1 to 3. */
	readonly leastStars?: number;
}

/** Keeps the questions that fit every part of the filter, in their order. */
export function filterQuestions(
	questions: readonly Question[],
	filter: QuestionFilter,
): Question[] {
	const { paths, statuses, kinds, levels, categories, leastStars = 0 } = filter;
	return questions.filter(
		question =>
			(paths?.includes(question.path) ?? true) &&
			question.stars >= leastStars &&
			(statuses?.includes(question.status) ?? true) &&
			(kinds?.includes(question.kind) ?? true) &&
			fits(levels, question.level) &&
			fits(categories, question.category),
	);
}

function fits<T>(wanted: readonly T[] | undefined, value: T | undefined): boolean {
	return wanted === undefined || (value !== undefined && wanted.includes(value));
}
