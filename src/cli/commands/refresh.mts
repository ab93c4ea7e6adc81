import { answerRefresh, planVaultRefresh } from '../../core/index';
import type { VaultEdit } from '../../core/index';
import { CliError } from '../cli-error.mts';
import { printAnswer, readVault, warnOfUnreadable } from '../command-context.mts';
import type { CommandContext, ExitCode } from '../command-context.mts';
import type { NodeVault } from '../node-vault.mts';

/**
 * Brings regions up to date; with `check` it writes nothing and answers 1 if something would change.
 *
 * @throws CliError for the first note that cannot be written, after all others were.
 */
export async function runRefresh(
	context: CommandContext,
	{ check = false }: { check?: boolean },
): Promise<ExitCode> {
	const vault = await readVault(context);
	const { edits, unchanged, refused, moved } = planVaultRefresh(vault.index);
	const writes = !check && !context.options.dryRun;
	const { written, failure } = writes
		? await writeEach(vault, edits)
		: { written: edits, failure: undefined };
	const changed = written.map(({ path }) => path);
	const report = { changed, unchanged: unchanged.length, refused, moved };
	const { hasFindings } = printAnswer(context, answerRefresh(report, writes, context.t));
	warnOfUnreadable(context, vault);
	if (failure) throw failure;
	return hasFindings || (check && changed.length > 0) ? 1 : 0;
}

/** One note that cannot be written keeps no other from being right. */
async function writeEach(
	vault: NodeVault,
	edits: readonly VaultEdit[],
): Promise<{ written: readonly VaultEdit[]; failure: CliError | undefined }> {
	const written: VaultEdit[] = [];
	let failure: CliError | undefined;
	for (const edit of edits) {
		try {
			await vault.apply([edit]);
			written.push(edit);
		} catch (error) {
			if (!(error instanceof CliError)) throw error;
			failure ??= error;
		}
	}
	return { written, failure };
}
