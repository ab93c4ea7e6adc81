import { filterQuestions } from '../questions/filter-questions';
import type { QuestionFilter } from '../questions/filter-questions';
import { listQuestions } from '../questions/question';
import type { Question, UntrackedQuestion } from '../questions/question';
import { QUESTION_KINDS } from '../questions/question-kind';
import type { QuestionStatus } from '../questions/question-status';
import { listAttempts } from '../reviews/attempt';
import { reviewStates } from '../reviews/review-state';
import { categoryOf } from '../schema/note-type';
import { untrackedQuestions } from '../tracking/untracked-question';
import type { NoteIndex } from '../vault/note-index';
import type { NotePath } from '../vault/note-path';
import { answer, refuse } from './answer';
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
	const wantsUntracked = statuses.items?.includes('untracked') === true;
	if (wantsUntracked && levels.items) return refuse('cli.error.untracked-level');
	const filter: QuestionFilter = {
		...listOf('paths', named && [named.note.path]),
		...listOf('statuses', statuses.items?.filter(isStatus)),
		...listOf('kinds', kinds.items),
		...listOf(
			'levels',
			levels.items?.map(item => Number(item.replace('L', ''))),
		),
		...listOf(
			'categories',
			options.category === undefined ? undefined : splitItems(options.category),
		),
	};
	const questions = filterQuestions(listQuestions(index), filter);
	const untracked = filterUntracked(index, filter);
	if (!wantsUntracked) {
		return answer(entriesOf(index, questions), printQuestions(questions, untracked.length, say));
	}
	return answer(
		[...entriesOf(index, questions), ...untrackedEntries(index, untracked)],
		printWithUntracked(questions, untracked, say),
	);
}

/** A part of a filter; one that was not given is left out. */
function listOf<K extends keyof QuestionFilter>(
	name: K,
	items: QuestionFilter[K] | undefined,
): Pick<QuestionFilter, K> | undefined {
	return items === undefined ? undefined : ({ [name]: items } as Pick<QuestionFilter, K>);
}

function isStatus(status: QuestionStatus | 'untracked'): status is QuestionStatus {
	return status !== 'untracked';
}

/** A question without an id has a place and a kind, and the category of its note. */
function filterUntracked(
	index: NoteIndex,
	{ paths, kinds, categories }: QuestionFilter,
): UntrackedQuestion[] {
	return untrackedQuestions(index).filter(({ path, kind }) => {
		if (paths && !paths.includes(path)) return false;
		if (kinds && !kinds.includes(kind)) return false;
		return !categories || categories.includes(categoryAt(index, path) ?? '');
	});
}

function categoryAt(index: NoteIndex, path: NotePath): string | undefined {
	const note = index.find(path);
	return note && categoryOf(note);
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

/** The same fields as those of other questions, and the line, for there is no id to go to. */
function untrackedEntries(index: NoteIndex, questions: readonly UntrackedQuestion[]): unknown[] {
	return questions.map(({ path, prompt, kind, line }) => ({
		id: null,
		path,
		technology: index.find(path)?.title ?? null,
		category: categoryAt(index, path) ?? null,
		kind,
		level: null,
		status: 'untracked',
		prompt,
		answered: false,
		due: null,
		line,
	}));
}

function printQuestions(questions: readonly Question[], untracked: number, say: Say): string {
	const count = questions.length;
	const summary = count === 0 ? say('cli.questions.none') : say('cli.questions.summary', { count });
	const more = untracked > 0 ? ` ${say('cli.questions.untracked', { count: untracked })}` : '';
	return [...linesOf(questions, say), `${summary}${more}`, ''].join('\n');
}

function printWithUntracked(
	questions: readonly Question[],
	untracked: readonly UntrackedQuestion[],
	say: Say,
): string {
	const lines = untracked.map(({ path, line, prompt }) => `${path}:${line}: ${prompt}`);
	const count = questions.length + untracked.length;
	const summary = count === 0 ? say('cli.questions.none') : say('cli.questions.summary', { count });
	return [...linesOf(questions, say), ...lines, summary, ''].join('\n');
}

function linesOf(questions: readonly Question[], say: Say): string[] {
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
	return lines;
}
