import {
	answerRefresh,
	applyEdits,
	compareText,
	parseNote,
	planBacklinksRegions,
	planVaultRefresh,
	readBacklinksTypes,
} from '../../core/index';
import type { VaultEdit } from '../../core/index';
import { CliError } from '../cli-error.mts';
import { printAnswer, readVault, toCliError, warnOfUnreadable } from '../command-context.mts';
import type { CommandContext, ExitCode } from '../command-context.mts';
import type { NodeVault } from '../node-vault.mts';

/** Options of `refresh`. */
export interface RefreshOptions {
	readonly check?: boolean;
	readonly addBacklinks?: string;
}

/**
 * Brings regions up to date, after adding those that were asked for; with `check` it writes nothing and answers 1 if
 * something would change.
 *
 * @throws CliError for the first note that cannot be written, after all others were.
 */
export async function runRefresh(
	context: CommandContext,
	{ check = false, addBacklinks }: RefreshOptions,
): Promise<ExitCode> {
	const types = readBacklinksTypes(addBacklinks);
	if (types.kind === 'refused') throw toCliError(types);
	const vault = await readVault(context);
	const writes = !check && !context.options.dryRun;
	const write = writes ? writeEach : pretendEach;
	const added = await write(vault, planBacklinksRegions(vault.index, types.items ?? []));
	const { edits, unchanged, refused, moved } = planVaultRefresh(vault.index);
	const refreshed = await write(vault, edits);
	const changed = pathsOf([...added.written, ...refreshed.written]);
	const report = { changed, unchanged: unchanged.length, refused, moved };
	const { hasFindings } = printAnswer(context, answerRefresh(report, writes, context.t));
	warnOfUnreadable(context, vault);
	const failure = added.failure ?? refreshed.failure;
	if (failure) throw failure;
	return hasFindings || (check && changed.length > 0) ? 1 : 0;
}

function pathsOf(edits: readonly VaultEdit[]): string[] {
	return [...new Set(edits.map(({ path }) => path))].sort(compareText);
}

interface Written {
	readonly written: readonly VaultEdit[];
	readonly failure: CliError | undefined;
}

/** Changes what was read and nothing on the disk, so that what comes next is planned on it. */
function pretendEach({ index }: NodeVault, edits: readonly VaultEdit[]): Promise<Written> {
	for (const edit of edits) {
		const text = index.find(edit.path)?.text ?? '';
		if (edit.kind === 'change') index.set(parseNote(edit.path, applyEdits(text, edit.edits)));
	}
	return Promise.resolve({ written: edits, failure: undefined });
}

/** One note that cannot be written keeps no other from being right. */
async function writeEach(vault: NodeVault, edits: readonly VaultEdit[]): Promise<Written> {
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
