import type { TextEdit } from '../text/text-edit';
import { locateQuestion } from '../questions/question';
import type { Question } from '../questions/question';
import { planStatusEdit } from '../questions/question-status';
import type { Attempt } from '../reviews/attempt';
import { planAttempt } from '../reviews/record-attempt';
import type { NoteIndex } from '../vault/note-index';
import type { VaultEdit } from '../vault/vault-edit';
import { planOwnAnswer, printOwnAnswer } from './own-answer';
import { ratedBox } from './status-rule';

/** What came of one question. */
export interface Outcome {
	readonly attempt: Attempt;
	/** The reader's own words, when they shall be kept under the question. */
	readonly ownAnswer?: string | undefined;
	/** True if a host knows that the box was set by hand since the question was asked. */
	readonly keepsStatus?: boolean;
}

/**
 * Plans to write an outcome: the status into the question's checkbox, one line into the attempts, and the own answer
 * under the question if it shall be kept. The question is found anew by its id, so a note that changed meanwhile is safe.
 * A box that holds another character than the question given was set by hand: it stays, as does one that is not for the
 * reader. The attempt comes first: written twice after a failure, equal lines count once, while an own answer would stand twice.
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
		const { checkbox } = current;
		const { statusKept, after } = ratedBox(
			checkbox.character,
			question.checkbox.character,
			attempt,
		);
		if (!statusKept && outcome.keepsStatus !== true) edits.push(...planStatusEdit(checkbox, after));
		const day = attempt.time.slice(0, 10);
		const newText = printOwnAnswer(index, note, outcome.ownAnswer ?? '', day);
		if (newText !== '') edits.push(planOwnAnswer(note, current, newText));
	}
	const change: VaultEdit[] =
		note && edits.length > 0 ? [{ kind: 'change', path: note.path, edits }] : [];
	return [planAttempt(index, attempt, device), ...change];
}
