// Keys that write Markdown. In the texts ‹ and › stand around what is selected, | where the cursor is.
import { describe, expect, test } from '@jest/globals';
import { editForKey, editForPaste } from '../../src/obsidian/interview/answer-editing';
import type { AnswerEdit, EditedField } from '../../src/obsidian/interview/answer-editing';

function fieldOf(marked: string): EditedField {
	const selectionStart = marked.search(/[|‹]/);
	const value = marked.replace(/[|‹›]/g, '');
	const end = marked.indexOf('›');
	return { value, selectionStart, selectionEnd: end === -1 ? selectionStart : end - 1 };
}

function printAfter({ value }: EditedField, edit: AnswerEdit | undefined): string | undefined {
	if (!edit) return undefined;
	const { from, to, text, selection } = edit;
	const after = value.slice(0, from) + text + value.slice(to);
	const [start, end] = selection;
	const words = start === end ? '|' : `‹${after.slice(start, end)}›`;
	return after.slice(0, start) + words + after.slice(end);
}

function press(marked: string, keys: string): string | undefined {
	const field = fieldOf(marked);
	const [key = '', ...held] = keys.split('+').reverse();
	const edit = editForKey(field, {
		key,
		hasMod: held.includes('Mod'),
		hasShift: held.includes('Shift'),
	});
	return printAfter(field, edit);
}

describe('a key', () => {
	test.each<[string, string, string | undefined]>([
		['Enter', '- one|', '- one\n- |'],
		['Enter', '* one|\n* two', '* one\n* |\n* two'],
		['Enter', '9. nine|', '9. nine\n10. |'],
		['Enter', '1) one|', '1) one\n2) |'],
		['Enter', '- [x] done|', '- [x] done\n- [ ] |'],
		['Enter', '\t- in|', '\t- in\n\t- |'],
		['Enter', '- o|ne', '- o\n- |ne'],
		['Enter', '- o‹n›e', '- o\n- |e'],
		['Enter', 'a\n- |', 'a\n|'],
		['Enter', '- [ ] |', '|'],
		['Enter', '- one\n\t- |', '- one\n- |'],
		['Enter', '|- one', undefined],
		['Enter', '-| one', undefined],
		['Enter', 'words|', undefined],
		['Enter', '-one|', undefined],
		['Enter', '- ‹one\n- two›', undefined],
		['Shift+Enter', '- one|', undefined],
		['Enter', '```\n- one|\n```', undefined],
		['Enter', '~~~\n- one|', undefined],
		['Enter', '```sql\nx\n```\n- one|', '```sql\nx\n```\n- one\n- |'],
		['Tab', '- one\n- two|', '- one\n\t- two|'],
		['Tab', '1. one\n2. ‹two›', '1. one\n\t2. ‹two›'],
		['Tab', '- one|', undefined],
		['Tab', '- one\n\t- two|', undefined],
		['Tab', 'words|', undefined],
		['Tab', '- one\n‹- two\n- three›', undefined],
		['Shift+Tab', '- one\n\t- t|wo', '- one\n- t|wo'],
		['Shift+Tab', '- one\n    - two|', '- one\n- two|'],
		['Shift+Tab', '- one|', undefined],
		['Mod+b', 'a ‹b› c', 'a **‹b›** c'],
		['Mod+b', 'a **‹b›** c', 'a ‹b› c'],
		['Mod+b', 'a |', 'a **|**'],
		['Mod+b', 'a **|**', 'a |'],
		['Mod+I', 'a ‹b›', 'a *‹b›*'],
		['Mod+i', '*‹b›*', '‹b›'],
		['Mod+i', '**‹b›**', '***‹b›***'],
		['Mod+i', '***‹b›***', '**‹b›**'],
		['Mod+b', '***‹b›***', '*‹b›*'],
		['Mod+k', '‹b›', undefined],
		['Mod+Shift+b', '‹b›', undefined],
		['Mod+b', '```\n‹b›\n```', undefined],
		['x', '- |', undefined],
	])('%s in «%s» makes it «%s»', (keys, before, after) => {
		expect(press(before, keys)).toBe(after);
	});
});

test.each<[string, string, string | undefined]>([
	['https://a.org/b', 'see ‹the docs›', 'see [the docs](https://a.org/b)|'],
	[' https://a.org/b\n', '‹docs›', '[docs](https://a.org/b)|'],
	['https://a.org/b_(c)', '‹docs›', '[docs](<https://a.org/b_(c)>)|'],
	['https://a.org', '|', undefined],
	['https://a.org', '‹https://b.org›', undefined],
	['https://a.org', '‹two\nlines›', undefined],
	['two words', '‹docs›', undefined],
	['javascript:alert(1)', '‹docs›', undefined],
	['https://a.org', '```\n‹docs›', undefined],
])('«%s» that is pasted into «%s» makes it «%s»', (pasted, before, after) => {
	const field = fieldOf(before);
	expect(printAfter(field, editForPaste(field, pasted))).toBe(after);
});
