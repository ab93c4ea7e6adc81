import { listQuestions, questionsOf } from '../../core/index';
import type { NoteIndex, NotePath, Question, UntrackedQuestion } from '../../core/index';
import type { QuestionRow } from './question-row';

/** What of a row finds its question again: since it was drawn, the question may have moved. */
export type RowReference = Pick<QuestionRow, 'id' | 'path' | 'prompt' | 'line'>;

/** The question of a row; or the questions between which nothing can choose, none if it is gone. */
export type FoundQuestion =
	| { readonly question: Question }
	| { readonly question: undefined; readonly candidates: readonly Question[] };

/** Finds the question of a row by its id, then by its prompt, then by its line; in its own note before all others. */
export function findQuestionOfRow(index: NoteIndex, row: RowReference): FoundQuestion {
	const note = index.find(row.path);
	const here = note ? withId(questionsOf(note).tracked, row.id) : [];
	const candidates = here.length > 0 ? here : withId(listQuestions(index), row.id);
	const question = chooseByWords(candidates, row);
	return question ? { question } : { question, candidates };
}

/** The untracked question of a row among those of its note. */
export function findUntracked(
	questions: readonly UntrackedQuestion[],
	{ prompt, line }: RowReference,
): UntrackedQuestion | undefined {
	const found = questions.filter(question => question.prompt === prompt);
	return found.find(question => question.line === line) ?? found[0];
}

/** The candidates as `path:line`, for a sentence that says why nothing was done. */
export function placesOfQuestions(questions: readonly Question[]): string {
	return questions
		.map(({ path, line }: { path: NotePath; line: number }) => `${path}:${line}`)
		.join(', ');
}

function withId(questions: readonly Question[], id: string): Question[] {
	return questions.filter(question => question.id === id);
}

/** Equal ids are a mistake of a note, and what a row shows must not act on the other question. */
function chooseByWords(candidates: readonly Question[], row: RowReference): Question | undefined {
	if (candidates.length <= 1) return candidates[0];
	const alike = candidates.filter(({ prompt }) => prompt === row.prompt);
	if (alike.length === 1) return alike[0];
	const inLine = (alike.length > 0 ? alike : candidates).filter(
		({ path, line }) => path === row.path && line === row.line,
	);
	return inLine.length === 1 ? inLine[0] : undefined;
}
