import { comparisonRequestOf } from '../comparisons/comparison-request';
import { questionsOf } from '../questions/question';
import type { UntrackedQuestion } from '../questions/question';
import { criterionValue } from '../schema/criterion';
import { noteLanguageOf, notesOfType } from '../schema/note-type';
import type { NoteLanguage } from '../schema/note-type';
import type { Note } from '../vault/note';
import type { NoteIndex } from '../vault/note-index';
import type { NotePath } from '../vault/note-path';

/** A criterion on which a comparison finds nothing in a note, and about which no question is written down yet. */
export interface EmptyCell {
	readonly path: NotePath;
	readonly criterion: string;
	readonly prompt: string;
}

/** Untracked questions of a note, or of the whole vault. */
export function untrackedQuestions(index: NoteIndex, path?: NotePath): UntrackedQuestion[] {
	const notes = path === undefined ? index.notes() : [index.find(path)];
	return notes.flatMap(note => (note ? questionsOf(note).untracked : []));
}

const PROMPTS: Readonly<Record<NoteLanguage, (title: string, criterion: string) => string>> = {
	zh: (title, criterion) => `${title} 的${criterion}是怎样的？`,
	en: (title, criterion) => `What is the ${criterion} of ${title}?`,
};

/** True if a heading of the note reads so. */
export function hasHeading({ structure }: Note, text: string): boolean {
	return structure.headings.some(heading => heading.text === text);
}

/** Empty cells of all comparison notes, each once, by note and criterion. */
export function emptyCells(index: NoteIndex): EmptyCell[] {
	const language = noteLanguageOf(index);
	const cells = new Map<string, EmptyCell>();
	for (const note of notesOfType(index, 'comparison')) {
		const { alternatives, criteria = [] } = comparisonRequestOf(index, note);
		for (const alternative of alternatives) {
			for (const cell of emptyCellsOf(alternative, criteria, language)) {
				cells.set(`${cell.path}\n${cell.criterion}`, cell);
			}
		}
	}
	return [...cells.values()];
}

function emptyCellsOf(
	note: Note,
	criteria: readonly string[],
	language: NoteLanguage,
): EmptyCell[] {
	const { path, title } = note;
	return criteria
		.filter(criterion => criterionValue(note, criterion) === undefined)
		.map(criterion => {
			const prompt = PROMPTS[language](title, criterion).replace(/\s+/g, ' ');
			return { path, criterion, prompt };
		})
		.filter(({ prompt }) => !hasHeading(note, prompt));
}
