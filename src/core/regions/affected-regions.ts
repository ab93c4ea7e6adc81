import { PROGRESS_AGGREGATES } from '../questions/progress-by-category';
import { compareText } from '../text/compare-text';
import { finishSteps } from '../text/steps';
import type { Steps } from '../text/steps';
import type { NoteIndex } from '../vault/note-index';
import type { NotePath } from '../vault/note-path';
import { promptNames } from './prompt-names';
import { hasRegions, regionsBySubject } from './region-subject';
import { describeChange } from './vault-change';
import type { NoteChange, VaultChange } from './vault-change';

/** Regions of one note: all of them, or some by name. */
export type RegionChoice = 'all' | ReadonlySet<string>;

/** What may have another content after some files changed. */
export interface AffectedRegions {
	/** In the order of paths. */
	readonly notes: ReadonlyMap<NotePath, RegionChoice>;
	/** True if the canvas of the stack or the base of a category may be another. */
	readonly maps: boolean;
}

/**
 * The regions that may differ after some files changed. There may be more than will change, never fewer; regions are
 * taken to have been right before. The index holds the vault after the changes.
 *
 * Its cost is that of the changed notes and the affected regions: no other note is looked at.
 */
export function affectedRegions(index: NoteIndex, changes: Iterable<NoteChange>): AffectedRegions {
	return finishSteps(findAffectedRegions(index, changes));
}

/** The same in short steps. Where nobody knows what changed, all regions are affected. */
export function* findAffectedRegions(
	index: NoteIndex,
	changes: Iterable<NoteChange> | undefined,
): Steps<AffectedRegions> {
	yield* index.prepare(regionsBySubject);
	yield* prepareRegions(index);
	const change = changes && (yield* describeChange(index, changes));
	if (change?.texts.size === 0) return { notes: new Map(), maps: false };
	const notes =
		!change || change.language ? yield* allRegions(index) : yield* lookUp(index, change);
	const sorted = [...notes].sort(([a], [b]) => compareText(a, b));
	return { notes: new Map(sorted), maps: change?.maps ?? true };
}

/** Gathers, note by note, what regions are made from; the first region that asks would gather it in one go. */
export function* prepareRegions(index: NoteIndex): Steps<void> {
	for (const make of [promptNames, ...PROGRESS_AGGREGATES]) yield* index.prepare(make);
	yield* index.gather(promptNames).settle();
}

function* allRegions(index: NoteIndex): Steps<Map<NotePath, RegionChoice>> {
	const notes = new Map<NotePath, RegionChoice>();
	for (const note of index.notes()) {
		if (hasRegions(note)) notes.set(note.path, 'all');
		yield;
	}
	return notes;
}

function* lookUp(
	index: NoteIndex,
	{ texts, subjects }: VaultChange,
): Steps<Map<NotePath, RegionChoice>> {
	const notes = new Map<NotePath, 'all' | Set<string>>();
	for (const path of texts) {
		const note = index.find(path);
		if (note && hasRegions(note)) notes.set(path, 'all');
	}
	const { regionsOf } = index.gather(regionsBySubject);
	for (const one of subjects) {
		for (const { path, region } of regionsOf(one)) {
			const known = notes.get(path);
			if (region === undefined) notes.set(path, 'all');
			else if (!known) notes.set(path, new Set([region]));
			else if (known !== 'all') known.add(region);
		}
		yield;
	}
	return notes;
}
