import { listBacklinks } from '../../core/index';
import {
	printJson,
	readVault,
	requireNote,
	vaultName,
	warnOfUnreadable,
} from '../command-context.mts';
import type { CommandContext, ExitCode } from '../command-context.mts';

/** Lists who links to a note. */
export async function runBacklinks(context: CommandContext, name: string): Promise<ExitCode> {
	const { host, t } = context;
	const vault = await readVault(context);
	const note = requireNote(vault, name, vaultName(context));
	const entries = listBacklinks(vault.index, note.path);
	if (context.options.json) {
		printJson(
			context,
			entries.map(({ source, kind, reason, line }) => ({ source, kind, reason, line })),
		);
	} else {
		for (const { source, kind, reason, line } of entries) {
			host.out(
				`${source}:${line}: ${t(`relation.${kind}`)}${reason === '' ? '' : ` · ${reason}`}\n`,
			);
		}
		if (entries.length === 0) host.out(`${t('cli.backlinks.none')}\n`);
	}
	warnOfUnreadable(context, vault);
	return 0;
}
