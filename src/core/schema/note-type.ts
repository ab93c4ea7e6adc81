import { listProperty, textProperty } from '../markdown/property';
import { compareText } from '../text/compare-text';
import type { Note } from '../vault/note';
import { groupNotes } from '../vault/note-groups';
import type { NoteIndex } from '../vault/note-index';

/** The kinds of notes that the program knows; any other note is `plain`. */
export type NoteType =
	'technology' | 'concept' | 'comparison' | 'home' | 'attempts' | 'interview' | 'upgrade' | 'plain';

const KNOWN: readonly NoteType[] = [
	'technology',
	'concept',
	'comparison',
	'home',
	'attempts',
	'interview',
	'upgrade',
];

/** The kind of a note by its property `type`. */
export function noteTypeOf(note: Note): NoteType {
	const type = textProperty(note.properties, 'type');
	return KNOWN.find(known => known === type) ?? 'plain';
}

/** True for a template: its id and its title are placeholders, so it asks and counts for nothing. */
export function isTemplate(note: Note): boolean {
	return hasPlaceholderId(note) && note.text.includes('{{title}}');
}

/** True while the id of a note is that of its template. */
export function hasPlaceholderId(note: Note): boolean {
	return noteIdOf(note)?.startsWith('{{') === true;
}

/** True for a note that says what was done: it links to what it names, and says nothing about it. */
export function isRecord(note: Note): boolean {
	const type = noteTypeOf(note);
	return type === 'attempts' || type === 'interview' || type === 'upgrade';
}

/** Id of a note, its identity across renames and translations. */
export function noteIdOf(note: Note): string | undefined {
	return textProperty(note.properties, 'id');
}

/** Category of a note in kebab-case, or undefined. */
export function categoryOf(note: Note): string | undefined {
	return textProperty(note.properties, 'category');
}

/** Notes of one kind in the order of their paths, templates left out. */
export function notesOfType(index: NoteIndex, type: NoteType): readonly Note[] {
	return index.gather(notesByType).of(type);
}

const notesByType = groupNotes({
	keysOf: note => (isTemplate(note) ? [] : [noteTypeOf(note)]),
	compare: (a, b) => compareText(a.path, b.path),
});

/** The language in which a vault's notes are written. */
export type NoteLanguage = 'zh' | 'en';

/**
 * Language of the vault by its home note; Chinese without one, as the vault that ships first.
 *
 * What is written into notes follows this, never the language of a screen: it must read the same whoever ran it.
 */
export function noteLanguageOf(index: NoteIndex): NoteLanguage {
	const [home] = notesOfType(index, 'home');
	return home && textProperty(home.properties, 'language') === 'en' ? 'en' : 'zh';
}

/** Aliases of a note. */
export function aliasesOf(note: Note): readonly string[] {
	return listProperty(note.properties, 'aliases');
}
