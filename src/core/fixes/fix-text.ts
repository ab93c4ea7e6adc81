import type { Diagnostic } from '../checks/diagnostic';
import type { Note } from '../vault/note';
import type { NoteIndex } from '../vault/note-index';

/** A finding, with the note that it is about as it stands now. */
export interface FixContext {
	readonly index: NoteIndex;
	readonly note: Note;
	readonly diagnostic: Diagnostic;
}

/** The text of a note without one finding; undefined where only its reader can know what is meant. */
export type FixText = (context: FixContext) => string | undefined;
