import type { Aggregate, MakeAggregate } from './aggregate';
import type { Note } from './note';
import type { NotePath } from './note-path';

/** Notes by a key, each group in its order. */
export interface NoteGroups {
	/** A list that stays as it is when notes change. */
	of(key: string): readonly Note[];
}

/** How notes are grouped. */
export interface Grouping {
	/** The groups that a note belongs to, each once. */
	readonly keysOf: (note: Note) => readonly string[];
	/** Orders the notes of a group; two different paths are never alike. */
	readonly compare: (a: Note, b: Note) => number;
}

interface Group {
	readonly notes: Map<NotePath, Note>;
	/** Made when somebody asks, and kept in order from then on. */
	sorted: readonly Note[] | undefined;
}

/** An aggregate of notes in groups. A change costs a search by halves and a copy of the lists that it is in. */
export function groupNotes({ keysOf, compare }: Grouping): MakeAggregate<NoteGroups> {
	return (): Aggregate<NoteGroups> => {
		const groups = new Map<string, Group>();
		const add = (note: Note, key: string): void => {
			const group = groups.get(key);
			if (!group) {
				groups.set(key, { notes: new Map([[note.path, note]]), sorted: undefined });
				return;
			}
			group.notes.set(note.path, note);
			group.sorted = group.sorted && withNote(group.sorted, note, compare);
		};
		const remove = (note: Note, key: string): void => {
			const group = groups.get(key);
			if (!group?.notes.delete(note.path)) return;
			if (group.notes.size === 0) groups.delete(key);
			group.sorted = group.sorted && withoutNote(group.sorted, note, compare);
		};
		return {
			value: {
				of(key) {
					const group = groups.get(key);
					if (!group) return [];
					return (group.sorted ??= [...group.notes.values()].sort(compare));
				},
			},
			replace(before, after) {
				if (before) for (const key of keysOf(before)) remove(before, key);
				if (after) for (const key of keysOf(after)) add(after, key);
			},
		};
	};
}

type Compare = Grouping['compare'];

/** A list in order with one more note, or with it in the place of the one that compares alike. */
export function withNote(sorted: readonly Note[], note: Note, compare: Compare): readonly Note[] {
	const at = placeOf(sorted, note, compare);
	const found = sorted[at];
	const list = sorted.slice();
	list.splice(at, found && compare(found, note) === 0 ? 1 : 0, note);
	return list;
}

/** A list in order without a note. */
export function withoutNote(
	sorted: readonly Note[],
	note: Note,
	compare: Compare,
): readonly Note[] {
	const at = placeOf(sorted, note, compare);
	const found = sorted[at];
	if (!found || compare(found, note) !== 0) return sorted;
	const list = sorted.slice();
	list.splice(at, 1);
	return list;
}

/** Where a note stands in a list in order, or would stand. */
function placeOf(sorted: readonly Note[], note: Note, compare: Compare): number {
	let [low, high] = [0, sorted.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		const found = sorted[middle];
		if (found && compare(found, note) < 0) low = middle + 1;
		else high = middle;
	}
	return low;
}
