import type { TextEdit } from '../text/text-edit';
import type { Checkbox } from '../markdown/structure';

/** How well a question is known; `not-for-me` takes it out of the totals. */
export type QuestionStatus = 'open' | 'shaky' | 'solid' | 'not-for-me';

const CHARACTERS: Readonly<Record<QuestionStatus, string>> = {
	open: ' ',
	shaky: '/',
	solid: 'x',
	'not-for-me': '-',
};

/** The status that a checkbox's character means; undefined for a character that means nothing here. */
export function statusOfCharacter(character: string): QuestionStatus | undefined {
	switch (character) {
		case ' ':
			return 'open';
		case '/':
			return 'shaky';
		case 'x':
		case 'X':
			return 'solid';
		case '-':
			return 'not-for-me';
		default:
			return undefined;
	}
}

/** The edits that give a checkbox a status: one character, or none if it has that status already. */
export function planStatusEdit(checkbox: Checkbox, status: QuestionStatus): TextEdit[] {
	if (statusOfCharacter(checkbox.character) === status) return [];
	return [{ range: checkbox.characterRange, newText: CHARACTERS[status] }];
}
