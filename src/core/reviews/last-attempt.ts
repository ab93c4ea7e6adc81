import type { NoteIndex } from '../vault/note-index';
import { attemptsIn } from './attempt';
import type { Attempt } from './attempt';
import { attemptsNotes } from './attempts-note';

/** The latest attempt at each question, by its id; of two in one second, either. Linear in all attempts. */
export function lastAttempts(index: NoteIndex): ReadonlyMap<string, Attempt> {
	const last = new Map<string, { attempt: Attempt; at: number }>();
	for (const note of attemptsNotes(index)) {
		for (const attempt of attemptsIn(note)) {
			const at = Date.parse(attempt.time);
			if (at >= (last.get(attempt.questionId)?.at ?? -Infinity))
				last.set(attempt.questionId, { attempt, at });
		}
	}
	return new Map([...last].map(([id, { attempt }]) => [id, attempt]));
}
