import { questionsOf } from '../questions/question';
import { noteIdOf } from '../schema/note-type';
import type { Note } from '../vault/note';
import type { NoteIndex } from '../vault/note-index';
import { folderOf } from '../vault/note-path';
import type { NotePath } from '../vault/note-path';
import type { Diagnostic } from './diagnostic';

/** Copies that a sync or a second device left, with the note that each one is a copy of. */
export type ConflictCopies = ReadonlyMap<NotePath, NotePath>;

const SYNCTHING = /\.sync-conflict-\d{8}-\d{6}(?:-[A-Z0-9]{7})?$/;
/** As Dropbox, Nextcloud and Obsidian Sync write it, and Chinese ones. */
const WORDS = /conflicted copy|(?:冲突|衝突)的?(?:副本|文件|檔案)/i;

/**
 * Finds them by the names that sync programs give. A mere number behind the name (`Kafka 2`, `Kafka (1)`) makes a copy only
 * if both notes have the same id or ask the same question.
 */
export function findConflictCopies(index: NoteIndex): ConflictCopies {
	const copies = new Map<NotePath, NotePath>();
	for (const note of index.notes()) {
		const original = originalOf(index, note);
		if (original !== undefined) copies.set(note.path, original);
	}
	return copies;
}

/** One finding for each copy; that its ids stand twice follows from it. */
export function checkConflictCopies(copies: ConflictCopies): Diagnostic[] {
	return [...copies].map(([path, other]) => ({
		code: 'note-conflict-copy',
		severity: 'warning',
		path,
		line: 1,
		params: { other },
	}));
}

/** True for two copies of one note, or a copy and its original: one of them has to go, and the ids with it. */
export function isSameOriginal(copies: ConflictCopies, a: NotePath, b: NotePath): boolean {
	return (copies.get(a) ?? a) === (copies.get(b) ?? b);
}

/** The note that a note is a copy of, also where it is gone by now; undefined for any other note. */
export function originalOf(index: NoteIndex, note: Note): NotePath | undefined {
	const { title, path } = note;
	const folder = folderOf(path);
	const pathOf = (name: string): NotePath => `${folder === '' ? '' : `${folder}/`}${name}.md`;
	const mark = SYNCTHING.exec(title);
	if (mark) return pathOf(title.slice(0, mark.index));
	const bracket = bracketAtEnd(title);
	if (bracket && WORDS.test(bracket.words)) {
		const original = pathOf(bracket.above);
		return index.find(original) || /\d/.test(bracket.words) ? original : undefined;
	}
	const number = / (\d{1,2})$/.exec(title);
	const isCounted = bracket && /^\d{1,2}$/.test(bracket.words);
	const above = isCounted ? bracket.above : number ? title.slice(0, number.index) : undefined;
	const original = above === undefined ? undefined : index.find(pathOf(above));
	return original && isTwin(note, original) ? original.path : undefined;
}

/** The words in brackets at the end of a title, and what stands above them. */
function bracketAtEnd(title: string): { above: string; words: string } | undefined {
	if (!/[)）]$/.test(title)) return undefined;
	const start = Math.max(title.lastIndexOf('('), title.lastIndexOf('（'));
	if (start < 1) return undefined;
	return { above: title.slice(0, start).trimEnd(), words: title.slice(start + 1, -1) };
}

function isTwin(note: Note, original: Note): boolean {
	const id = noteIdOf(note);
	if (id !== undefined && id === noteIdOf(original)) return true;
	const ids = new Set(questionsOf(original).tracked.map(question => question.id));
	return questionsOf(note).tracked.some(question => ids.has(question.id));
}
