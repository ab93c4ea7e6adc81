import {
	filterQuestions,
	listQuestions,
	locateQuestion,
	makeResult,
	notesOfType,
	planOutcome,
	referenceAnswerOf,
	selectQuestions,
	summarizeInterview,
	withoutControls,
} from '../../core/index';
import type {
	InterviewResult,
	InterviewSummary,
	NoteIndex,
	Question,
	VaultEdit,
} from '../../core/index';
import { CliError } from '../cli-error.mts';
import {
	printJson,
	readVaultToWrite,
	requireNote,
	vaultName,
	warnOfUnreadable,
	whileLocked,
} from '../command-context.mts';
import type { CommandContext, ExitCode } from '../command-context.mts';
import { createDialogue } from '../interview-dialogue.mts';
import type { Dialogue, InterviewPlace, Reply } from '../interview-dialogue.mts';
import { localTime } from '../local-time.mts';
import { requireAllRead } from '../node-vault.mts';
import type { NodeVault } from '../node-vault.mts';
import { parseWholeNumber } from '../parse-options.mts';
import { plainLines } from '../plain-lines.mts';

/** Options as typed. */
export interface InterviewOptions {
	readonly category?: string;
	readonly count?: string;
	readonly seed?: string;
	readonly keep?: boolean;
}

/** Asks questions one after the other; each outcome is on disk before the next question. */
export async function runInterview(
	context: CommandContext,
	names: readonly string[],
	options: InterviewOptions,
): Promise<ExitCode> {
	const count = parseWholeNumber('--count', options.count, 1);
	const seed = parseWholeNumber('--seed', options.seed, 0);
	const vault = await readVaultToWrite(context, !context.options.dryRun);
	warnOfUnreadable(context, vault);
	// The attempts are kept beside it.
	if (notesOfType(vault.index, 'home').length === 0) requireAllRead(vault);
	const paths = names.map(name => requireNote(vault.index, name, vaultName(context)).path);
	const candidates = candidateQuestions(vault.index, paths, options.category);
	const order = seed === undefined ? 'weak-first' : 'shuffled';
	const questions = selectQuestions(candidates, { order, seed: seed ?? 0, count });
	if (questions.length === 0)
		throw new CliError('cli.error.no-questions', { path: vaultName(context) });
	const asked = await askAll(context, vault, questions, options.keep === true);
	report(context, summarizeInterview(asked), questions.length);
	return 0;
}

/** In the order in which the notes were named. */
function candidateQuestions(
	index: NoteIndex,
	paths: readonly string[],
	category: string | undefined,
): Question[] {
	const categories = category?.split(',').map(item => item.trim());
	const fitting = filterQuestions(listQuestions(index), { ...(categories ? { categories } : {}) });
	if (paths.length === 0) return fitting;
	return [...new Set(paths)].flatMap(path => fitting.filter(question => question.path === path));
}

async function askAll(
	context: CommandContext,
	vault: NodeVault,
	questions: readonly Question[],
	keepsAnswers: boolean,
): Promise<InterviewResult[]> {
	const { host, options } = context;
	const dialogue = createDialogue(context);
	const results: InterviewResult[] = [];
	for (const [i, selected] of questions.entries()) {
		// An answer that was kept moves everything below it.
		const question = locateQuestion(vault.index, selected);
		if (!question) continue;
		const place = { question, number: i + 1, count: questions.length };
		const reply = await ask(vault.index, dialogue, place);
		if (!reply) break;
		const { rating, thinking, pointsHit: hits, reference } = reply;
		const time = localTime(host.now());
		const result = makeResult(question, reference, { rating, time, thinking, hits });
		const ownAnswer = keepsAnswers ? reply.ownAnswer : undefined;
		const outcome = { attempt: result.attempt, ownAnswer };
		const plan = (): VaultEdit[] => planOutcome(vault.index, question, outcome, host.device);
		if (!options.dryRun)
			await whileLocked(context, async () => {
				// While the reader thinks, an editor or sync may write the same files.
				await vault.readAgain([question.path, ...plan().map(({ path }) => path)]);
				await vault.apply(plan());
			});
		results.push(result);
		dialogue.showStatus(result);
		if (!(await dialogue.followUp(reference))) break;
	}
	return results;
}

async function ask(
	index: NoteIndex,
	dialogue: Dialogue,
	place: InterviewPlace,
): Promise<Reply | undefined> {
	const note = index.find(place.question.path);
	const reference = note && referenceAnswerOf(note, place.question);
	return dialogue.ask(place, reference);
}

function report(context: CommandContext, summary: InterviewSummary, count: number): void {
	const { host, t } = context;
	if (context.options.json) {
		printJson(context, summary);
		return;
	}
	const ratings = (['again', 'hard', 'good', 'easy'] as const)
		.map(rating => `${t(`rating.${rating}`)} ${summary.ratings[rating]}`)
		.join(', ');
	host.out(`\n${t('cli.interview.summary', { asked: summary.asked, count, ratings })}\n`);
	const weak = summary.results.filter(({ missed }) => missed.length > 0);
	if (weak.length > 0) host.out(`${t('cli.interview.missed')}\n`);
	for (const { prompt, missed } of weak) {
		host.out(`  ${prompt}\n`);
		for (const point of missed) host.out(`    - ${withoutControls(plainLines(point, '      '))}\n`);
	}
	if (summary.asked > 0) host.out(`${t('cli.interview.next')}\n`);
}
