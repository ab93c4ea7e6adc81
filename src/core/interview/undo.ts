import { splitLines } from '../text/line';
import type { TextEdit } from '../text/text-edit';
import { locateQuestion } from '../questions/question';
import { statusOfCharacter } from '../questions/question-status';
import { printAttempt } from '../reviews/attempt';
import { attemptsNotes } from '../reviews/attempts-note';
import type { NoteIndex } from '../vault/note-index';
import type { VaultEdit } from '../vault/vault-edit';
import { printOwnAnswer } from './own-answer';
import type { InterviewResult } from './result';

/**
 * Plans to take a result back: the attempt's line goes, the checkbox gets its character back, and the answer that was
 * kept with it goes. What somebody changed since then is left alone. The attempt comes first: where a host must stop
 * halfway, no attempt may stay at a question that looks as if there had been none. A second try does the rest.
 */
export function planUndo(
	index: NoteIndex,
	result: InterviewResult,
	ownAnswer?: string,
): VaultEdit[] {
	const edits = removeAttempt(index, result);
	const question = locateQuestion(index, { path: result.path, id: result.questionId });
	const note = question && index.find(question.path);
	if (question && note) {
		const inNote: TextEdit[] = [];
		const { character, characterRange } = question.checkbox;
		const isOurs = !result.statusKept && statusOfCharacter(character) === result.after;
		if (isOurs && character !== result.character) {
			inNote.push({ range: characterRange, newText: result.character });
		}
		const kept = printOwnAnswer(index, note, ownAnswer ?? '', result.attempt.time.slice(0, 10));
		const section = note.text.slice(question.range.start, question.range.end);
		const at = kept === '' ? -1 : section.lastIndexOf(kept);
		if (at !== -1 && !goesOn(section.slice(at + kept.length))) {
			const start = question.range.start + at;
			inNote.push({ range: { start, end: start + kept.length }, newText: '' });
		}
		if (inNote.length > 0) edits.push({ kind: 'change', path: note.path, edits: inNote });
	}
	return edits;
}

/** True where somebody wrote on in the answer's last line, or in a quoted line below it. */
function goesOn(rest: string): boolean {
	return !/^(?:$|(?:\r\n|\n|\r)(?! {0,3}>))/.test(rest);
}

/**
 * Takes the line out with its line break, wherever it stands: a retry or a sync may have written it twice, and one that
 * stayed would count.
 */
function removeAttempt(index: NoteIndex, { attempt }: InterviewResult): VaultEdit[] {
	const wanted = printAttempt(attempt);
	return attemptsNotes(index).flatMap(({ path, text }): VaultEdit[] => {
		const edits = splitLines(text)
			.filter(({ start, end }) => text.slice(start, end) === wanted)
			.map(({ start, next }) => ({ range: { start, end: next }, newText: '' }));
		return edits.length > 0 ? [{ kind: 'change', path, edits }] : [];
	});
}
