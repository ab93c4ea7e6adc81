import { placeholderIn } from '../markdown/placeholder';
import { questionsOf } from '../questions/question';
import type { Question } from '../questions/question';
import { statusOfCharacter } from '../questions/question-status';
import { referenceAnswerOf } from '../questions/reference-answer';
import type { Note } from '../vault/note';
import type { Checkbox } from '../markdown/structure';
import { sectionsOf } from '../vault/section';
import { isSameOriginal } from './conflict-copies';
import type { ConflictCopies } from './conflict-copies';
import type { Diagnostic, DiagnosticCode } from './diagnostic';

/** Questions whose checkbox says nothing, or whose reference answer lacks what it promises. */
export function checkQuestions(note: Note): Diagnostic[] {
	const diagnostics: Diagnostic[] = [];
	for (const question of questionsOf(note).tracked) {
		const { id, path, checkbox } = question;
		if (statusOfCharacter(checkbox.character) === undefined) {
			const params = { id, character: checkbox.character };
			diagnostics.push({
				code: 'question-status-unknown',
				severity: 'warning',
				path,
				line: checkbox.line,
				params,
			});
		}
		if (question.level === undefined && /(?:^|\s)L\d/.test(marksOf(checkbox.text))) {
			diagnostics.push({
				code: 'question-level-unknown',
				severity: 'warning',
				path,
				line: checkbox.line,
				params: { id },
			});
		}
		const placeholder = placeholderOf(note, question);
		if (placeholder) diagnostics.push({ ...placeholder, severity: 'warning', path });
		for (const code of missingParts(note, question)) {
			diagnostics.push({ code, severity: 'info', path, line: question.line, params: { id } });
		}
	}
	for (const { text: topic, line } of linesWithoutId(note)) {
		const params = { topic };
		diagnostics.push({
			code: 'question-id-missing',
			severity: 'warning',
			path: note.path,
			line,
			params,
		});
	}
	return diagnostics;
}

/** Checkbox lines that name a level as a question's does, where it would stand, and have no id. */
export function linesWithoutId(note: Note): Checkbox[] {
	const lines = note.structure.checkboxes.filter(
		({ blockId, text }) => blockId === undefined && /\s·\sL[1-4](?:\s|$)/.test(text),
	);
	let next = 0;
	if (lines.length === 0) return [];
	return sectionsOf(note).flatMap(({ own }) => {
		while ((lines[next]?.range.start ?? Infinity) < own.start) next++;
		const line = lines[next];
		if (!line || line.range.start >= own.end) return [];
		return note.text.slice(own.start, line.range.start).trim() === '' ? [line] : [];
	});
}

/** The first line of a reference answer that still says what a template has to be filled in. */
function placeholderOf(
	{ text }: Note,
	{ answer }: Question,
): Pick<Diagnostic, 'code' | 'line' | 'params'> | undefined {
	if (!answer) return undefined;
	const lines = text.slice(answer.range.start, answer.range.end).split(/\r\n|\n|\r/);
	for (const [i, line] of lines.entries()) {
		const detail = i === 0 ? undefined : placeholderIn(line.replace(/^ {0,3}> ?/, ''));
		if (detail === undefined) continue;
		return { code: 'placeholder-left', line: answer.line + i, params: { detail } };
	}
	return undefined;
}

/** What follows the topic; the whole line where nothing parts them. */
function marksOf(text: string): string {
	const [, ...marks] = text.split(' · ');
	return marks.length > 0 ? marks.join(' ') : text;
}

/** A question without any reference answer is the reader's own, and complete as it is. */
function missingParts(note: Note, question: Question): DiagnosticCode[] {
	const answer = referenceAnswerOf(note, question);
	if (!answer) return [];
	const missing: DiagnosticCode[] = [];
	if (answer.summary === '') missing.push('question-summary-missing');
	if (answer.keyPoints.length === 0) missing.push('question-key-points-missing');
	return missing;
}

/** Ids that two questions share, anywhere in the vault; those of a copy that a sync left go with the copy. */
export function checkQuestionIds(
	questions: readonly Question[],
	copies: ConflictCopies = new Map(),
): Diagnostic[] {
	const first = new Map<string, Question>();
	const diagnostics: Diagnostic[] = [];
	for (const question of questions) {
		const key = question.id.toLowerCase();
		const other = first.get(key);
		if (!other) {
			first.set(key, question);
			continue;
		}
		if (other.path !== question.path && isSameOriginal(copies, question.path, other.path)) continue;
		const params = { id: question.id, other: `${other.path}:${other.checkbox.line}` };
		const { path, checkbox } = question;
		diagnostics.push({
			code: 'question-id-duplicate',
			severity: 'error',
			path,
			line: checkbox.line,
			params,
		});
	}
	return diagnostics;
}
