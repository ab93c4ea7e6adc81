import { notesOfType } from '../schema/note-type';
import { textProperty } from '../markdown/property';
import type { NoteIndex } from '../vault/note-index';

/** The version of the note format that this program reads and writes. */
export const NOTE_FORMAT = 1;

/** The version of the note format that a vault has by its home note; undefined if it does not say. */
export function formatOf(index: NoteIndex): number | undefined {
	const [home] = notesOfType(index, 'home');
	const text = home && textProperty(home.properties, 'format');
	return text !== undefined && /^\d{1,6}$/.test(text) ? Number(text) : undefined;
}

/** The format of a vault that a newer program has written, which this one reads and never writes; else undefined. */
export function newerFormat(index: NoteIndex): number | undefined {
	const format = formatOf(index);
	return format !== undefined && format > NOTE_FORMAT ? format : undefined;
}
