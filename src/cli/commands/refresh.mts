import { planVaultRefresh } from '../../core/index';
import type { VaultEdit, VaultRefresh } from '../../core/index';
import { CliError } from '../cli-error.mts';
import { printJson, readVault, warnOfUnreadable } from '../command-context.mts';
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
	const plan = planVaultRefresh(vault.index);
	const writes = !check && !context.options.dryRun;
	const { written, failure } = writes
		? await writeEach(vault, plan.edits)
		: { written: plan.edits, failure: undefined };
	report(context, { ...plan, edits: written }, writes);
	warnOfUnreadable(context, vault);
	if (failure) throw failure;
	const wouldChange = check && plan.edits.length > 0;
	return plan.refused.length > 0 || wouldChange ? 1 : 0;
}

/** One note that cannot be written keeps no other from being right. */
async function writeEach(
	vault: NodeVault,
	edits: readonly VaultEdit[],
): Promise<{ written: VaultEdit[]; failure: CliError | undefined }> {
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

function report(
	context: CommandContext,
	{ edits, unchanged, refused, moved }: VaultRefresh,
	writes: boolean,
): void {
	const { host, t, options } = context;
	const changed = edits.map(({ path }) => path);
	if (options.json) {
		printJson(context, { changed, unchanged: unchanged.length, refused, moved });
		return;
	}
	const word = t(writes ? 'cli.refresh.changed' : 'cli.refresh.would-change');
	for (const path of changed) host.out(`${word}  ${path}\n`);
	for (const { path, reason, line, source = '' } of refused) {
		const why = t(`cli.refresh.reason.${reason}`, { line, source });
		host.out(`${t('cli.refresh.refused')}  ${path}: ${why}\n`);
	}
	for (const { path, lines } of moved) host.out(`${t('cli.refresh.moved', { path, lines })}\n`);
	const counts = { changed: changed.length, unchanged: unchanged.length, refused: refused.length };
	host.out(`${t(writes ? 'cli.refresh.summary' : 'cli.refresh.dry-summary', counts)}\n`);
}
