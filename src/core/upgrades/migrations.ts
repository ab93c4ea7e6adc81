import { notesOfType } from '../schema/note-type';
import { applyEdits } from '../text/text-edit';
import type { TextEdit } from '../text/text-edit';
import { parseNote } from '../vault/note';
import type { Note } from '../vault/note';
import type { NoteIndex } from '../vault/note-index';
import type { NotePath } from '../vault/note-path';
import { isReadable } from '../vault/readable';
import { formatOf, NOTE_FORMAT } from './format-version';
import { setProperty } from './merge-properties';

/** A step from one version of the note format to the next, note by note. */
export interface Migration {
	/** The version that it leads to; it begins one below. */
	readonly to: number;
	readonly edits: (note: Note) => readonly TextEdit[];
}

/** All steps so far, in order. Format 1 is the first. */
export const MIGRATIONS: readonly Migration[] = [];

/** A note as a migration leaves it. */
export interface MigratedNote {
	readonly path: NotePath;
	readonly text: string;
}

/**
 * Brings the notes of a vault to the present format, the home note with its number last. A vault that says no format is
 * of the first; a newer one is left alone.
 */
export function planMigration(
	index: NoteIndex,
	migrations: readonly Migration[] = MIGRATIONS,
	target = NOTE_FORMAT,
): MigratedNote[] {
	const from = formatOf(index) ?? 1;
	const steps = migrations.filter(({ to }) => to > from && to <= target);
	if (steps.length === 0) return [];
	const [home] = notesOfType(index, 'home');
	const migrated = index.notes().flatMap(note => {
		if (!isReadable(note)) return [];
		const text = steps.reduce(
			(current, { edits }) => migrate(note.path, current, edits),
			note.text,
		);
		return text === note.text && note !== home ? [] : [{ path: note.path, text }];
	});
	const isHome = ({ path }: MigratedNote): boolean => path === home?.path;
	const told = migrated
		.filter(isHome)
		.map(({ path, text }) => ({ path, text: setProperty(text, 'format', target) ?? text }));
	return [...migrated.filter(one => !isHome(one)), ...told];
}

function migrate(path: NotePath, text: string, edits: Migration['edits']): string {
	return applyEdits(text, edits(parseNote(path, text)));
}
