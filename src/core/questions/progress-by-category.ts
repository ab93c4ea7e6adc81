import { compareByTier } from '../schema/category-members';
import { categoryOf } from '../schema/note-type';
import type { Aggregate, MakeAggregate } from '../vault/aggregate';
import type { Note } from '../vault/note';
import { groupNotes } from '../vault/note-groups';
import type { NoteIndex } from '../vault/note-index';
import { progressOfNote } from './progress';
import type { Progress } from './progress';

/** Progress of each category whose notes ask something, `none` for notes without one; in no order. */
export function progressByCategory(index: NoteIndex): ReadonlyMap<string, Progress> {
	return index.gather(sumByCategory);
}

/** The notes of a category that ask something, by tier and title. */
export function askingNotes(index: NoteIndex, category: string): readonly Note[] {
	return index.gather(askingByCategory).of(category);
}

function sumByCategory(): Aggregate<ReadonlyMap<string, Progress>> {
	const sums = new Map<string, Progress>();
	const asking = new Map<string, number>();
	const add = (note: Note, sign: 1 | -1): void => {
		const progress = progressOfNote(note);
		if (!progress) return;
		const category = categoryOf(note) ?? 'none';
		const count = (asking.get(category) ?? 0) + sign;
		if (count === 0) {
			sums.delete(category);
			asking.delete(category);
			return;
		}
		asking.set(category, count);
		const { total, open, shaky, solid } = sums.get(category) ?? NOTHING;
		sums.set(category, {
			total: total + sign * progress.total,
			open: open + sign * progress.open,
			shaky: shaky + sign * progress.shaky,
			solid: solid + sign * progress.solid,
		});
	};
	return {
		value: sums,
		replace(before, after) {
			if (before) add(before, -1);
			if (after) add(after, 1);
		},
	};
}

const NOTHING: Progress = { total: 0, open: 0, shaky: 0, solid: 0 };

const askingByCategory = groupNotes({
	keysOf(note) {
		const category = categoryOf(note);
		return category === undefined || !progressOfNote(note) ? [] : [category];
	},
	compare: compareByTier,
});

/** What progress is made of, for a host that gathers it in steps. */
export const PROGRESS_AGGREGATES: readonly MakeAggregate<unknown>[] = [
	sumByCategory,
	askingByCategory,
];
