import { isTemplate, noteTypeOf } from '../schema/note-type';
import type { NoteLanguage } from '../schema/note-type';
import type { Note } from '../vault/note';
import type { NoteIndex } from '../vault/note-index';

/** Names of the folder that holds the attempts, by the language of the notes. */
export const ATTEMPTS_FOLDERS: Readonly<Record<NoteLanguage, string>> = {
	zh: '练习记录',
	en: 'Attempts',
};

/**
 * True for a file of attempts: by its type, or by its place and its name, `练习记录/2026-11 desk.md`. A file whose front
 * matter was lost on its way through a sync is still written to, so what it holds must still count.
 */
export function isAttemptsNote(note: Note): boolean {
	return noteTypeOf(note) === 'attempts' || isAttemptsPath(note.path);
}

/** The files of attempts of a vault, by path. */
export function attemptsNotes(index: NoteIndex): Note[] {
	return index.notes().filter(note => isAttemptsNote(note) && !isTemplate(note));
}

function isAttemptsPath(path: string): boolean {
	const [name = '', folder = ''] = path.split('/').reverse();
	return Object.values(ATTEMPTS_FOLDERS).includes(folder) && /^\d{4}-\d\d .*\.md$/i.test(name);
}
