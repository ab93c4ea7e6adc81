import { escapeOpenComments } from '../markdown/escape-comments';
import { lineBreakOf } from '../text/line';
import type { TextEdit } from '../text/text-edit';
import { noteLanguageOf } from '../schema/note-type';
import type { Question } from '../questions/question';
import type { Note } from '../vault/note';
import type { NoteIndex } from '../vault/note-index';

/**
 * An own answer as it is kept: a callout, for quoted lines can end no section and ask nothing, and without a comment
 * that is open at its end. Empty for no words.
 */
export function printOwnAnswer(index: NoteIndex, note: Note, answer: string, day: string): string {
	// A note with a NUL in it would count as binary.
	const words = answer.replaceAll('\0', '').trim();
	if (words === '') return '';
	const title = noteLanguageOf(index) === 'zh' ? '我的回答' : 'My answer';
	const lines = escapeOpenComments(words).split(/\r\n|\n|\r/);
	const quoted = lines.map(line => `> ${line}`.trimEnd());
	return ['', '', `> [!quote] ${title} · ${day}`, ...quoted].join(lineBreakOf(note.text));
}

/** Adds an answer at the end of what its question's section says, above the regions that end it. */
export function planOwnAnswer(note: Note, question: Question, newText: string): TextEdit {
	const { text, structure } = note;
	const first = question.checkbox.range.end;
	let last = question.range.end;
	for (const { range } of [...structure.regions].reverse()) {
		if (range.start < first || range.end > last) continue;
		if (text.slice(range.end, last).trim() !== '') break;
		last = range.start;
	}
	const end = first + text.slice(first, last).trimEnd().length;
	return { range: { start: end, end }, newText };
}
