import { compareText } from '../text/compare-text';
import { splitLines } from '../text/line';
import { textProperty } from '../markdown/property';
import type { Note } from '../vault/note';
import type { NoteIndex } from '../vault/note-index';
import { attemptsNotes } from './attempts-note';

/** How an attempt went, in the words of FSRS and Anki. */
export type Rating = 'again' | 'hard' | 'good' | 'easy';

/** The ratings from worst to best. */
export const RATINGS: readonly Rating[] = ['again', 'hard', 'good', 'easy'];

/** One try at a question. */
export interface Attempt {
	/** ISO 8601 with the zone of the device: `2026-11-20T21:04:05+08:00`. */
	readonly time: string;
	readonly questionId: string;
	readonly rating: Rating;
	/** Whole seconds from the prompt to the reveal. */
	readonly seconds: number;
	readonly pointsHit: number;
	readonly pointsTotal: number;
	/** Key points that were missed, shortened to plain text. */
	readonly missed: readonly string[];
}

const LINE =
	/^- (\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)) · ([A-Za-z0-9-]+) · (again|hard|good|easy) · (\d{1,7})s · (\d{1,4})\/(\d{1,4})(?: · missed: (.*))?$/;
const LONGEST_POINT = 40;

/** Reads one line of an attempts file; undefined for any other line. */
export function parseAttempt(line: string): Attempt | undefined {
	const match = LINE.exec(line.trimEnd());
	if (!match || Number.isNaN(Date.parse(match[1] ?? ''))) return undefined;
	const [, time = '', questionId = '', rating, seconds, hit, total, missed = ''] = match;
	return {
		time,
		questionId,
		rating: RATINGS.find(known => known === rating) ?? 'again',
		seconds: Number(seconds),
		pointsHit: Number(hit),
		pointsTotal: Number(total),
		missed: missed === '' ? [] : missed.split(' | '),
	};
}

/** Prints an attempt as one line, without a line break. */
export function printAttempt(attempt: Attempt): string {
	const { time, questionId, rating, seconds, pointsHit, pointsTotal } = attempt;
	const missed = attempt.missed.map(shortenPoint).filter(point => point !== '');
	const parts = [time, questionId, rating, `${seconds}s`, `${pointsHit}/${pointsTotal}`];
	if (missed.length > 0) parts.push(`missed: ${missed.join(' | ')}`);
	return `- ${parts.join(' · ')}`;
}

/** A key point as an attempt keeps it: one line of plain text, without the bars that part points. */
export function shortenPoint(point: string): string {
	const plain = point
		.replace(/[[\]*`]/g, '')
		.replace(/\|/g, '/')
		.replace(/[\s\p{Cc}]+/gu, ' ')
		.trim();
	const characters = [...plain];
	if (characters.length <= LONGEST_POINT) return plain;
	return `${characters
		.slice(0, LONGEST_POINT - 1)
		.join('')
		.trimEnd()}…`;
}

/** The attempts in one note. */
export function attemptsIn({ text }: Note): Attempt[] {
	const attempts: Attempt[] = [];
	for (const { start, end } of splitLines(text)) {
		const attempt = text.startsWith('- ', start) ? parseAttempt(text.slice(start, end)) : undefined;
		if (attempt) attempts.push(attempt);
	}
	return attempts;
}

/** All attempts of a vault by time, equal lines once: two devices merge as the union of their lines. */
export function listAttempts(index: NoteIndex): Attempt[] {
	const byLine = new Map<string, Attempt>();
	for (const note of attemptsNotes(index)) {
		for (const attempt of attemptsIn(note)) byLine.set(printAttempt(attempt), attempt);
	}
	return sortAttempts([...byLine.values()]);
}

/** Attempts by time; those of the same second by their lines, so that no order of files or lines matters. */
export function sortAttempts(attempts: readonly Attempt[]): Attempt[] {
	return attempts
		.map(attempt => ({ attempt, at: Date.parse(attempt.time), line: printAttempt(attempt) }))
		.filter(({ at }) => !Number.isNaN(at))
		.sort((a, b) => a.at - b.at || compareText(a.line, b.line))
		.map(({ attempt }) => attempt);
}

/** Name of the device that a file of attempts belongs to. */
export function deviceOf(note: Note): string | undefined {
	return textProperty(note.properties, 'device');
}
