import { questionsOf } from './question';
import type { Question } from './question';
import { QUESTION_KINDS } from './question-kind';
import { compareText } from '../text/compare-text';
import { oncePer } from '../text/once-per';
import type { Note } from '../vault/note';

/** How many questions are open, shaky and solid; questions that are not for the reader are in none. */
export interface Progress {
	readonly total: number;
	readonly open: number;
	readonly shaky: number;
	readonly solid: number;
}

/** Progress of a whole vault and of its parts; parts without a question are left out. */
export interface ProgressReport {
	readonly questions: Progress;
	readonly byTechnology: Readonly<Record<string, Progress>>;
	readonly byCategory: Readonly<Record<string, Progress>>;
	readonly byKind: Readonly<Record<string, Progress>>;
	readonly byLevel: Readonly<Record<string, Progress>>;
}

/** Counts questions by status. */
export function countProgress(questions: Iterable<Question>): Progress {
	let [open, shaky, solid] = [0, 0, 0];
	for (const { status } of questions) {
		if (status === 'open') open++;
		else if (status === 'shaky') shaky++;
		else if (status === 'solid') solid++;
	}
	return { total: open + shaky + solid, open, shaky, solid };
}

/** Progress of the questions of one note; undefined if it asks none. Counted once per reading of the note. */
export const progressOfNote: (note: Note) => Progress | undefined = oncePer(note => {
	const { tracked } = questionsOf(note);
	return tracked.length > 0 ? countProgress(tracked) : undefined;
});

/** Adds up the progress of several parts. */
export function sumProgress(parts: Iterable<Progress>): Progress {
	let [total, open, shaky, solid] = [0, 0, 0, 0];
	for (const part of parts) {
		total += part.total;
		open += part.open;
		shaky += part.shaky;
		solid += part.solid;
	}
	return { total, open, shaky, solid };
}

/** Counts questions in all groupings. Keys that a question lacks are named `none`. */
export function reportProgress(questions: readonly Question[]): ProgressReport {
	const kindOrder = new Map<string, number>(QUESTION_KINDS.map((kind, i) => [kind, i]));
	return {
		questions: countProgress(questions),
		byTechnology: group(questions, ({ technology }) => technology),
		byCategory: group(questions, ({ category }) => category ?? 'none'),
		byKind: group(
			questions,
			({ kind }) => kind,
			(a, b) => (kindOrder.get(a) ?? 0) - (kindOrder.get(b) ?? 0),
		),
		byLevel: group(questions, ({ level }) => (level === undefined ? 'none' : `L${level}`)),
	};
}

function group(
	questions: readonly Question[],
	keyOf: (question: Question) => string,
	order: (a: string, b: string) => number = compareText,
): Record<string, Progress> {
	const groups = new Map<string, Question[]>();
	for (const question of questions) {
		const key = keyOf(question);
		const members = groups.get(key);
		if (members) members.push(question);
		else groups.set(key, [question]);
	}
	const keys = [...groups.keys()].sort(order);
	return Object.fromEntries(keys.map(key => [key, countProgress(groups.get(key) ?? [])]));
}
