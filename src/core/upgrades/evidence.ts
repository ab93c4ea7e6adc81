import type { NoteParts } from './note-parts';
import type { PartOrigin } from './merge-part';
import { hashParts } from './release';
import type { Release } from './release';

/** A shipped note in the reader's vault. */
export interface FoundNote {
	readonly key: string;
	readonly parts: NoteParts;
}

/**
 * The release that a vault shows by its texts: the one of which most parts stand in it as they were shipped and fewest
 * are gone, the newest of equals. Undefined without any shipped note.
 */
export function releaseByEvidence(
	notes: readonly FoundNote[],
	releases: readonly Release[],
): Release | undefined {
	const shown = notes.map(({ key, parts }) => ({ key, hashes: hashParts(parts) }));
	let best: { release: Release; score: number } | undefined;
	for (const release of releases) {
		let score = 0;
		for (const { key, hashes } of shown) {
			const { same, gone } = compare(hashes, release, key);
			score += same - gone;
		}
		if (notes.length > 0 && score >= (best?.score ?? -Infinity)) best = { release, score };
	}
	return best?.release;
}

/** One part with an older text is an edit of the reader's that happens to be one; two are a note from before. */
const PARTS_THAT_PROVE = 2;

/**
 * The release from which one note is: that of the vault, unless two parts more have the text of another one. Among
 * several others it is the one of which most parts have the text, then fewest are gone, then the newest.
 */
export function releaseOfNote(
	{ key, parts }: FoundNote,
	releases: readonly Release[],
	ofVault: Release,
): Release {
	const hashes = hashParts(parts);
	const rank = (release: Release): readonly number[] => {
		const { same, gone } = compare(hashes, release, key);
		return [same, -gone];
	};
	const best = releases.reduce((before, release) =>
		compareRanks(rank(release), rank(before)) >= 0 ? release : before,
	);
	const more = compare(hashes, best, key).same - compare(hashes, ofVault, key).same;
	return more < PARTS_THAT_PROVE ? ofVault : best;
}

/** Tells of each part what it was in the release that a note has, and which texts of it count as untouched. */
export function originIn(
	releases: readonly Release[],
	release: Release,
	key: string,
): (part: string) => PartOrigin {
	const since = releases.slice(releases.indexOf(release));
	return part => {
		const texts = since.map(({ notes }) => {
			const own = notes.get(key)?.parts.get(part);
			if (own || !part.startsWith('question:')) return own;
			// We may have moved a question from one note to another.
			for (const { parts } of notes.values()) if (parts.has(part)) return parts.get(part);
			return undefined;
		});
		const hashes = texts.flatMap(text => (text ? [text.hash] : []));
		return { base: texts[0], shipped: new Set(hashes) };
	};
}

function compare(
	hashes: ReadonlyMap<string, string>,
	{ notes }: Release,
	key: string,
): { same: number; gone: number } {
	let [same, gone] = [0, 0];
	for (const [part, { hash }] of notes.get(key)?.parts ?? []) {
		const found = hashes.get(part);
		if (found === undefined) gone++;
		else if (found === hash) same++;
	}
	return { same, gone };
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
	for (const [i, value] of a.entries()) {
		const difference = value - (b[i] ?? 0);
		if (difference !== 0) return difference;
	}
	return 0;
}
