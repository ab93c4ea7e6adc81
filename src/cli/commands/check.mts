import {
	answerCheck,
	answerRepair,
	checkVault,
	FIXABLE_CODES,
	nearestNames,
	planRepairs,
} from '../../core/index';
import type { Answer, Diagnostic, DiagnosticCode } from '../../core/index';
import { CliError } from '../cli-error.mts';
import { printAnswer, readVault, readVaultToWrite, whileLocked } from '../command-context.mts';
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
	if (apply && fix === false) throw new CliError('cli.error.apply-alone');
	if (fix !== false)
		return repair(context, typeof fix === 'object' ? codesOf(fix) : undefined, apply);
	const vault = await readVault(context);
	const { index } = vault;
	const found = [...(await findInFiles(vault)), ...checkVault(index)];
	const notes = index.notes().length + vault.unreadable.length;
	return exitOf(printAnswer(context, answerCheck({ index, found, notes }, context.t)));
}

async function repair(
	context: CommandContext,
	codes: readonly DiagnosticCode[] | undefined,
	apply: boolean,
): Promise<ExitCode> {
	const writes = apply && !context.options.dryRun;
	const run = async (): Promise<Answer> => {
		const vault = await readVaultToWrite(context, writes);
		// Its links would go from the regions of all others.
		requireAllRead(vault);
		const plan = planRepairs(vault.index, codes);
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

function codesOf(typed: readonly string[]): DiagnosticCode[] {
	return typed
		.flatMap(list => list.split(','))
		.filter(name => name.trim() !== '')
		.map(name => {
			const code = FIXABLE_CODES.find(known => known === name.trim());
			if (code !== undefined) return code;
			const allowed = FIXABLE_CODES.join(', ');
			const params = { value: name, option: '--fix', allowed };
			throw new CliError('cli.error.invalid-value', params, nearestNames(name, FIXABLE_CODES, 2));
		});
}
