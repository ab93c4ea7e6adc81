import { answerStatus } from '../../core/index';
import { printAnswer, readVault, warnOfUnreadable } from '../command-context.mts';
import type { CommandContext, ExitCode } from '../command-context.mts';

/** Shows progress of the whole vault and of its parts. */
export async function runStatus(context: CommandContext): Promise<ExitCode> {
	const vault = await readVault(context);
	printAnswer(context, answerStatus(vault.index, context.t));
	warnOfUnreadable(context, vault);
	return 0;
}
