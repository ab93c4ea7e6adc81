import { compareText } from '../text/compare-text';
import type { Link } from '../markdown/structure';
import { nameKey } from './file-names';
import type { FileNames } from './file-names';
import type { Note } from './note';
import type { NotePath } from './note-path';

/** A link seen from the note that it leads to. */
export interface Backlink {
	readonly source: NotePath;
	readonly link: Link;
}

/** Links of all notes, resolved both ways. */
export interface LinkGraph {
	connect(note: Note): void;
	disconnect(path: NotePath): void;
	/** Resolves anew the links that go by the name of a file which came or went. */
	reconnectLinksTo(path: string): void;
	backlinks(path: NotePath): readonly Backlink[];
}

interface Entry {
	readonly note: Note;
	/** Parallel to the note's links: the path that each one leads to. */
	readonly targets: readonly (string | undefined)[];
}

/** Makes an empty graph over a table of file names. Each step costs what the change touches. */
export function createLinkGraph(names: FileNames): LinkGraph {
	const entries = new Map<NotePath, Entry>();
	const sourcesByName = new Map<string, Set<NotePath>>();
	const sourcesByTarget = new Map<string, Set<NotePath>>();

	const graph: LinkGraph = {
		connect(note) {
			const { path } = note;
			const targets = note.links.map(link => {
				addTo(sourcesByName, nameKey(link.target), path);
				const resolution = names.resolve(link.target, path);
				return resolution.kind === 'missing' ? undefined : resolution.path;
			});
			entries.set(path, { note, targets });
			for (const target of targets) {
				if (target !== undefined && target !== path) addTo(sourcesByTarget, target, path);
			}
		},
		disconnect(path) {
			const entry = entries.get(path);
			if (!entry) return;
			entries.delete(path);
			for (const link of entry.note.links) removeFrom(sourcesByName, nameKey(link.target), path);
			for (const target of entry.targets) {
				if (target !== undefined) removeFrom(sourcesByTarget, target, path);
			}
		},
		reconnectLinksTo(path) {
			for (const source of [...(sourcesByName.get(nameKey(path)) ?? [])]) {
				const entry = entries.get(source);
				if (!entry) continue;
				graph.disconnect(source);
				graph.connect(entry.note);
			}
		},
		backlinks: path =>
			[...(sourcesByTarget.get(path) ?? [])]
				.sort(compareText)
				.flatMap(source => linksTo(path, entries.get(source))),
	};
	return graph;
}

function linksTo(path: NotePath, entry: Entry | undefined): Backlink[] {
	if (!entry) return [];
	const { note, targets } = entry;
	return note.links
		.filter((_, i) => targets[i] === path)
		.map(link => ({ source: note.path, link }));
}

function addTo(sets: Map<string, Set<string>>, key: string, value: string): void {
	const set = sets.get(key);
	if (set) set.add(value);
	else sets.set(key, new Set([value]));
}

function removeFrom(sets: Map<string, Set<string>>, key: string, value: string): void {
	const set = sets.get(key);
	set?.delete(value);
	if (set?.size === 0) sets.delete(key);
}
