import { compareVersions, makeRelease } from './release';
import type { Release, ReleasedNote } from './release';
import { LINE_DIGITS } from './part-hash';
import type { PartHash } from './part-hash';

/** A shipped note in the record: key of a part → its hash. */
interface NoteRecord {
	readonly path: string;
	readonly parts: Readonly<Record<string, string>>;
}

interface ReleaseRecord {
	readonly version: string;
	/** By key of the note. */
	readonly notes: Readonly<Record<string, NoteRecord>>;
	readonly files: Readonly<Record<string, string>>;
}

/** All recorded releases of one language, oldest first, as JSON. */
export interface HistoryRecord {
	readonly releases: readonly ReleaseRecord[];
	/** Hash of a part → the hashes of its lines, unless it is one line with the hash of the part. */
	readonly lines: Readonly<Record<string, string>>;
}

/** A note of a release by what is different in the next one; null for what was not there. */
interface NoteDelta {
	readonly path?: string;
	readonly parts: Readonly<Record<string, string | null>>;
}

interface ReleaseDelta {
	readonly version: string;
	readonly notes: Readonly<Record<string, NoteDelta | null>>;
	readonly files: Readonly<Record<string, string | null>>;
}

/** The history as a program carries it: each release by its difference to the next, the last one to the present. */
export interface CompactHistory {
	readonly releases: readonly ReleaseDelta[];
	readonly lines: Readonly<Record<string, string>>;
}

/** The record with one more release, or with another text of one that it has. */
export function recordRelease({ releases, lines }: HistoryRecord, release: Release): HistoryRecord {
	const record: ReleaseRecord = {
		version: release.version,
		notes: Object.fromEntries(
			[...release.notes].map(([key, { path, parts }]) => [key, { path, parts: hashesOf(parts) }]),
		),
		files: Object.fromEntries(release.files),
	};
	const kept = releases.filter(({ version }) => version !== release.version);
	const all = [...kept, record].sort((a, b) => compareVersions(a.version, b.version));
	const wanted = new Set(
		all.flatMap(({ notes }) => Object.values(notes)).flatMap(({ parts }) => Object.values(parts)),
	);
	const known = new Map(Object.entries(lines).filter(([hash]) => wanted.has(hash)));
	for (const [hash, text] of linesOf(release)) known.set(hash, text);
	return { releases: all, lines: Object.fromEntries(known) };
}

/** Cuts a record down to what differs from the present files, so that its size follows what changed. */
export function compactHistory(
	{ releases, lines }: HistoryRecord,
	present: Readonly<Record<string, string>>,
): CompactHistory {
	const now = recordRelease(
		{ releases: [], lines: {} },
		makeRelease('', present, 'parts'),
	).releases;
	const chain = [...releases, ...now];
	const deltas = releases.map((release, i) => difference(release, chain[i + 1] ?? release));
	const wanted = new Set(
		deltas
			.flatMap(({ notes }) => Object.values(notes))
			.flatMap(note => Object.values(note?.parts ?? {})),
	);
	const kept = Object.entries(lines).filter(([hash]) => wanted.has(hash));
	return { releases: deltas, lines: Object.fromEntries(kept) };
}

/** Reads a history as the build printed it. */
export function parseHistory(json: string): CompactHistory {
	return JSON.parse(json) as CompactHistory;
}

/** All releases, oldest first; the last one is the present, under its own version. */
export function readHistory(
	{ releases, lines }: CompactHistory,
	version: string,
	present: Readonly<Record<string, string>>,
): Release[] {
	const all = [makeRelease(version, present, 'parts')];
	for (const delta of [...releases].reverse()) {
		const [next] = all;
		if (next) all.unshift(applyDelta(delta, next, lines));
	}
	return all;
}

function hashesOf(parts: ReadonlyMap<string, PartHash>): Record<string, string> {
	return Object.fromEntries([...parts].map(([key, { hash }]) => [key, hash]));
}

function linesOf({ notes }: Release): [string, string][] {
	return [...notes.values()].flatMap(({ parts }) =>
		[...parts.values()]
			.filter(({ hash, lines }) => lines.length > 1 || (lines[0] ?? lineOf(hash)) !== lineOf(hash))
			.map(({ hash, lines }): [string, string] => [hash, lines.join('')]),
	);
}

function difference(release: ReleaseRecord, next: ReleaseRecord): ReleaseDelta {
	const notes: Record<string, NoteDelta | null> = {};
	for (const key of keysOfBoth(release.notes, next.notes)) {
		const [note, after] = [release.notes[key], next.notes[key]];
		if (!note) notes[key] = null;
		else {
			const parts = changedValues(note.parts, after?.parts ?? {});
			const isMoved = note.path !== after?.path;
			if (isMoved || Object.keys(parts).length > 0)
				notes[key] = { ...(isMoved ? { path: note.path } : {}), parts };
		}
	}
	const files = changedValues(release.files, next.files);
	return { version: release.version, notes, files };
}

function changedValues(
	values: Readonly<Record<string, string>>,
	next: Readonly<Record<string, string>>,
): Record<string, string | null> {
	const changed = keysOfBoth(values, next).filter(key => values[key] !== next[key]);
	return Object.fromEntries(changed.map(key => [key, values[key] ?? null]));
}

function keysOfBoth(a: object, b: object): string[] {
	return [...new Set([...Object.keys(a), ...Object.keys(b)])];
}

function applyDelta(
	delta: ReleaseDelta,
	next: Release,
	lines: Readonly<Record<string, string>>,
): Release {
	const notes = new Map(next.notes);
	for (const [key, change] of Object.entries(delta.notes)) {
		if (change === null) notes.delete(key);
		else notes.set(key, changedNote(key, change, notes.get(key), lines));
	}
	const files = new Map(next.files);
	for (const [path, hash] of Object.entries(delta.files)) {
		if (hash === null) files.delete(path);
		else files.set(path, hash);
	}
	return { version: delta.version, notes, files };
}

function changedNote(
	key: string,
	change: NoteDelta,
	next: ReleasedNote | undefined,
	lines: Readonly<Record<string, string>>,
): ReleasedNote {
	const parts = new Map(next?.parts);
	for (const [part, hash] of Object.entries(change.parts)) {
		if (hash === null) parts.delete(part);
		else parts.set(part, { hash, lines: splitHashes(lines[hash] ?? lineOf(hash)) });
	}
	return { key, path: change.path ?? next?.path ?? '', parts };
}

/** A part of one line has the hash of that line, shorter; only other lines have to be recorded. */
function lineOf(hash: string): string {
	return hash.slice(0, LINE_DIGITS);
}

function splitHashes(text: string): string[] {
	return text.match(new RegExp(`.{${LINE_DIGITS}}`, 'g')) ?? [];
}
