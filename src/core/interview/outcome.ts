import type { TextEdit } from '../text/text-edit';
import { locateQuestion } from '../questions/question';
import type { Question } from '../questions/question';
import { planStatusEdit } from '../questions/question-status';
import type { QuestionStatus } from '../questions/question-status';
import type { Attempt, Rating } from '../reviews/attempt';
import { planAttempt } from '../reviews/record-attempt';
import type { NoteIndex } from '../vault/note-index';
import type { VaultEdit } from '../vault/vault-edit';
import { planOwnAnswer, printOwnAnswer } from './own-answer';

/** What came of one question. */
export interface Outcome {
	readonly attempt: Attempt;
	/** The reader's own words, when they shall be kept under the question. */
	readonly ownAnswer?: string | undefined;
}

/**
 * The status that an attempt earns.
 *
 * Solid takes a rating of good or easy and every key point; `again` opens the question; all else is shaky.
 */
export function statusAfter(
	rating: Rating,
	pointsHit: number,
	pointsTotal: number,
): QuestionStatus {
	if (rating === 'again') return 'open';
	if (rating === 'hard') return 'shaky';
	return pointsHit >= pointsTotal ? 'solid' : 'shaky';
}

/** The rating that the key points suggest: all of them good, more than half of them hard, else again. */
export function suggestRating(pointsHit: number, pointsTotal: number): Rating {
	if (pointsHit >= pointsTotal) return 'good';
	return pointsHit * 2 > pointsTotal ? 'hard' : 'again';
}

/**
 * Plans to write an outcome: the status into the question's checkbox, one line into the attempts, and the own answer
 * under the question if it shall be kept. The question is found anew by its id, so a note that changed meanwhile is safe.
 * The attempt comes first: written twice after a failure, equal lines count once, while an own answer would stand twice.
 */
export function planOutcome(
	index: NoteIndex,
	question: Question,
	outcome: Outcome,
	device: string,
): VaultEdit[] {
	const { attempt } = outcome;
	const current = locateQuestion(index, question);
	const note = current && index.find(current.path);
	const edits: TextEdit[] = [];
	if (note && current) {
		const status = statusAfter(attempt.rating, attempt.pointsHit, attempt.pointsTotal);
		edits.push(...planStatusEdit(current.checkbox, status));
		const day = attempt.time.slice(0, 10);
		const newText = printOwnAnswer(index, note, outcome.ownAnswer ?? '', day);
		if (newText !== '') edits.push(planOwnAnswer(note, current, newText));
	}
	const change: VaultEdit[] =
		note && edits.length > 0 ? [{ kind: 'change', path: note.path, edits }] : [];
	return [planAttempt(index, attempt, device), ...change];
}
