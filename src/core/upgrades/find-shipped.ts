import { isTemplate, noteIdOf, notesOfType } from '../schema/note-type';
import type { Note } from '../vault/note';
import type { NoteIndex } from '../vault/note-index';
import { foldName } from '../vault/note-path';
import type { NotePath } from '../vault/note-path';

/** Where shipped notes are in a reader's vault, under whatever name and in whatever folder. */
export interface ShippedPlaces {
	/** What stands before the shipped paths here: empty, or a folder with its slash. */
	readonly prefix: string;
	/** The reader's note for a shipped one; undefined if it is gone. */
	find(key: string, path: NotePath): Note | undefined;
}

/** Looks for notes by their ids, and for those without one by their paths. */
export function findShipped(
	index: NoteIndex,
	shipped: ReadonlyMap<string, { readonly path: NotePath }>,
): ShippedPlaces {
	const byId = new Map<string, Note[]>();
	for (const note of index.notes()) {
		const id = isTemplate(note) ? undefined : noteIdOf(note);
		if (id !== undefined) byId.set(id, [...(byId.get(id) ?? []), note]);
	}
	const withKey = (key: string): readonly Note[] => {
		if (key === 'home') return notesOfType(index, 'home');
		return key.startsWith('id:') ? (byId.get(key.slice('id:'.length)) ?? []) : [];
	};
	const prefix = commonPrefix(shipped, withKey);
	return {
		prefix,
		find(key, path) {
			const found = withKey(key);
			// Of a note and its copy, as sync tools leave them, the one at the shipped place is meant.
			if (found.length > 1) return found.find(note => note.path === prefix + path) ?? found[0];
			if (found[0]) return found[0];
			const standing = index.find(prefix + path);
			const isOwn =
				standing !== undefined && !isTemplate(standing) && noteIdOf(standing) !== undefined;
			return isOwn ? undefined : standing;
		},
	};
}

/** The folder under which most of the notes lie as they were shipped. */
function commonPrefix(
	shipped: ReadonlyMap<string, { readonly path: NotePath }>,
	withKey: (key: string) => readonly Note[],
): string {
	const counts = new Map<string, number>();
	for (const [key, { path }] of shipped) {
		for (const note of withKey(key)) {
			if (note.path !== path && !note.path.endsWith(`/${path}`)) continue;
			const prefix = note.path.slice(0, note.path.length - path.length);
			counts.set(prefix, (counts.get(prefix) ?? 0) + 1);
		}
	}
	let best = '';
	for (const [prefix, count] of counts) if (count > (counts.get(best) ?? 0)) best = prefix;
	return best;
}

/** True if a file stands at a path, whatever the case and the Unicode form of its name. */
export function isTaken(index: NoteIndex, path: NotePath): boolean {
	if (index.resolve(`/${path}`, '').kind !== 'missing') return true;
	return index.notes().some(note => foldName(note.path) === foldName(path));
}
