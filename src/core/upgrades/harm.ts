import { questionsOf } from '../questions/question';
import { parseNote } from '../vault/note';
import type { Note } from '../vault/note';
import { isReadable } from '../vault/readable';

/**
 * The last word before a note is written: true if a question, a region or the whole note could not be read any more, as
 * when new text comes to lie behind code that is never closed.
 *
 * @param added how many headings are new
 */
export function harmOf(before: Note, text: string, added: number): boolean {
	const after = parseNote(before.path, text);
	if (!isReadable(after) || after.structure.markerProblems.length > 0) return true;
	const ids = new Set(questionsOf(after).tracked.map(({ id }) => id));
	const regions = new Set(after.structure.regions.map(({ name }) => name));
	return (
		questionsOf(before).tracked.some(({ id }) => !ids.has(id)) ||
		before.structure.regions.some(({ name }) => !regions.has(name)) ||
		before.structure.headings.length + added > after.structure.headings.length
	);
}
