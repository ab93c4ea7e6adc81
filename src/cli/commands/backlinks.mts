import { answerBacklinks } from '../../core/index';
import {
	printAnswer,
	readVault,
	requireNote,
	vaultName,
	warnOfUnreadable,
} from '../command-context.mts';
import type { CommandContext, ExitCode } from '../command-context.mts';

/** Lists who links to a note. */
export async function runBacklinks(context: CommandContext, name: string): Promise<ExitCode> {
	const vault = await readVault(context);
	const note = requireNote(vault.index, name, vaultName(context));
	printAnswer(context, answerBacklinks(vault.index, note, context.t));
	warnOfUnreadable(context, vault);
	return 0;
}
