import type { CliData } from 'obsidian';
import {
	answerCheck,
	answerRepair,
	checkVaultInSteps,
	planRepairs,
	readFixCodes,
	refuseApplyAlone,
} from '../core/index';
import type { Answer, NoteIndex, Refusal, VaultRepair } from '../core/index';
import { createPace } from './at-pace';
import type { PluginContext } from './plugin-context';

/**
 * Lists what is wrong in the notes, shows what repairs would change or writes them, as the program does; a note in which
 * somebody is typing is left.
 *
 * @throws Error if a note could not be written
 */
export async function answerCheckVerb(
	context: PluginContext,
	given: CliData,
): Promise<Answer | Refusal> {
	const { notes, translate: say } = context;
	const typed = given['fix'];
	if (typed === undefined && 'apply' in given) return refuseApplyAlone();
	const index = await notes.read();
	const unreadable = notes.unreadable();
	if (typed === undefined) {
		const found = [...unreadable, ...(await createPace()(checkVaultInSteps(index)))];
		return answerCheck({ index, found, notes: index.notes().length + unreadable.length }, say);
	}
	const read = readFixCodes(typed === 'true' ? [] : [typed]);
	if (read.kind === 'refused') return read;
	const writes = 'apply' in given && !('dry-run' in given);
	const plan = (current: NoteIndex): VaultRepair => planRepairs(current, read.codes);
	const repair = writes ? await writeRepairs(context, plan) : plan(index);
	return answerRepair(repair, { say, writes, unreadable });
}

/** What was written of a plan, and what is wrong after it. */
async function writeRepairs(
	{ notes, writer, translate }: PluginContext,
	plan: (index: NoteIndex) => VaultRepair,
): Promise<VaultRepair> {
	let planned: VaultRepair | undefined;
	const { written, failed } = await writer.apply(
		index => {
			const current = plan(index);
			planned ??= current;
			return current.edits;
		},
		{ skipUnsaved: true },
	);
	const [failure] = failed;
	if (failure) {
		const { path, detail } = failure;
		throw new Error(translate('plugin.refresh.refused', { path, reason: detail }));
	}
	const { repairs = [], edits = [] } = planned ?? {};
	const left = await createPace()(checkVaultInSteps(await notes.read()));
	return {
		repairs: repairs.filter(({ diagnostic }) => written.includes(diagnostic.path)),
		edits: edits.filter(({ path }) => written.includes(path)),
		left,
	};
}
