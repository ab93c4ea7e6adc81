import { locateQuestion } from '../questions/question';
import { questionKindName } from '../questions/question-kind';
import { noteLanguageOf } from '../schema/note-type';
import type { NoteLanguage } from '../schema/note-type';
import { escapeOpenComments } from '../markdown/escape-comments';
import { plainInline } from '../markdown/plain-text';
import { printTable } from '../markdown/table';
import type { NoteIndex } from '../vault/note-index';
import type { NotePath } from '../vault/note-path';
import { printLink } from '../vault/print-link';
import type { Rating } from '../reviews/attempt';
import type { InterviewResult } from './result';
import type { InterviewSummary } from './summary';

interface Words {
	readonly ratings: Readonly<Record<Rating, string>>;
	readonly header: readonly string[];
	readonly missed: string;
	readonly readNext: string;
	readonly askNext: string;
}

const WORDS: Readonly<Record<NoteLanguage, Words>> = {
	zh: {
		ratings: { again: '不会', hard: '勉强', good: '答好', easy: '轻松' },
		header: ['问题', '种类', '级别', '评分', '要点'],
		missed: '漏掉的要点',
		readNext: '接下来读',
		askNext: '接下来问',
	},
	en: {
		ratings: { again: 'again', hard: 'hard', good: 'good', easy: 'easy' },
		header: ['Question', 'Kind', 'Level', 'Rating', 'Points'],
		missed: 'Points missed',
		readNext: 'Read next',
		askNext: 'Ask next',
	},
};

/** An interview as the body of a note that stands at `from`: a table of what was asked, what was missed, what to read and to ask next. */
export function printSummary(index: NoteIndex, summary: InterviewSummary, from: NotePath): string {
	const language = noteLanguageOf(index);
	const words = WORDS[language];
	const rows = summary.results.map(result => [
		printQuestionLink(index, result, from),
		questionKindName(result.kind, language),
		result.level === undefined ? '' : `L${result.level}`,
		words.ratings[result.attempt.rating],
		`${result.attempt.pointsHit}/${result.attempt.pointsTotal}`,
	]);
	const missed = summary.weakest
		.filter(result => result.missed.length > 0)
		.flatMap(result => [
			`- ${printQuestionLink(index, result, from)}`,
			...result.missed.map(printPoint),
		]);
	const places = summary.readNext.map(path => notePlace(index, path, summary.results));
	const next = [...new Set(places)].map(path => `- ${printLink(index, path, from)}`);
	const questions = summary.askNext.flatMap(reference => {
		const question = locateQuestion(index, reference);
		if (!question) return [];
		const { path, id: questionId, prompt } = question;
		return [`- ${printQuestionLink(index, { path, questionId, prompt }, from)}`];
	});
	const parts = [
		printTable(words.header, rows),
		...(missed.length > 0 ? [`## ${words.missed}`, missed.join('\n')] : []),
		...(next.length > 0 ? [`## ${words.readNext}`, next.join('\n')] : []),
		...(questions.length > 0 ? [`## ${words.askNext}`, questions.join('\n')] : []),
	];
	return `${parts.join('\n\n')}\n`;
}

/** A key point with all that it holds, below its question; a comment that it left open would hide the rest. */
function printPoint(point: string): string {
	const [first = '', ...lines] = escapeOpenComments(point).split(/\r\n|\n|\r/);
	return [`  - ${first}`, ...lines.map(line => `    ${line}`.trimEnd())].join('\n');
}

/** A link to the question where it stands now. */
function printQuestionLink(
	index: NoteIndex,
	asked: Pick<InterviewResult, 'path' | 'questionId' | 'prompt'>,
	from: NotePath,
): string {
	const { questionId, prompt } = asked;
	const path = locateQuestion(index, { path: asked.path, id: questionId })?.path ?? asked.path;
	const [, target = ''] = /^\[\[([^|\]]*)/.exec(printLink(index, path, from)) ?? [];
	return `[[${target}#^${questionId}|${plainAlias(prompt) || questionId}]]`;
}

/** A note that was renamed is where its questions are now. */
function notePlace(
	index: NoteIndex,
	path: NotePath,
	results: readonly InterviewResult[],
): NotePath {
	if (index.find(path)) return path;
	const result = results.find(candidate => candidate.path === path);
	return (result && locateQuestion(index, { path, id: result.questionId })?.path) ?? path;
}

/** A prompt as the words of a link, without what would end the link or hide what follows. */
function plainAlias(prompt: string): string {
	return plainInline(prompt)
		.replace(/[[\]|`\\$]|%%|<!--|-->/g, ' ')
		.replace(/\s+/g, ' ')
		.trim();
}
