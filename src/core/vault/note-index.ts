import { compareText } from '../text/compare-text';
import { createFileNames } from './file-names';
import type { Resolution } from './file-names';
import { createLinkGraph } from './link-graph';
import type { Backlink } from './link-graph';
import type { Note } from './note';
import type { NotePath } from './note-path';

/** All notes of a vault with their links resolved both ways; reading it never changes it. */
export interface NoteIndex {
	/** Notes in the order of their paths. */
	notes(): readonly Note[];
	find(path: NotePath): Note | undefined;
	resolve(target: string, from: NotePath): Resolution;
	/** Links to a note from other notes, by source and place. */
	backlinks(path: NotePath): readonly Backlink[];
	/** What a function makes of all notes, made once and kept until a note comes, changes or goes. */
	derive<T>(make: (index: NoteIndex) => T): T;
}

/** An index that follows the vault. Each step costs what the change touches, never a scan of all notes. */
export interface LiveNoteIndex extends NoteIndex {
	/** Adds a note or puts a newer reading in its place. */
	set(note: Note): void;
	remove(path: NotePath): void;
	/** Makes a file known to the links: a picture, a canvas, or a note that is read later. */
	addFile(path: string): void;
	removeFile(path: string): void;
}

/** Indexes notes; the order in which they come makes no difference. */
export function createNoteIndex(
	notes: Iterable<Note> = [],
	otherFiles: Iterable<string> = [],
): LiveNoteIndex {
	const names = createFileNames();
	const graph = createLinkGraph(names);
	const byPath = new Map<NotePath, Note>();
	let sorted: readonly Note[] | undefined;
	const derived = new Map<(index: NoteIndex) => unknown, unknown>();

	// All names first, so that no link has to be resolved twice.
	for (const path of otherFiles) names.add(path);
	for (const note of notes) {
		names.add(note.path);
		byPath.set(note.path, note);
	}
	for (const note of byPath.values()) graph.connect(note);

	const index: LiveNoteIndex = {
		notes: () => (sorted ??= [...byPath.values()].sort((a, b) => compareText(a.path, b.path))),
		find: path => byPath.get(path),
		resolve: (target, from) => names.resolve(target, from),
		backlinks: path => graph.backlinks(path),
		derive<T>(make: (all: NoteIndex) => T): T {
			if (!derived.has(make)) derived.set(make, make(index));
			return derived.get(make) as T;
		},
		set(note) {
			const isNewName = names.add(note.path);
			graph.disconnect(note.path);
			byPath.set(note.path, note);
			derived.clear();
			sorted = sorted && withNote(sorted, note);
			graph.connect(note);
			if (isNewName) graph.reconnectLinksTo(note.path);
		},
		remove(path) {
			derived.clear();
			if (byPath.delete(path)) sorted = sorted?.filter(note => note.path !== path);
			graph.disconnect(path);
			names.remove(path);
			graph.reconnectLinksTo(path);
		},
		addFile(path) {
			// A new file can be what a link leads to, which is part of what was made.
			derived.clear();
			if (names.add(path)) graph.reconnectLinksTo(path);
		},
		removeFile(path) {
			derived.clear();
			names.remove(path);
			graph.reconnectLinksTo(path);
		},
	};
	return index;
}

/** A new list, for whoever holds the old one holds the vault as it was; sorting all anew would cost more. */
function withNote(sorted: readonly Note[], note: Note): readonly Note[] {
	let [low, high] = [0, sorted.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if (compareText(sorted[middle]?.path ?? '', note.path) < 0) low = middle + 1;
		else high = middle;
	}
	const next = sorted[low]?.path === note.path ? low + 1 : low;
	return [...sorted.slice(0, low), note, ...sorted.slice(next)];
}
