import { compareText } from '../text/compare-text';
import { oncePer } from '../text/once-per';
import type { Note } from '../vault/note';
import type { NoteIndex } from '../vault/note-index';
import type { NotePath } from '../vault/note-path';
import { promptNames, promptsOf } from './prompt-names';
import type { NamingQuestion } from './prompt-names';

/**
 * Questions elsewhere whose prompt names a note, by its title or an alias, or by a link; by title and path of the note
 * that asks, then by place.
 */
export function questionsNaming(index: NoteIndex, path: NotePath): NamingQuestion[] {
	const found = new Map<string, NamingQuestion>();
	const add = (question: NamingQuestion): void => {
		found.set(`${question.path}:${question.line}`, question);
	};
	for (const question of index.gather(promptNames).naming(path)) add(question);
	for (const { source, link } of index.backlinks(path)) {
		const note = index.find(source);
		const linking = note && promptsByLine(note).get(link.line);
		if (linking) add(linking);
	}
	return [...found.values()].sort(
		(a, b) => compareText(a.title, b.title) || compareText(a.path, b.path) || a.line - b.line,
	);
}

const promptsByLine = oncePer(
	(note: Note): ReadonlyMap<number, NamingQuestion> =>
		new Map(promptsOf(note).map(question => [question.line, question])),
);
