import {
	filterQuestions,
	listAttempts,
	listQuestions,
	listUntrackedQuestions,
	QUESTION_KINDS,
	reviewStates,
} from '../../core/index';
import type { Note, NoteIndex, Question, QuestionStatus } from '../../core/index';
import {
	printJson,
	readVault,
	requireNote,
	vaultName,
	warnOfUnreadable,
} from '../command-context.mts';
import type { CommandContext, ExitCode } from '../command-context.mts';
import { parseChoices } from '../parse-options.mts';

/** Filters as typed. */
export interface QuestionOptions {
	readonly status?: string;
	readonly kind?: string;
	readonly level?: string;
	readonly category?: string;
}

const STATUSES: readonly QuestionStatus[] = ['open', 'shaky', 'solid', 'not-for-me'];
const LEVELS = ['1', '2', '3', '4', 'L1', 'L2', 'L3', 'L4'] as const;

/** Lists the questions of a vault or of one note. */
export async function runQuestions(
	context: CommandContext,
	name: string | undefined,
	options: QuestionOptions,
): Promise<ExitCode> {
	const statuses = parseChoices('--status', options.status, [...STATUSES, 'untracked' as const]);
	const kinds = parseChoices('--kind', options.kind, QUESTION_KINDS);
	const levels = parseChoices('--level', options.level, LEVELS)?.map(level =>
		Number(level.replace('L', '')),
	);
	const vault = await readVault(context);
	const note = name === undefined ? undefined : requireNote(vault, name, vaultName(context));
	if (statuses?.includes('untracked')) listUntracked(context, vault.index, note);
	else {
		const questions = filterQuestions(listQuestions(vault.index), {
			...(note ? { paths: [note.path] } : {}),
			...(statuses ? { statuses: statuses.filter(status => status !== 'untracked') } : {}),
			...(kinds ? { kinds } : {}),
			...(levels ? { levels } : {}),
			...(options.category === undefined ? {} : { categories: splitList(options.category) }),
		});
		list(context, vault.index, questions, note);
	}
	warnOfUnreadable(context, vault);
	return 0;
}

function list(
	context: CommandContext,
	index: NoteIndex,
	questions: readonly Question[],
	note?: Note,
): void {
	const { host, t } = context;
	const due = reviewStates(listAttempts(index));
	if (context.options.json) {
		const entries = questions.map(
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
		printJson(context, entries);
		return;
	}
	let path = '';
	for (const question of questions) {
		if (question.path !== path) {
			path = question.path;
			host.out(`${path}\n`);
		}
		const level = question.level === undefined ? '  ' : `L${question.level}`;
		const box = `[${question.checkbox.character}]`;
		host.out(
			`  ${box} ${level} ${t(`kind.${question.kind}`)} · ${question.prompt}  ^${question.id}\n`,
		);
	}
	const text =
		questions.length === 0
			? t('cli.questions.none')
			: t('cli.questions.summary', { count: questions.length });
	const untracked = untrackedOf(index, note).length;
	host.out(
		`${text}${untracked > 0 ? ` ${t('cli.questions.untracked', { count: untracked })}` : ''}\n`,
	);
}

function listUntracked(context: CommandContext, index: NoteIndex, note: Note | undefined): void {
	const questions = untrackedOf(index, note);
	if (context.options.json) {
		printJson(
			context,
			questions.map(question => ({ id: null, status: 'untracked', ...question })),
		);
		return;
	}
	for (const { path, line, prompt } of questions) context.host.out(`${path}:${line}: ${prompt}\n`);
	context.host.out(`${context.t('cli.questions.summary', { count: questions.length })}\n`);
}

function untrackedOf(
	index: NoteIndex,
	note: Note | undefined,
): ReturnType<typeof listUntrackedQuestions> {
	return listUntrackedQuestions(index).filter(
		({ path }) => note === undefined || path === note.path,
	);
}

function splitList(text: string): string[] {
	return text.split(',').map(item => item.trim());
}
