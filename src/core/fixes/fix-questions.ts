import { linesWithoutId } from '../checks/check-questions';
import { questionsOf } from '../questions/question';
import { planStatusEdit } from '../questions/question-status';
import { listAttempts } from '../reviews/attempt';
import { freeIds } from '../tracking/plan-tracking';
import { applyEdits } from '../text/text-edit';
import type { FixText } from './fix-text';

/** Empties a checkbox that counts as open anyway. */
export const emptyCheckbox: FixText = ({ note, diagnostic: { line } }) => {
	const question = questionsOf(note).tracked.find(({ checkbox }) => checkbox.line === line);
	return question && applyEdits(note.text, planStatusEdit(question.checkbox, 'open'));
};

/** Gives the line of a question an id that no question has or had. */
export const giveId: FixText = ({ index, note, diagnostic: { line } }) => {
	const checkbox = linesWithoutId(note).find(one => one.line === line);
	// What is left of an id, its reader may know.
	if (!checkbox || checkbox.text.includes('^')) return undefined;
	const { start, end } = checkbox.range;
	const at = start + note.text.slice(start, end).trimEnd().length;
	const newText = ` ^${freeIds(index, note, [])()}`;
	return applyEdits(note.text, [{ range: { start: at, end: at }, newText }]);
};

/**
 * Gives the second of two questions in one note an id of its own, as long as no attempt names the one they share. Which of
 * two notes may keep it is for the reader to say.
 */
export const giveNewId: FixText = ({ index, note, diagnostic: { line, params } }) => {
	const { id = '', other = '' } = params;
	const { tracked } = questionsOf(note);
	const question = tracked.find(({ checkbox }) => checkbox.line === line);
	const first = tracked.find(({ checkbox, path }) => `${path}:${checkbox.line}` === other);
	const key = id.toLowerCase();
	if (question?.id.toLowerCase() !== key || first?.id.toLowerCase() !== key) return undefined;
	if (question.prompt === first.prompt) return undefined;
	if (listAttempts(index).some(({ questionId }) => questionId.toLowerCase() === key))
		return undefined;
	const { start, end } = question.checkbox.range;
	const mark = note.text.slice(start, end).lastIndexOf(`^${question.id}`);
	if (mark === -1) return undefined;
	const range = { start: start + mark + 1, end: start + mark + 1 + question.id.length };
	return applyEdits(note.text, [{ range, newText: freeIds(index, note, [])() }]);
};
