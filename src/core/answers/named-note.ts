import { findNote } from '../vault/find-note';
import type { Note } from '../vault/note';
import type { NoteIndex } from '../vault/note-index';
import { isNotePath } from '../vault/note-path';
import { refuse } from './answer';
import type { Refusal } from './answer';

/** A note that somebody named by path, title, id or alias; or a refusal with the nearest names. */
export type NamedNote = { readonly kind: 'found'; readonly note: Note } | Refusal;

/** Finds the note that somebody named; messages call the vault by `vaultName`. */
export function namedNote(index: NoteIndex, name: string, vaultName: string): NamedNote {
	const found = findNote(index, name);
	switch (found.kind) {
		case 'found':
			return found;
		case 'ambiguous':
			return refuse('cli.error.ambiguous-note', { name, names: found.candidates.join(', ') });
		case 'missing':
			return (
				refuseUnreadable(index, name) ??
				refuse('cli.error.no-note', { name, path: vaultName }, found.nearest)
			);
	}
}

/** A file by that name which is no note in the index: it stands there and cannot be read. */
function refuseUnreadable(index: NoteIndex, name: string): Refusal | undefined {
	const resolution = index.resolve(name, '');
	if (resolution.kind === 'missing' || !isNotePath(resolution.path)) return undefined;
	if (index.find(resolution.path)) return undefined;
	return refuse('cli.error.unreadable-note', { path: resolution.path });
}
