import { filterQuestions } from '../questions/filter-questions';
import { listQuestions } from '../questions/question';
import type { Question } from '../questions/question';
import { QUESTION_KINDS } from '../questions/question-kind';
import type { QuestionStatus } from '../questions/question-status';
import { listAttempts } from '../reviews/attempt';
import { reviewStates } from '../reviews/review-state';
import { untrackedQuestions } from '../tracking/untracked-question';
import type { NoteIndex } from '../vault/note-index';
import type { NotePath } from '../vault/note-path';
import { answer } from './answer';
import type { Answer, Refusal, Say } from './answer';
import { namedNote } from './named-note';
import { readChoices, splitItems } from './parse-choices';

/** Filters as typed, lists with commas. */
export interface QuestionOptions {
	readonly status?: string | undefined;
	readonly kind?: string | undefined;
	readonly level?: string | undefined;
	readonly category?: string | undefined;
}

/** Which note was meant, and how messages name its vault. */
export interface QuestionPlace {
	/** Path, title, id or alias; undefined for all notes. */
	readonly note: string | undefined;
	readonly vaultName: string;
}

const STATUSES: readonly (QuestionStatus | 'untracked')[] = [
	'open',
	'shaky',
	'solid',
	'not-for-me',
	'untracked',
];
const LEVELS = ['1', '2', '3', '4', 'L1', 'L2', 'L3', 'L4'] as const;

/** The questions of a vault or of one note. */
export function answerQuestions(
	index: NoteIndex,
	place: QuestionPlace,
	options: QuestionOptions,
	say: Say,
): Answer | Refusal {
	const statuses = readChoices({ name: '--status', text: options.status }, STATUSES);
	if (statuses.kind === 'refused') return statuses;
	const kinds = readChoices({ name: '--kind', text: options.kind }, QUESTION_KINDS);
	if (kinds.kind === 'refused') return kinds;
	const levels = readChoices({ name: '--level', text: options.level }, LEVELS);
	if (levels.kind === 'refused') return levels;
	const named =
		place.note === undefined ? undefined : namedNote(index, place.note, place.vaultName);
	if (named?.kind === 'refused') return named;
	const path = named?.note.path;
	if (statuses.items?.includes('untracked')) return answerUntracked(index, path, say);
	const questions = filterQuestions(listQuestions(index), {
		...(path === undefined ? {} : { paths: [path] }),
		...(statuses.items ? { statuses: statuses.items.filter(isStatus) } : {}),
		...(kinds.items ? { kinds: kinds.items } : {}),
		...(levels.items ? { levels: levels.items.map(item => Number(item.replace('L', ''))) } : {}),
		...(options.category === undefined ? {} : { categories: splitItems(options.category) }),
	});
	const untracked = untrackedQuestions(index, path).length;
	return answer(entriesOf(index, questions), printQuestions(questions, untracked, say));
}

function isStatus(status: QuestionStatus | 'untracked'): status is QuestionStatus {
	return status !== 'untracked';
}

function entriesOf(index: NoteIndex, questions: readonly Question[]): unknown[] {
	const due = reviewStates(listAttempts(index));
	return questions.map(
		({ id, path, technology, category, kind, level, status, prompt, answered }) => ({
			id,
			path,
			technology,
			category: category ?? null,
			kind,
			level: level ?? null,
			status,
			prompt,
			answered,
			due: due.get(id)?.due ?? null,
		}),
	);
}

function printQuestions(questions: readonly Question[], untracked: number, say: Say): string {
	const lines: string[] = [];
	let path = '';
	for (const question of questions) {
		if (question.path !== path) {
			path = question.path;
			lines.push(path);
		}
		const level = question.level === undefined ? '  ' : `L${question.level}`;
		const box = `[${question.checkbox.character}]`;
		lines.push(
			`  ${box} ${level} ${say(`kind.${question.kind}`)} · ${question.prompt}  ^${question.id}`,
		);
	}
	const count = questions.length;
	const summary = count === 0 ? say('cli.questions.none') : say('cli.questions.summary', { count });
	const more = untracked > 0 ? ` ${say('cli.questions.untracked', { count: untracked })}` : '';
	return [...lines, `${summary}${more}`, ''].join('\n');
}

function answerUntracked(index: NoteIndex, at: NotePath | undefined, say: Say): Answer {
	const questions = untrackedQuestions(index, at);
	const lines = questions.map(({ path, line, prompt }) => `${path}:${line}: ${prompt}`);
	return answer(
		questions.map(question => ({ id: null, status: 'untracked', ...question })),
		[...lines, say('cli.questions.summary', { count: questions.length }), ''].join('\n'),
	);
}
