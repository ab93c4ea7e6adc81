import { finishSteps } from '../text/steps';
import type { Steps } from '../text/steps';
import type { Note } from './note';
import type { NotePath } from './note-path';

/** Something made of all notes that each change keeps right without a look at the others. */
export interface Aggregate<T> {
	readonly value: T;
	/** Takes back what one reading of a note added, and adds another; one of the two may be missing. */
	replace(before: Note | undefined, after: Note | undefined): void;
	/** Reads in steps what takes long to read of a note, and remembers it for the reading of that note. */
	readAhead?(note: Note): Steps<void>;
}

/** Makes the aggregate of no notes. An index keeps one for each such function, so it must be the same every time. */
export type MakeAggregate<T> = () => Aggregate<T>;

/** The aggregates of an index. */
export interface Aggregates {
	/** What is made of all notes: gathered when it is first asked for, kept right from then on. */
	readonly get: <T>(make: MakeAggregate<T>) => T;
	/** Gathers it in steps, a note for each, so that to get it later costs nothing. */
	readonly prepare: (make: MakeAggregate<unknown>) => Steps<void>;
	/** To be called after a note came, changed or went. */
	replace(before: Note | undefined, after: Note | undefined): void;
}

interface Gathering {
	readonly aggregate: Aggregate<unknown>;
	/** What is still to be gathered; undefined once all is. */
	rest: Rest | undefined;
}

interface Rest {
	readonly notes: Iterator<Note, undefined>;
	/** The note that is read ahead. */
	next: NotePath | undefined;
	readonly gathered: Set<Note>;
}

/** Makes aggregates over a map of notes, which its owner changes before telling so. */
export function createAggregates(byPath: ReadonlyMap<NotePath, Note>): Aggregates {
	const gatherings = new Map<MakeAggregate<unknown>, Gathering>();
	const gatheringOf = (make: MakeAggregate<unknown>): Gathering => {
		const known = gatherings.get(make);
		if (known) return known;
		// The iterator is alive: notes that come meanwhile are met at its end, those that go are not.
		const rest = { notes: byPath.values(), next: undefined, gathered: new Set<Note>() };
		const gathering: Gathering = { aggregate: make(), rest };
		gatherings.set(make, gathering);
		return gathering;
	};
	function* prepare(make: MakeAggregate<unknown>): Steps<void> {
		const gathering = gatheringOf(make);
		for (;;) {
			const { rest, aggregate } = gathering;
			if (!rest) return;
			const path = (rest.next ??= rest.notes.next().value?.path);
			if (path === undefined) {
				gathering.rest = undefined;
				return;
			}
			const found = byPath.get(path);
			if (found && aggregate.readAhead) yield* aggregate.readAhead(found);
			// There may be a newer reading by now, or none; or somebody asked, and this note was gathered for them.
			if (rest.next !== path) continue;
			rest.next = undefined;
			const note = byPath.get(path);
			if (note && !rest.gathered.has(note)) {
				aggregate.replace(undefined, note);
				rest.gathered.add(note);
			}
			yield;
		}
	}
	return {
		get<T>(make: MakeAggregate<T>): T {
			finishSteps(prepare(make));
			return gatheringOf(make).aggregate.value as T;
		},
		prepare,
		replace(before, after) {
			for (const { aggregate, rest } of gatherings.values()) {
				if (!rest) aggregate.replace(before, after);
				else if (before && rest.gathered.delete(before)) {
					aggregate.replace(before, after);
					if (after) rest.gathered.add(after);
				}
			}
		},
	};
}
