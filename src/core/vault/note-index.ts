import { compareText } from '../text/compare-text';
import type { Steps } from '../text/steps';
import { createAggregates } from './aggregate';
import type { MakeAggregate } from './aggregate';
import { createFileNames } from './file-names';
import type { Resolution } from './file-names';
import { createLinkGraph } from './link-graph';
import type { Backlink } from './link-graph';
import type { Note } from './note';
import { withNote, withoutNote } from './note-groups';
import type { NotePath } from './note-path';
import { createOtherFiles } from './other-files';

/** All notes of a vault with their links resolved both ways; reading it never changes it. */
export interface NoteIndex {
	/** Notes in the order of their paths. */
	notes(): readonly Note[];
	find(path: NotePath): Note | undefined;
	resolve(target: string, from: NotePath): Resolution;
	/** Links to a note from other notes, by source and place. */
	backlinks(path: NotePath): readonly Backlink[];
	/** Files that go by a name, whatever their folder; the name is folded as links are compared. */
	filesNamed(nameKey: string): readonly string[];
	/** Notes with a link that goes by a name, wherever it leads. */
	notesLinkingBy(nameKey: string): readonly NotePath[];
	/** Files that are no notes: pictures, canvases, bases. */
	attachments(): ReadonlySet<string>;
	/** Notes that are known by their name alone: nobody could read them, or nobody has yet. */
	unreadPaths(): ReadonlySet<NotePath>;
	/** What is made of all notes: gathered once, then kept right by each change at the cost of that change. */
	gather<T>(make: MakeAggregate<T>): T;
	/** Gathers it in steps, so that to ask for it later costs nothing. */
	prepare(make: MakeAggregate<unknown>): Steps<void>;
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
	otherFiles: readonly string[] = [],
): LiveNoteIndex {
	const names = createFileNames();
	const graph = createLinkGraph(names);
	const byPath = new Map<NotePath, Note>();
	let sorted: readonly Note[] | undefined;
	const others = createOtherFiles(otherFiles);
	const aggregates = createAggregates(byPath);

	// All names first, so that no link has to be resolved twice.
	for (const path of otherFiles) names.add(path);
	for (const note of notes) {
		names.add(note.path);
		byPath.set(note.path, note);
		others.remove(note.path);
	}
	for (const note of byPath.values()) graph.connect(note);

	const forgetFile = (path: string): void => {
		others.remove(path);
		graph.disconnect(path);
		names.remove(path);
		graph.reconnectLinksTo(path);
	};
	return {
		notes: () => (sorted ??= [...byPath.values()].sort(compareByPath)),
		find: path => byPath.get(path),
		resolve: names.resolve,
		backlinks: graph.backlinks,
		filesNamed: names.named,
		notesLinkingBy: graph.sourcesByName,
		attachments: () => others.attachments,
		unreadPaths: () => others.unread,
		gather: aggregates.get,
		prepare: aggregates.prepare,
		set(note) {
			const isNewName = names.add(note.path);
			const before = byPath.get(note.path);
			graph.disconnect(note.path);
			byPath.set(note.path, note);
			others.remove(note.path);
			sorted = sorted && withNote(sorted, note, compareByPath);
			graph.connect(note);
			if (isNewName) graph.reconnectLinksTo(note.path);
			aggregates.replace(before, note);
		},
		remove(path) {
			const before = byPath.get(path);
			byPath.delete(path);
			forgetFile(path);
			if (!before) return;
			sorted = sorted && withoutNote(sorted, before, compareByPath);
			aggregates.replace(before, undefined);
		},
		addFile(path) {
			if (!byPath.has(path)) others.add(path);
			if (names.add(path)) graph.reconnectLinksTo(path);
		},
		removeFile: forgetFile,
	};
}

/** Order of the notes of a vault. */
function compareByPath(a: Note, b: Note): number {
	return compareText(a.path, b.path);
}
