import type { Note, NotePath } from '../core/index';

/**
 * Notes outside of our folder that somebody asked for by name: a question that was tracked there is asked, rated and
 * listed as any other. They are found by their path and stand among no others, so that no table, no backlink and no
 * count depends on what a device had open.
 */
export interface GuestNotes {
	/** True for what was asked for, be it there or not. */
	has(path: NotePath): boolean;
	paths(): Iterable<NotePath>;
	/** Where a guest stands now that was asked for by an older name. */
	placeOf(path: NotePath): NotePath;
	/** A guest by the name that it has or had. */
	find(path: NotePath): Note | undefined;
	/** Puts in what was read; nothing for a note that is asked for, or gone. */
	put(path: NotePath, note?: Note): void;
	/** A note, or a folder above it, got another name. */
	rename(oldPath: string, path: string): void;
}

/** Makes a list without a guest. */
export function createGuestNotes(): GuestNotes {
	const notes = new Map<NotePath, Note | undefined>();
	const moved = new Map<NotePath, NotePath>();
	const placeOf = (path: NotePath): NotePath => moved.get(path) ?? path;
	return {
		placeOf,
		has: path => notes.has(path),
		paths: () => [...notes.keys()],
		find: path => notes.get(path) ?? notes.get(placeOf(path)),
		put(path, note) {
			notes.set(path, note);
			// Another note may have got the name that a guest had.
			if (note) moved.delete(path);
		},
		rename(oldPath, path) {
			for (const guest of [...notes.keys()]) {
				if (guest !== oldPath && !guest.startsWith(`${oldPath}/`)) continue;
				const place = path + guest.slice(oldPath.length);
				notes.delete(guest);
				notes.set(place, undefined);
				for (const [name, at] of moved) if (at === guest) moved.set(name, place);
				moved.set(guest, place);
			}
		},
	};
}
