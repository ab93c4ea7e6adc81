import { attemptsIn, parseAttempt } from '../reviews/attempt';
import { isAttemptsNote } from '../reviews/attempts-note';
import { noteTypeOf } from '../schema/note-type';
import { splitLines } from '../text/line';
import type { Note } from '../vault/note';
import type { Diagnostic } from './diagnostic';

/** What a line that was an attempt has kept of it. */
const REMNANT = /^-? ?\d{4}-\d\d-\d\dT| · (?:again|hard|good|easy)(?: ·|$)|^(?:<{7}|>{7}|={7})/;

/**
 * Files of attempts: one whose front matter does not say so, which counts as long as it keeps place and name, and lines
 * that were damaged. They are the reader's record: no repair touches them.
 */
export function checkAttempts(note: Note): Diagnostic[] {
	return isAttemptsNote(note) ? [...checkType(note), ...checkLines(note)] : [];
}

function checkType(note: Note): Diagnostic[] {
	if (noteTypeOf(note) === 'attempts' || attemptsIn(note).length === 0) return [];
	const line = note.properties.get('type')?.line ?? 1;
	const { path } = note;
	return [{ code: 'attempts-type-missing', severity: 'warning', path, line, params: {} }];
}

function checkLines({ path, text, bodyStart }: Note): Diagnostic[] {
	return splitLines(text)
		.filter(({ start, end }) => start >= bodyStart && isDamaged(text.slice(start, end)))
		.map(({ number: line }) => ({
			code: 'attempt-damaged',
			severity: 'warning',
			path,
			line,
			params: {},
		}));
}

function isDamaged(line: string): boolean {
	return REMNANT.test(line) && parseAttempt(line) === undefined;
}
