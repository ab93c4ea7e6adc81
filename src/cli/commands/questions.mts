import { answerQuestions } from '../../core/index';
import type { QuestionOptions } from '../../core/index';
import { printAnswer, readVault, vaultName, warnOfUnreadable } from '../command-context.mts';
import type { CommandContext, ExitCode } from '../command-context.mts';

/** Lists the questions of a vault or of one note. */
export async function runQuestions(
	context: CommandContext,
	name: string | undefined,
	options: QuestionOptions,
): Promise<ExitCode> {
	const vault = await readVault(context);
	const place = { note: name, vaultName: vaultName(context) };
	printAnswer(context, answerQuestions(vault.index, place, options, context.t));
	warnOfUnreadable(context, vault);
	return 0;
}
