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
	readonly backlinks: (path: NotePath) => readonly Backlink[];
	/** Notes with a link that goes by a folded name. */
	readonly sourcesByName: (key: string) => readonly NotePath[];
}

interface Entry {
	readonly note: Note;
	/** Parallel to the note's links: the name by which each one goes. */
	readonly keys: readonly string[];
	/** Parallel to the note's links: the path that each one leads to. */
	readonly targets: (string | undefined)[];
}

/** Makes an empty graph over a table of file names. Each step costs what the change touches. */
export function createLinkGraph(names: FileNames): LinkGraph {
	const entries = new Map<NotePath, Entry>();
	const sourcesByName = new Map<string, Set<NotePath>>();
	const sourcesByTarget = new Map<string, Set<NotePath>>();

	const resolve = ({ target }: Link, from: NotePath): string | undefined => {
		const resolution = names.resolve(target, from);
		return resolution.kind === 'missing' ? undefined : resolution.path;
	};
	const joinTargets = ({ note, targets }: Entry): void => {
		for (const target of targets) {
			if (target !== undefined && target !== note.path) addTo(sourcesByTarget, target, note.path);
		}
	};
	const partTargets = ({ note, targets }: Entry): void => {
		for (const target of targets) {
			if (target !== undefined) removeFrom(sourcesByTarget, target, note.path);
		}
	};

	return {
		connect(note) {
			const { path, links } = note;
			const keys = links.map(({ target }) => nameKey(target));
			for (const key of keys) addTo(sourcesByName, key, path);
			const entry: Entry = { note, keys, targets: links.map(link => resolve(link, path)) };
			entries.set(path, entry);
			joinTargets(entry);
		},
		disconnect(path) {
			const entry = entries.get(path);
			if (!entry) return;
			entries.delete(path);
			for (const key of entry.keys) removeFrom(sourcesByName, key, path);
			partTargets(entry);
		},
		reconnectLinksTo(path) {
			const key = nameKey(path);
			for (const source of sourcesByName.get(key) ?? []) {
				const entry = entries.get(source);
				if (!entry) continue;
				partTargets(entry);
				entry.note.links.forEach((link, i) => {
					if (entry.keys[i] === key) entry.targets[i] = resolve(link, source);
				});
				joinTargets(entry);
			}
		},
		backlinks: path =>
			[...(sourcesByTarget.get(path) ?? [])]
				.sort(compareText)
				.flatMap(source => linksTo(path, entries.get(source))),
		sourcesByName: key => [...(sourcesByName.get(key) ?? [])],
	};
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
