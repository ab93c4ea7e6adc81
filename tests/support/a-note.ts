import { parseNote } from '../../src/core/vault/note';
import type { Note } from '../../src/core/vault/note';
import { createNoteIndex } from '../../src/core/vault/note-index';
import type { LiveNoteIndex } from '../../src/core/vault/note-index';
import { isNotePath } from '../../src/core/vault/note-path';

/** A note as the program reads it. */
export function aNote(path: string, text = ''): Note {
	return parseNote(path, text);
}

/** Reads a vault given as path → text; what does not end in `.md` is an attachment. */
export type ReadVault = (files: Readonly<Record<string, string>>) => LiveNoteIndex;

/** An index of a vault. */
export const aVault: ReadVault = files => indexOf(files, aNote);

/** Indexes of vaults that have much in common: a note with the same path and text as one before is not parsed again. */
export function createVaultReader(): ReadVault {
	const known = new Map<string, Note>();
	return files =>
		indexOf(files, (path, text) => {
			const key = `${path}\0${text}`;
			const note = known.get(key) ?? aNote(path, text);
			known.set(key, note);
			return note;
		});
}

function indexOf(files: Readonly<Record<string, string>>, read: typeof aNote): LiveNoteIndex {
	const paths = Object.keys(files);
	return createNoteIndex(
		paths.filter(isNotePath).map(path => read(path, files[path])),
		paths.filter(path => !isNotePath(path)),
	);
}
