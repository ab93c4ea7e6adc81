import { planOutcome, planUndo } from '../../core/index';
import type { InterviewResult, NoteIndex, Question, VaultEdit } from '../../core/index';
import type { AppliedEdits } from '../apply-edits';
import { deviceNameOf } from '../device-name';
import type { PluginContext } from '../plugin-context';
import { placeInFolder } from '../vault-folder';

/**
 * Writes what came of a question: the attempt, its status, and the own answer if it shall be kept.
 *
 * @throws Error that says what could not be written; what was written before it is taken back
 */
export async function recordResult(
	context: PluginContext,
	question: Question,
	result: InterviewResult,
	ownAnswer: string | undefined,
): Promise<void> {
	const { writer, settings } = context;
	const device = deviceNameOf(context.device);
	const folder = settings.folder();
	const outcome = { attempt: result.attempt, ownAnswer, keepsStatus: result.statusKept };
	const plan = (index: NoteIndex): VaultEdit[] =>
		planOutcome(seenFromFolder(index, folder), question, outcome, device).map(edit => ({
			...edit,
			path: index.find(edit.path) ? edit.path : placeInFolder(edit.path, folder),
		}));
	const { written, failed } = await writer.apply(plan, { stopAtFailure: true });
	if (failed.length === 0) return;
	// An attempt whose status could not be written would count twice when it is tried again.
	if (written.length > 0)
		await writer.apply(index => planUndo(index, result)).catch(() => undefined);
	throw failure(context, 'plugin.interview.not-written', failed);
}

/**
 * Takes back what `recordResult` wrote.
 *
 * @throws Error that says what could not be written
 */
export async function takeResultBack(
	context: PluginContext,
	result: InterviewResult,
	ownAnswer: string | undefined,
): Promise<void> {
	const { failed } = await context.writer.apply(index => planUndo(index, result, ownAnswer), {
		stopAtFailure: true,
	});
	if (failed.length > 0) throw failure(context, 'plugin.interview.not-undone', failed);
}

function failure(
	{ translate }: PluginContext,
	key: 'plugin.interview.not-written' | 'plugin.interview.not-undone',
	failed: AppliedEdits['failed'],
): Error {
	const detail = failed.map(one => `${one.path}: ${one.detail}`).join('; ');
	return new Error(translate(key, { detail }));
}

/**
 * The attempts stand beside the home note; where there is none, they belong into our folder, not into the vault's root.
 * The question itself may stand outside of it.
 */
function seenFromFolder(index: NoteIndex, folder: string): NoteIndex {
	return { ...index, find: path => index.find(placeInFolder(path, folder)) ?? index.find(path) };
}
