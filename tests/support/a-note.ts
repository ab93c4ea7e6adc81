import { parseNote } from '../../src/core/vault/note';
import type { Note } from '../../src/core/vault/note';
import { createNoteIndex } from '../../src/core/vault/note-index';
import type { LiveNoteIndex } from '../../src/core/vault/note-index';
import { isNotePath } from '../../src/core/vault/note-path';

/** A note as the program reads it. */
export function aNote(path: string, text = ''): Note {
	return parseNote(path, text);
}

/** An index of a vault given as path → text; what does not end in `.md` is an attachment. */
export function aVault(files: Readonly<Record<string, string>>): LiveNoteIndex {
	const paths = Object.keys(files);
	return createNoteIndex(
		paths.filter(isNotePath).map(path => aNote(path, files[path])),
		paths.filter(path => !isNotePath(path)),
	);
}
