import type { NoteLanguage } from '../schema/note-type';
import type { Note } from '../vault/note';
import type { NoteIndex } from '../vault/note-index';

/** Everything that a region's body is made from. */
export interface RegionContext {
	readonly index: NoteIndex;
	readonly note: Note;
	readonly language: NoteLanguage;
	/** What follows the colon in the region's name, empty without one. */
	readonly argument: string;
}
