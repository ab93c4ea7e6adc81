import { plainText } from '../markdown/plain-text';
import { questionsOf } from '../questions/question';
import { aliasesOf, isRecord, isTemplate } from '../schema/note-type';
import { compareText } from '../text/compare-text';
import { createNamesInText } from '../vault/names-in-text';
import type { Note } from '../vault/note';
import type { NoteIndex } from '../vault/note-index';
import type { NotePath } from '../vault/note-path';

/** A question of another note that asks about this one. */
export interface NamingQuestion {
	readonly path: NotePath;
	/** Title of the note that asks. */
	readonly title: string;
	readonly id: string;
	/** In plain text. */
	readonly prompt: string;
	readonly line: number;
}

/**
 * Questions elsewhere whose prompt names a note, by its title or an alias, or by a link; by title and path of the note
 * that asks, then by place.
 *
 * The prompts of a vault are read once for all notes, and again after a note has changed.
 */
export function questionsNaming(index: NoteIndex, path: NotePath): NamingQuestion[] {
	const { byName, byPlace } = index.derive(readPrompts);
	const found = new Set(byName.get(path));
	for (const { source, link } of index.backlinks(path)) {
		const linking = byPlace.get(placeKey(source, link.line));
		if (linking) found.add(linking);
	}
	return [...found].sort(
		(a, b) => compareText(a.title, b.title) || compareText(a.path, b.path) || a.line - b.line,
	);
}

interface Prompts {
	/** Questions by the note that their prompt names. */
	readonly byName: ReadonlyMap<NotePath, readonly NamingQuestion[]>;
	/** Questions by path and line of their heading. */
	readonly byPlace: ReadonlyMap<string, NamingQuestion>;
}

function readPrompts(index: NoteIndex): Prompts {
	const notes = index.notes().filter(note => !isTemplate(note) && !isRecord(note));
	const names = createNamesInText(notes.flatMap(namesOf));
	const questions = notes.flatMap(promptsOf);
	const byName = new Map<NotePath, NamingQuestion[]>();
	for (const question of questions) {
		for (const named of names.find(question.prompt)) {
			if (named !== question.path) addTo(byName, named, question);
		}
	}
	const byPlace = new Map(
		questions.map(question => [placeKey(question.path, question.line), question]),
	);
	return { byName, byPlace };
}

function promptsOf(note: Note): NamingQuestion[] {
	const { path, title } = note;
	return questionsOf(note).tracked.map(({ id, line, prompt }) => {
		return { path, title, id, prompt: plainText(prompt), line };
	});
}

function addTo(lists: Map<NotePath, NamingQuestion[]>, key: NotePath, value: NamingQuestion): void {
	const list = lists.get(key);
	if (list) list.push(value);
	else lists.set(key, [value]);
}

function namesOf(note: Note): (readonly [string, NotePath])[] {
	return [note.title, ...aliasesOf(note)].map(name => [name, note.path] as const);
}

function placeKey(path: NotePath, line: number): string {
	return `${path}:${line}`;
}
