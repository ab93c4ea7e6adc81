import { textProperty } from '../markdown/property';
import { compareText } from '../text/compare-text';
import type { Note } from '../vault/note';
import type { NoteIndex } from '../vault/note-index';
import { groupNotes } from '../vault/note-groups';
import { categoryOf, isTemplate, noteTypeOf } from './note-type';

/** The technologies of a category: the most important tier first, then by title. */
export function technologiesOf(index: NoteIndex, category: string): readonly Note[] {
	return index.gather(technologiesByCategory).of(category);
}

/** All concepts: the most important tier first, then by title. */
export function conceptsOf(index: NoteIndex): readonly Note[] {
	return index.gather(conceptsByTier).of('concept');
}

/** The notes of any type that name a category, in the same order. */
export function notesOfCategory(index: NoteIndex, category: string): readonly Note[] {
	return index.gather(notesByCategory).of(category);
}

const notesByCategory = groupNotes({ keysOf: categoriesOf, compare: compareByTier });

function categoriesOf(note: Note): string[] {
	const category = categoryOf(note);
	return category === undefined || isTemplate(note) ? [] : [category];
}

const technologiesByCategory = groupNotes({
	keysOf: note => (noteTypeOf(note) === 'technology' ? categoriesOf(note) : []),
	compare: compareByTier,
});

const conceptsByTier = groupNotes({
	keysOf: note => (noteTypeOf(note) === 'concept' && !isTemplate(note) ? ['concept'] : []),
	compare: compareByTier,
});

/** Notes by tier, title and path. */
export function byTier(notes: readonly Note[]): Note[] {
	return [...notes].sort(compareByTier);
}

/** Order of the notes of a category: by tier, title and path. */
export function compareByTier(a: Note, b: Note): number {
	return tierOf(a) - tierOf(b) || compareText(a.title, b.title) || compareText(a.path, b.path);
}

/** Tier of a note; one without comes after all others. */
export function tierOf(note: Note): number {
	const tier = Number(textProperty(note.properties, 'tier') ?? '9');
	return Number.isFinite(tier) ? tier : 9;
}
