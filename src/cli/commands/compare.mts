import { answerCompare } from '../../core/index';
import { printAnswer, readVault, vaultName, warnOfUnreadable } from '../command-context.mts';
import type { CommandContext, ExitCode } from '../command-context.mts';

/** Options as typed. */
export interface CompareOptions {
	readonly category?: string;
	readonly criteria?: string;
	readonly onlyDifferences?: boolean;
	readonly format?: string;
	readonly layout?: string;
}

/** Compares notes, or shows what a comparison note compares. */
export async function runCompare(
	context: CommandContext,
	names: readonly string[],
	options: CompareOptions,
): Promise<ExitCode> {
	const vault = await readVault(context);
	const wish = { names, vaultName: vaultName(context), ...options };
	printAnswer(context, answerCompare(vault.index, wish));
	warnOfUnreadable(context, vault);
	return 0;
}
