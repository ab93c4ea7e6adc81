import { categoryOrder, listQuestions, notesOfType, questionsOf } from '../../core/index';
import type { NoteIndex, NotePath } from '../../core/index';
import type { InterviewChoices, InterviewPlace } from './interview-choices';

/** The categories that have questions, in the order in which tables have them. */
export function categoriesWithQuestions(index: NoteIndex): string[] {
	const found = new Set(listQuestions(index).flatMap(({ category }) => category ?? []));
	return [...found].sort((a, b) => categoryOrder(a) - categoryOrder(b));
}

/**
 * The choices as far as what they name is there: notes come, go and get questions while the start screen shows, and
 * choices are kept for weeks. What needs a category or a comparison has the first one until the reader chooses; a place
 * that is gone becomes the whole of the notes.
 */
export function presentChoices(index: NoteIndex, choices: InterviewChoices): InterviewChoices {
	const { place, note, notes, category, comparison, list } = choices;
	const categories = categoriesWithQuestions(index);
	const comparisons = notesOfType(index, 'comparison').map(({ path }) => path);
	const isThere = (path: NotePath): boolean => index.find(path) !== undefined;
	const asked = note === undefined ? undefined : index.find(note);
	const isGone: Partial<Record<InterviewPlace, boolean>> = {
		note: !asked || questionsOf(asked).tracked.length === 0,
		category: categories.length === 0,
		comparison: comparisons.length === 0,
	};
	return {
		...choices,
		place: isGone[place] ? 'everything' : place,
		note: isGone.note ? undefined : note,
		notes: notes.filter(isThere),
		category: categories.find(one => one === category) ?? categories[0] ?? '',
		comparison: comparisons.find(path => path === comparison) ?? comparisons[0],
		list: list !== undefined && isThere(list) ? list : undefined,
	};
}

/** The choices with a note under its new name; undefined if they do not name it. */
export function renamedChoices(
	choices: InterviewChoices,
	from: NotePath,
	to: NotePath,
): InterviewChoices | undefined {
	const { note, notes, comparison, list } = choices;
	if (![note, comparison, list, ...notes].includes(from)) return undefined;
	return {
		...choices,
		note: note === from ? to : note,
		notes: notes.map(path => (path === from ? to : path)),
		comparison: comparison === from ? to : comparison,
		list: list === from ? to : list,
	};
}
