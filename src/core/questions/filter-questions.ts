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
}

/** Keeps the questions that fit every part of the filter, in their order. */
export function filterQuestions(
	questions: readonly Question[],
	filter: QuestionFilter,
): Question[] {
	const { paths, statuses, kinds, levels, categories } = filter;
	return questions.filter(
		question =>
			(paths?.includes(question.path) ?? true) &&
			(statuses?.includes(question.status) ?? true) &&
			(kinds?.includes(question.kind) ?? true) &&
			(levels === undefined || (question.level !== undefined && levels.includes(question.level))) &&
			(categories === undefined ||
				(question.category !== undefined && categories.includes(question.category))),
	);
}
