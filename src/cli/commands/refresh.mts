import { answerRefresh, canvasReport, planVaultRefresh } from '../../core/index';
import type { VaultEdit } from '../../core/index';
import { CliError } from '../cli-error.mts';
import { printAnswer, readVault, warnOfUnreadable } from '../command-context.mts';
import type { CommandContext, ExitCode } from '../command-context.mts';
import type { NodeVault } from '../node-vault.mts';
import { planCanvasRefresh } from '../refresh-canvas.mts';

/**
 * Brings regions and the canvas up to date; with `check` it writes nothing and answers 1 if something would change.
 *
 * @throws CliError for the first note that cannot be written, after all others were.
 */
export async function runRefresh(
	context: CommandContext,
	{ check = false }: { check?: boolean },
): Promise<ExitCode> {
	const vault = await readVault(context);
	const { edits, unchanged, refused, moved } = planVaultRefresh(vault.index);
	const canvas = await planCanvasRefresh(vault);
	const steps = [
		...edits.map(edit => stepOf(vault, edit)),
		...(canvas?.plan.kind === 'write' ? [canvas] : []),
	];
	const writes = !check && !context.options.dryRun;
	const { written, failure } = writes
		? await writeEach(steps)
		: { written: steps, failure: undefined };
	const changed = written.map(({ path }) => path);
	const told = canvasReport(canvas?.path ?? '', canvas?.plan);
	const report = {
		changed,
		unchanged: unchanged.length + told.unchanged,
		refused: [...refused, ...told.refused],
		moved,
	};
	const { hasFindings } = printAnswer(context, answerRefresh(report, writes, context.t));
	warnOfUnreadable(context, vault);
	if (failure) throw failure;
	return hasFindings || (check && changed.length > 0) ? 1 : 0;
}

/** One file that is to be written. */
interface Step {
	readonly path: string;
	readonly write: () => Promise<void>;
}

function stepOf(vault: NodeVault, edit: VaultEdit): Step {
	return { path: edit.path, write: () => vault.apply([edit]) };
}

/** One file that cannot be written keeps no other from being right. */
async function writeEach(
	steps: readonly Step[],
): Promise<{ written: readonly Step[]; failure: CliError | undefined }> {
	const written: Step[] = [];
	let failure: CliError | undefined;
	for (const step of steps) {
		try {
			await step.write();
			written.push(step);
		} catch (error) {
			if (!(error instanceof CliError)) throw error;
			failure ??= error;
		}
	}
	return { written, failure };
}
