import { placeholderIn } from '../markdown/placeholder';
import { questionsOf } from '../questions/question';
import type { Question } from '../questions/question';
import { statusOfCharacter } from '../questions/question-status';
import { referenceAnswerOf } from '../questions/reference-answer';
import type { Note } from '../vault/note';
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
	return diagnostics;
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

/** Ids that two questions share, anywhere in the vault. */
export function checkQuestionIds(questions: readonly Question[]): Diagnostic[] {
	const first = new Map<string, Question>();
	const diagnostics: Diagnostic[] = [];
	for (const question of questions) {
		const key = question.id.toLowerCase();
		const other = first.get(key);
		if (!other) {
			first.set(key, question);
			continue;
		}
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
