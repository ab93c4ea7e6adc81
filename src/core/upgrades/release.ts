import { textProperty } from '../markdown/property';
import { isTemplate, noteIdOf, noteTypeOf } from '../schema/note-type';
import { oncePer } from '../text/once-per';
import type { Steps } from '../text/steps';
import { parseNote } from '../vault/note';
import type { Note } from '../vault/note';
import { isNotePath } from '../vault/note-path';
import type { NotePath } from '../vault/note-path';
import { takeApart } from './note-parts';
import type { NoteParts } from './note-parts';
import { hashItemsOf, hashLinesOf, hashPart, hashValue, hashWhole } from './part-hash';
import type { PartHash } from './part-hash';

/** A shipped note as one release had it. */
export interface ReleasedNote {
	/** Its identity across releases. */
	readonly key: string;
	readonly path: NotePath;
	/** In the order of the note, properties first. */
	readonly parts: ReadonlyMap<string, PartHash>;
}

/** What one release shipped, by hashes. */
export interface Release {
	readonly version: string;
	/** By key. */
	readonly notes: ReadonlyMap<string, ReleasedNote>;
	/** Path → hash of shipped files that are no notes. */
	readonly files: ReadonlyMap<string, string>;
}

/** Properties that the program itself keeps on the home note: nobody's text, so never merged. */
export const PROGRAM_PROPERTIES: ReadonlySet<string> = new Set(['format', 'release']);

const HOME = 'home';

/** Identity of a shipped note: its id; templates and others without one go by their path. */
function keyOfShipped(note: Note): string {
	if (noteTypeOf(note) === 'home' && !isTemplate(note)) return HOME;
	const id = noteIdOf(note);
	return id === undefined || isTemplate(note) ? `path:${note.path}` : `id:${id}`;
}

/** Key of a property among the parts of a note. */
export function propertyKey(name: string): string {
	return `property:${name}`;
}

/**
 * Path → text of shipped files as a release. What lies in a hidden folder is settings, and no part of it.
 *
 * @param detail whether lines are hashed too, as the record needs them; the present is compared, never a base
 */
export function makeRelease(
	version: string,
	files: Readonly<Record<string, string>>,
	detail: 'parts' | 'lines',
): Release {
	const notes = new Map<string, ReleasedNote>();
	for (const [key, whole] of readShipped(files)) {
		const parts = new Map<string, PartHash>();
		for (const [name, hash] of hashParts(whole)) {
			parts.set(name, { hash, lines: detail === 'lines' ? linesOfPart(whole, name) : [] });
		}
		notes.set(key, { key, path: whole.note.path, parts });
	}
	const others = Object.entries(files).filter(([path]) => !isHidden(path) && !isNotePath(path));
	return { version, notes, files: new Map(others.map(([path, text]) => [path, hashWhole(text)])) };
}

/** The notes among shipped files, taken apart, by key. */
export const readShipped = oncePer((files: ShippedFiles): ReadonlyMap<string, NoteParts> => {
	const parts = shippedPaths(files).map(path => readPart(files, path));
	return new Map(parts.map(whole => [keyOfShipped(whole.note), whole]));
});

/** Reads shipped notes in short steps, one for each, for a host that will ask for them in one go. */
export function* prepareShipped(files: ShippedFiles): Steps<void> {
	for (const path of shippedPaths(files)) {
		hashParts(readPart(files, path));
		yield;
	}
}

type ShippedFiles = Readonly<Record<string, string>>;

/** Shipped notes that were taken apart already, by path. */
const knownParts = oncePer((_: ShippedFiles) => new Map<string, NoteParts>());

function readPart(files: ShippedFiles, path: string): NoteParts {
	const known = knownParts(files);
	const parts = known.get(path) ?? takeApart(parseNote(path, files[path] ?? ''));
	known.set(path, parts);
	return parts;
}

function shippedPaths(files: ShippedFiles): string[] {
	return Object.keys(files).filter(path => !isHidden(path) && isNotePath(path));
}

function isHidden(path: string): boolean {
	return path.startsWith('.');
}

/** Hashes of all that is compared in a note, by key. */
export const hashParts = oncePer((whole: NoteParts): ReadonlyMap<string, string> => {
	const hashes = new Map<string, string>();
	for (const { name, value } of whole.note.properties.values()) {
		if (!PROGRAM_PROPERTIES.has(name)) hashes.set(propertyKey(name), hashValue(value));
	}
	for (const [key, part] of whole.parts) hashes.set(key, hashPart(part));
	return hashes;
});

function linesOfPart({ note, parts }: NoteParts, key: string): readonly string[] {
	const part = parts.get(key);
	if (part) return hashLinesOf(part);
	const property = [...note.properties.values()].find(({ name }) => propertyKey(name) === key);
	return property ? hashItemsOf(property.value) : [];
}

/** The release that a home note says its vault has. */
export function releaseNamedBy(home: Note | undefined): string | undefined {
	return home && textProperty(home.properties, 'release');
}

/** Compares versions such as `0.10.2` by their numbers: below 0 if the first is older. */
export function compareVersions(a: string, b: string): number {
	const [left, right] = [a, b].map(version => version.split('.').map(Number)) as [
		number[],
		number[],
	];
	for (let i = 0; i < Math.max(left.length, right.length); i++) {
		const difference = (left[i] ?? 0) - (right[i] ?? 0);
		if (difference !== 0 && !Number.isNaN(difference)) return difference;
	}
	return 0;
}
