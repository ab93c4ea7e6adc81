import { planVaultRefresh } from '../../core/index';
import type { VaultRefresh } from '../../core/index';
import { printJson, readVault, warnOfUnreadable } from '../command-context.mts';
import type { CommandContext, ExitCode } from '../command-context.mts';

/** Brings regions up to date; with `check` it writes nothing and answers 1 if something would change. */
export async function runRefresh(
	context: CommandContext,
	{ check = false }: { check?: boolean },
): Promise<ExitCode> {
	const vault = await readVault(context);
	const plan = planVaultRefresh(vault.index);
	const writes = !check && !context.options.dryRun;
	if (writes) await vault.apply(plan.edits);
	report(context, plan, writes);
	warnOfUnreadable(context, vault);
	const wouldChange = check && plan.edits.length > 0;
	return plan.refused.length > 0 || wouldChange ? 1 : 0;
}

function report(
	context: CommandContext,
	{ edits, unchanged, refused, moved }: VaultRefresh,
	writes: boolean,
): void {
	const { host, t, options } = context;
	const changed = edits.map(({ path }) => path);
	if (options.json) {
		const reasons = refused.map(({ path, reason, line }) => ({ path, reason, line }));
		printJson(context, { changed, unchanged: unchanged.length, refused: reasons, moved });
		return;
	}
	const word = t(writes ? 'cli.refresh.changed' : 'cli.refresh.would-change');
	for (const path of changed) host.out(`${word}  ${path}\n`);
	for (const { path, reason, line } of refused) {
		host.out(
			`${t('cli.refresh.refused')}  ${path}: ${t(`cli.refresh.reason.${reason}`, { line })}\n`,
		);
	}
	for (const { path, lines } of moved) host.out(`${t('cli.refresh.moved', { path, lines })}\n`);
	const counts = { changed: changed.length, unchanged: unchanged.length, refused: refused.length };
	host.out(`${t(writes ? 'cli.refresh.summary' : 'cli.refresh.dry-summary', counts)}\n`);
}
