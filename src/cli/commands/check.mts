import { answerCheck, checkVault } from '../../core/index';
import { printAnswer, readVault } from '../command-context.mts';
import type { CommandContext, ExitCode } from '../command-context.mts';

/** Lists what is wrong in the notes; writes nothing. */
export async function runCheck(context: CommandContext): Promise<ExitCode> {
	const { index, unreadable } = await readVault(context);
	const notes = index.notes().length + unreadable.length;
	const found = [...unreadable, ...checkVault(index)];
	return printAnswer(context, answerCheck(found, notes, context.t)).hasFindings ? 1 : 0;
}
