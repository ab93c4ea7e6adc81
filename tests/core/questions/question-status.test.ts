import { describe, expect, test } from '@jest/globals';
import { questionsOf } from '../../../src/core/questions/question';
import {
	planStatusEdit,
	statusOfCharacter,
	type QuestionStatus,
} from '../../../src/core/questions/question-status';
import { applyEdits } from '../../../src/core/text/text-edit';
import { aNote } from '../../support/a-note';

const STATUSES: readonly QuestionStatus[] = ['open', 'shaky', 'solid', 'not-for-me'];

test.each(['?', '!', '>', '×', '✅', '', 'xx'])('the character %j means no status', character => {
	expect(statusOfCharacter(character)).toBeUndefined();
});

describe.each([' ', '/', 'x', 'X', '-', '?', '✅'])('a checkbox [%s]', character => {
	const text = `---\r\nid: a\r\n---\r\n## 问\r\n\t* [${character}] 甲 · L1 ^a-1 \r\n后\r\n`;
	const note = aNote('a.md', text.replace('\t', ''));

	test.each(STATUSES)('becomes %s by one character and nothing else', status => {
		const [question] = questionsOf(note).tracked;
		if (!question) throw new Error('no question');
		const after = applyEdits(note.text, planStatusEdit(question.checkbox, status));
		expect(questionsOf(aNote('a.md', after)).tracked[0]?.status).toBe(status);
		expect(after.replace(/\[.\]/u, '[]')).toBe(note.text.replace(/\[.\]/u, '[]'));
	});
});

test('a status that a checkbox has already makes no edit, whichever way it is written', () => {
	for (const character of ['x', 'X']) {
		const [question] = questionsOf(aNote('a.md', `## 问\n- [${character}] 甲 ^a`)).tracked;
		expect(question && planStatusEdit(question.checkbox, 'solid')).toEqual([]);
	}
});

test('an unknown character counts as open and is replaced when open is set', () => {
	const [question] = questionsOf(aNote('a.md', '## 问\n- [?] 甲 ^a')).tracked;
	expect(question && planStatusEdit(question.checkbox, 'open')).toEqual([
		{ range: { start: 8, end: 9 }, newText: ' ' },
	]);
});
