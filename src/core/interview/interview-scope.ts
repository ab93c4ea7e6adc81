import { comparisonRequestOf } from '../comparisons/comparison-request';
import { findQuestion, listQuestions, questionsOf } from '../questions/question';
import type { Question } from '../questions/question';
import { categoryOf } from '../schema/note-type';
import type { NoteIndex } from '../vault/note-index';
import type { NotePath } from '../vault/note-path';

/** Where the questions of an interview come from. */
export type InterviewScope =
	| { readonly kind: 'everything' }
	| { readonly kind: 'notes'; readonly paths: readonly NotePath[] }
	| { readonly kind: 'category'; readonly category: string }
	/** A comparison note: its own questions, then those of its alternatives that compare. */
	| { readonly kind: 'comparison'; readonly path: NotePath }
	/** A note that lists questions by links such as `[[Flink#^flink-barrier-alignment]]`. */
	| { readonly kind: 'list'; readonly path: NotePath };

/** The tracked questions of a scope, each once, in the order of the scope. */
export function questionsInScope(index: NoteIndex, scope: InterviewScope): Question[] {
	const byId = new Map<string, Question>();
	for (const question of questionsFrom(index, scope)) {
		if (!byId.has(question.id)) byId.set(question.id, question);
	}
	return [...byId.values()];
}

function questionsFrom(index: NoteIndex, scope: InterviewScope): Question[] {
	switch (scope.kind) {
		case 'everything':
			return listQuestions(index);
		case 'notes':
			return scope.paths.flatMap(path => questionsAt(index, path));
		case 'category':
			return index
				.notes()
				.filter(note => categoryOf(note) === scope.category)
				.flatMap(note => questionsOf(note).tracked);
		case 'comparison':
			return questionsOfComparison(index, scope.path);
		case 'list':
			return questionsListedIn(index, scope.path);
	}
}

function questionsAt(index: NoteIndex, path: NotePath): readonly Question[] {
	const note = index.find(path);
	return note ? questionsOf(note).tracked : [];
}

function questionsOfComparison(index: NoteIndex, path: NotePath): Question[] {
	const note = index.find(path);
	if (!note) return [];
	const compared = comparisonRequestOf(index, note).alternatives.flatMap(alternative =>
		questionsOf(alternative).tracked.filter(({ kind }) => kind === 'comparison'),
	);
	return [...questionsOf(note).tracked, ...compared];
}

/** A question that moved, or whose note was renamed, is found by its id; ids in links compare without case. */
function questionsListedIn(index: NoteIndex, path: NotePath): Question[] {
	const links = index.find(path)?.links.filter(({ subpath }) => subpath.startsWith('^')) ?? [];
	if (links.length === 0) return [];
	const byId = new Map(
		listQuestions(index)
			.reverse()
			.map(question => [question.id.toLowerCase(), question]),
	);
	return links.flatMap(({ target, subpath }) => {
		const resolution = index.resolve(target, path);
		const at = resolution.kind === 'missing' ? '' : resolution.path;
		const question = byId.get(subpath.slice(1).toLowerCase());
		return question ? [findQuestion(index, at, question.id) ?? question] : [];
	});
}
