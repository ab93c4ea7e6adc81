import {
	answerCheck,
	answerRepair,
	checkVault,
	planRepairs,
	readFixCodes,
	refuseApplyAlone,
} from '../../core/index';
import type { Answer, Diagnostic } from '../../core/index';
import {
	printAnswer,
	readVault,
	readVaultToWrite,
	toCliError,
	whileLocked,
} from '../command-context.mts';
import type { CommandContext, ExitCode } from '../command-context.mts';
import { findLeftovers } from '../leftovers.mts';
import { requireAllRead } from '../node-vault.mts';
import type { NodeVault } from '../node-vault.mts';

/** Options as typed. */
export interface CheckOptions {
	/** True without codes. */
	readonly fix?: boolean | readonly string[];
	readonly apply?: boolean;
}

/**
 * Lists what is wrong in the notes; with `fix` it shows what repairs would change, and only with `apply` it writes them.
 *
 * @throws CliError for a code that cannot be repaired, and for a note that cannot be written.
 */
export async function runCheck(
	context: CommandContext,
	{ fix = false, apply = false }: CheckOptions,
): Promise<ExitCode> {
	if (apply && fix === false) throw toCliError(refuseApplyAlone());
	if (fix !== false) return repair(context, typeof fix === 'object' ? fix : [], apply);
	const vault = await readVault(context);
	const { index } = vault;
	const found = [...(await findInFiles(vault)), ...checkVault(index)];
	const notes = index.notes().length + vault.unreadable.length;
	return exitOf(printAnswer(context, answerCheck({ index, found, notes }, context.t)));
}

async function repair(
	context: CommandContext,
	typed: readonly string[],
	apply: boolean,
): Promise<ExitCode> {
	const read = readFixCodes(typed);
	if (read.kind === 'refused') throw toCliError(read);
	const writes = apply && !context.options.dryRun;
	const run = async (): Promise<Answer> => {
		const vault = await readVaultToWrite(context, writes);
		// Its links would go from the regions of all others.
		requireAllRead(vault);
		const plan = planRepairs(vault.index, read.codes);
		const unreadable = await findInFiles(vault, writes);
		for (const edit of writes ? plan.edits : []) {
			context.host.interrupts.check();
			await vault.apply([edit]);
		}
		return answerRepair(plan, { say: context.t, writes, unreadable });
	};
	const answered = await (writes ? whileLocked(context, run) : run());
	return exitOf(printAnswer(context, answered));
}

/** What shows in files alone: notes that nobody could read, and what runs left that were cut off. */
async function findInFiles(vault: NodeVault, isLocked = false): Promise<Diagnostic[]> {
	return [...vault.unreadable, ...(await findLeftovers(vault, isLocked))];
}

function exitOf({ hasFindings }: Answer): ExitCode {
	return hasFindings ? 1 : 0;
}
