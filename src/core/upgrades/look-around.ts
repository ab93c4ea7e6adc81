import { isTemplate, notesOfType } from '../schema/note-type';
import { finishSteps } from '../text/steps';
import type { Steps } from '../text/steps';
import type { NoteIndex } from '../vault/note-index';
import type { NotePath } from '../vault/note-path';
import { isReadable } from '../vault/readable';
import { releaseByEvidence, releaseOfNote } from './evidence';
import type { FoundNote } from './evidence';
import { findShipped } from './find-shipped';
import type { ShippedPlaces } from './find-shipped';
import { takeApart } from './note-parts';
import type { NoteParts } from './note-parts';
import { compareVersions, readShipped, releaseNamedBy } from './release';
import type { Release } from './release';

/** A vault and what this program ships, side by side. */
export interface Surroundings {
	readonly index: NoteIndex;
	/** Oldest first; the last one is the present. */
	readonly releases: readonly Release[];
	readonly present: Release;
	readonly vaultRelease: Release;
	readonly places: ShippedPlaces;
	/** Key → the note as this program ships it. */
	readonly shipped: ReadonlyMap<string, NoteParts>;
	/** Key → the reader's note, of those that can be read. */
	readonly found: ReadonlyMap<string, FoundNote>;
	/** The note in which a question stands. */
	readonly whereIs: (questionId: string) => NoteParts | undefined;
	/** From which release a note is. */
	readonly releaseOf: (found: FoundNote) => Release;
}

/** Why there is nothing to be planned. */
export interface UpgradeRefusal {
	readonly kind: 'no-shipped-notes' | 'newer-vault';
	/** The release that a newer vault says it has. */
	readonly release: string;
}

/** Finds the shipped notes of a vault, and the release that it has: by its home note, else by what its notes say. */
export function lookAround(
	index: NoteIndex,
	files: Readonly<Record<string, string>>,
	releases: readonly Release[],
): Surroundings | UpgradeRefusal {
	return finishSteps(lookAroundInSteps(index, files, releases));
}

/** The same in short steps, one for each note. */
export function* lookAroundInSteps(
	index: NoteIndex,
	files: Readonly<Record<string, string>>,
	releases: readonly Release[],
): Steps<Surroundings | UpgradeRefusal> {
	const present = releases.at(-1);
	const named = releaseNamedBy(notesOfType(index, 'home')[0]);
	if (!present) return { kind: 'no-shipped-notes', release: '' };
	if (named !== undefined && compareVersions(named, present.version) > 0) {
		return { kind: 'newer-vault', release: named };
	}
	const shipped = readShipped(files);
	const places = findShipped(index, shippedPaths(releases));
	const found = yield* findNotes(places, releases);
	const known = releases.find(({ version }) => version === named);
	const shown = known ?? releaseByEvidence([...found.values()], releases);
	if (!shown) return { kind: 'no-shipped-notes', release: '' };
	// The home note is written last: where an update was cut off, it alone shows which release arrived whole.
	const home = found.get('home');
	const vaultRelease = known || !home ? shown : releaseOfNote(home, releases, shown);
	const releaseOf = (note: FoundNote): Release => releaseOfNote(note, releases, vaultRelease);
	const whereIs = yield* createSearch(index, [...found.values()]);
	return { index, releases, present, vaultRelease, places, shipped, found, whereIs, releaseOf };
}

/** Where each note was shipped last. */
function shippedPaths(releases: readonly Release[]): Map<string, { path: NotePath }> {
	const paths = new Map<string, { path: NotePath }>();
	for (const { notes } of releases) for (const [key, { path }] of notes) paths.set(key, { path });
	return paths;
}

function* findNotes(
	places: ShippedPlaces,
	releases: readonly Release[],
): Steps<Map<string, FoundNote>> {
	const found = new Map<string, FoundNote>();
	for (const [key, { path }] of shippedPaths(releases)) {
		const note = places.find(key, path);
		if (note && isReadable(note)) found.set(key, { key, parts: takeApart(note) });
		yield;
	}
	return found;
}

/** A question is looked for in the shipped notes first, then in all others of the reader's. */
function* createSearch(
	index: NoteIndex,
	found: readonly FoundNote[],
): Steps<Surroundings['whereIs']> {
	const holders = new Map<string, NoteParts>();
	const hold = (parts: NoteParts): void => {
		for (const { question } of parts.sections) {
			if (question && !holders.has(question.id)) holders.set(question.id, parts);
		}
	};
	for (const { parts } of found) hold(parts);
	const shippedNotes = new Set(found.map(({ parts }) => parts.note));
	for (const note of index.notes()) {
		if (!isTemplate(note) && isReadable(note) && !shippedNotes.has(note)) hold(takeApart(note));
		yield;
	}
	return id => holders.get(id);
}
