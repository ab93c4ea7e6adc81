import { progressOfNote } from '../questions/progress';
import type { NoteIndex } from '../vault/note-index';
import type { NotePath } from '../vault/note-path';
import { regionReaderOf } from './region-reader';
import type { RegionReader } from './region-reader';
import { describeChange } from './vault-change';
import type { NoteChange, VaultChange } from './vault-change';

/** Tells whether a region of one kind may have another body after a change that left its own note alone. */
type Dependence = (change: VaultChange, reader: RegionReader, argument: string) => boolean;

/**
 * What a region of each kind is made from. A kind that is not listed counts as made from everything. Whatever its kind,
 * a region that shows a name is looked at when a file of that name comes or goes.
 */
const DEPENDENCE: ReadonlyMap<string, Dependence> = new Map<string, Dependence>([
	['backlinks', dependsOnLinksAndNames],
	['comparison', dependsOnAlternatives],
	// Which notes a map shows is decided among all that have a relation to one of them.
	['map', ({ relations, names }) => relations || names.size > 0],
	['members', ({ members }, _, argument) => members.has(argument)],
	['progress', dependsOnCounts],
]);

/**
 * The notes whose regions may differ after some files changed, in the order of their paths. There may be more than will
 * change, never fewer; regions are taken to have been right before.
 *
 * It looks at each note that has regions, without reading one again; the index holds the vault after the changes.
 */
export function affectedNotes(index: NoteIndex, changes: Iterable<NoteChange>): NotePath[] {
	const steps = findAffectedNotes(index, changes);
	for (;;) {
		const step = steps.next();
		if (step.done) return step.value;
	}
}

/**
 * The same in short steps, for a host that must not freeze. Where nobody knows what changed, all notes with regions are
 * affected.
 */
export function* findAffectedNotes(
	index: NoteIndex,
	changes: Iterable<NoteChange> | undefined,
): Generator<undefined, NotePath[], undefined> {
	const change = changes && (yield* describeChange(index, changes));
	if (change?.texts.size === 0) return [];
	const affected: NotePath[] = [];
	for (const note of index.notes()) {
		// Counted here, note by note, or the first table of progress would count all of them in one go.
		progressOfNote(note);
		const reader = regionReaderOf(note);
		if (reader && (!change || isAffected(change, reader))) affected.push(note.path);
		yield;
	}
	return affected;
}

function isAffected(change: VaultChange, reader: RegionReader): boolean {
	if (change.language || change.texts.has(reader.note.path)) return true;
	if (intersect(change.names, reader.shown)) return true;
	return reader.regions.some(({ kind, argument }) => {
		const depends = DEPENDENCE.get(kind);
		return depends ? depends(change, reader, argument) : change.notes.size > 0;
	});
}

function dependsOnLinksAndNames(
	{ linked, names, asked }: VaultChange,
	{ name, calledNames }: RegionReader,
): boolean {
	return linked.has(name) || names.has(name) || calledNames.some(called => asked.includes(called));
}

function dependsOnAlternatives(
	{ notes, names, categories }: VaultChange,
	{ alternatives, category }: RegionReader,
	argument: string,
): boolean {
	// The category of a note stands in only where it names no alternatives.
	const compared = argument === '' && alternatives.size === 0 ? category : argument;
	if (compared !== undefined && categories.has(compared)) return true;
	return intersect(notes, alternatives) || intersect(names, alternatives);
}

function dependsOnCounts(
	{ progress }: VaultChange,
	{ isAboutItself }: RegionReader,
	argument: string,
): boolean {
	if (argument !== '') return progress.has(argument);
	return progress.size > 0 && !isAboutItself;
}

/** Walks the smaller set. */
function intersect(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
	const [few, many] = a.size < b.size ? [a, b] : [b, a];
	for (const one of few) if (many.has(one)) return true;
	return false;
}
