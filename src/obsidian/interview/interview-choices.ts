import { filterQuestions, questionsInScope, selectQuestions } from '../../core/index';
import type {
	InterviewScope,
	InterviewSelection,
	NoteIndex,
	NotePath,
	Question,
	QuestionKind,
	QuestionReference,
	QuestionStatus,
} from '../../core/index';

/** Where the questions come from, as the start screen names it. */
export type InterviewPlace = 'note' | 'notes' | 'category' | 'comparison' | 'list' | 'everything';

/** What ends an interview. */
export type InterviewLimit = 'all' | 'count' | 'minutes';

/** What the reader chose on the start screen; what does not belong to the place is kept for a change of mind. */
export interface InterviewChoices {
	readonly place: InterviewPlace;
	readonly note: NotePath | undefined;
	readonly notes: readonly NotePath[];
	readonly category: string;
	readonly comparison: NotePath | undefined;
	readonly list: NotePath | undefined;
	/** Empty for all, as with levels and statuses. */
	readonly kinds: readonly QuestionKind[];
	readonly levels: readonly number[];
	readonly statuses: readonly QuestionStatus[];
	/** 0 for any. */
	readonly leastStars: number;
	readonly order: InterviewSelection['order'];
	readonly seed: number;
	readonly limit: InterviewLimit;
	readonly count: number;
	readonly minutes: number;
}

/** A seed that nobody has seen yet, short enough to be told to a colleague. */
export function seedOf(chance: number = Math.random()): number {
	return Math.floor(chance * 1_000_000);
}

/** What the start screen shows at first. */
export function defaultChoices(seed: number): InterviewChoices {
	return {
		place: 'everything',
		note: undefined,
		notes: [],
		category: '',
		comparison: undefined,
		list: undefined,
		kinds: [],
		levels: [],
		statuses: [],
		leastStars: 0,
		order: 'weak-first',
		seed,
		limit: 'all',
		count: 10,
		minutes: 20,
	};
}

/** All questions of a scope, weak ones first. */
export function choicesForScope(scope: InterviewScope, seed: number): InterviewChoices {
	const choices = defaultChoices(seed);
	switch (scope.kind) {
		case 'everything':
			return choices;
		case 'notes':
			return scope.paths.length === 1
				? { ...choices, place: 'note', note: scope.paths[0] }
				: { ...choices, place: 'notes', notes: scope.paths };
		case 'category':
			return { ...choices, place: 'category', category: scope.category };
		case 'comparison':
			return { ...choices, place: 'comparison', comparison: scope.path };
		case 'list':
			return { ...choices, place: 'list', list: scope.path };
	}
}

/** The scope that is chosen; undefined while its note is not. */
export function scopeOf(choices: InterviewChoices): InterviewScope | undefined {
	const { place, note, notes, category, comparison, list } = choices;
	switch (place) {
		case 'everything':
			return { kind: 'everything' };
		case 'note':
			return note === undefined ? undefined : { kind: 'notes', paths: [note] };
		case 'notes':
			return { kind: 'notes', paths: notes };
		case 'category':
			return { kind: 'category', category };
		case 'comparison':
			return comparison === undefined ? undefined : { kind: 'comparison', path: comparison };
		case 'list':
			return list === undefined ? undefined : { kind: 'list', path: list };
	}
}

/** The questions of a scope that pass the filters. */
export function fittingQuestions(
	questions: readonly Question[],
	{ kinds, levels, statuses, leastStars }: InterviewChoices,
): Question[] {
	const fitting = filterQuestions(questions, {
		leastStars,
		...(kinds.length > 0 ? { kinds } : {}),
		...(levels.length > 0 ? { levels } : {}),
		...(statuses.length > 0 ? { statuses } : {}),
	});
	return fitting.filter(({ status }) => status !== 'not-for-me');
}

/** What an interview asks by these choices, in its order. */
export function referencesFor(index: NoteIndex, choices: InterviewChoices): QuestionReference[] {
	const scope = scopeOf(choices);
	const questions = scope ? fittingQuestions(questionsInScope(index, scope), choices) : [];
	const { order, seed, limit, count } = choices;
	return selectQuestions(questions, {
		order,
		seed,
		...(limit === 'count' ? { count } : {}),
	}).map(({ path, id }) => ({ path, id }));
}

/** What a session remembers of the choices. */
export function startOptionsOf({ order, seed, limit, minutes }: InterviewChoices): {
	seed?: number;
	minutes?: number;
} {
	return {
		...(order === 'shuffled' ? { seed } : {}),
		...(limit === 'minutes' ? { minutes } : {}),
	};
}
