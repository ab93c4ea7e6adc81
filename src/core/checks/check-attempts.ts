import { attemptsIn } from '../reviews/attempt';
import { isAttemptsNote } from '../reviews/attempts-note';
import { noteTypeOf } from '../schema/note-type';
import type { Note } from '../vault/note';
import type { Diagnostic } from './diagnostic';

/** A file of attempts whose front matter does not say so; its attempts count, as long as it keeps place and name. */
export function checkAttempts(note: Note): Diagnostic[] {
	if (noteTypeOf(note) === 'attempts' || !isAttemptsNote(note)) return [];
	if (attemptsIn(note).length === 0) return [];
	const line = note.properties.get('type')?.line ?? 1;
	const { path } = note;
	return [{ code: 'attempts-type-missing', severity: 'warning', path, line, params: {} }];
}
