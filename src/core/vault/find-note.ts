import { listProperty, textProperty } from '../markdown/property';
import { compareText } from '../text/compare-text';
import { nearestNames } from '../text/nearest-names';
import type { Note } from './note';
import type { NoteIndex } from './note-index';
import { foldName } from './note-path';

/** The note that somebody named, or the names nearest to what they typed. */
export type NoteSearch =
	| { readonly kind: 'found'; readonly note: Note }
	| { readonly kind: 'ambiguous'; readonly candidates: readonly string[] }
	| { readonly kind: 'missing'; readonly nearest: readonly string[] };

/** Finds a note by path, title, id or alias, in this order; case is ignored. */
export function findNote(index: NoteIndex, name: string): NoteSearch {
	const wanted = foldName(name.trim().replace(/\\/g, '/'))
		.replace(/^\.\//, '')
		.replace(/\.md$/, '');
	const ways: ((note: Note) => readonly string[])[] = [
		note => [note.path.replace(/\.md$/i, '')],
		note => [note.title],
		note => definedOnly(textProperty(note.properties, 'id')),
		note => listProperty(note.properties, 'aliases'),
	];
	for (const namesOf of ways) {
		const found = index
			.notes()
			.filter(note => namesOf(note).some(candidate => foldName(candidate) === wanted));
		const [note, ...others] = found;
		if (note && others.length === 0) return { kind: 'found', note };
		if (note)
			return { kind: 'ambiguous', candidates: found.map(({ path }) => path).sort(compareText) };
	}
	const known = index
		.notes()
		.flatMap(note => [note.title, ...listProperty(note.properties, 'aliases')]);
	return { kind: 'missing', nearest: nearestNames(name, known) };
}

function definedOnly(text: string | undefined): string[] {
	return text === undefined ? [] : [text];
}
