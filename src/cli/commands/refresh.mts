import {
	answerRefresh,
	applyEdits,
	canvasReport,
	compareText,
	parseNote,
	planBacklinksRegions,
	planVaultRefresh,
	readBacklinksTypes,
} from '../../core/index';
import type { VaultEdit } from '../../core/index';
import { CliError } from '../cli-error.mts';
import {
	printAnswer,
	readVaultToWrite,
	toCliError,
	warnOfUnreadable,
} from '../command-context.mts';
import type { CommandContext, ExitCode } from '../command-context.mts';
import type { NodeVault } from '../node-vault.mts';
import { planCanvasRefresh } from '../refresh-canvas.mts';
import type { CanvasRefresh } from '../refresh-canvas.mts';

/** Options of `refresh`. */
export interface RefreshOptions {
	readonly check?: boolean;
	readonly addBacklinks?: string;
}

/**
 * Brings regions and the canvas up to date, after adding the regions that were asked for; with `check` it writes nothing
 * and answers 1 if something would change.
 *
 * @throws CliError for the first note that cannot be written, after all others were.
 */
export async function runRefresh(
	context: CommandContext,
	{ check = false, addBacklinks }: RefreshOptions,
): Promise<ExitCode> {
	const types = readBacklinksTypes(addBacklinks);
	if (types.kind === 'refused') throw toCliError(types);
	const writes = !check && !context.options.dryRun;
	const vault = await readVaultToWrite(context, writes);
	const write = writes ? writeEach : pretendEach;
	const added = await write(vault, planBacklinksRegions(vault.index, types.items ?? []));
	const { edits, unchanged, refused, moved } = planVaultRefresh(vault.index);
	const refreshed = await write(vault, edits);
	const canvas = await planCanvasRefresh(vault);
	const drawn = await drawCanvas(canvas, writes);
	const told = canvasReport(canvas?.path ?? '', canvas?.plan);
	const changed = pathsOf([...added.written, ...refreshed.written, ...drawn.written]);
	const report = {
		changed,
		unchanged: unchanged.length + told.unchanged,
		refused: [...refused, ...told.refused],
		moved,
	};
	const { hasFindings } = printAnswer(context, answerRefresh(report, writes, context.t));
	warnOfUnreadable(context, vault);
	const failure = added.failure ?? refreshed.failure ?? drawn.failure;
	if (failure) throw failure;
	return hasFindings || (check && changed.length > 0) ? 1 : 0;
}

interface Written {
	readonly written: readonly { readonly path: string }[];
	readonly failure: CliError | undefined;
}

function pathsOf(files: Written['written']): string[] {
	return [...new Set(files.map(({ path }) => path))].sort(compareText);
}

/** Changes what was read and nothing on the disk, so that what comes next is planned on it. */
function pretendEach({ index }: NodeVault, edits: readonly VaultEdit[]): Promise<Written> {
	for (const edit of edits) {
		const text = index.find(edit.path)?.text ?? '';
		if (edit.kind === 'change') index.set(parseNote(edit.path, applyEdits(text, edit.edits)));
	}
	return Promise.resolve({ written: edits, failure: undefined });
}

async function writeEach(vault: NodeVault, edits: readonly VaultEdit[]): Promise<Written> {
	return tryEach(edits.map(edit => ({ path: edit.path, write: () => vault.apply([edit]) })));
}

async function drawCanvas(canvas: CanvasRefresh | undefined, writes: boolean): Promise<Written> {
	const steps = canvas?.plan.kind === 'write' ? [canvas] : [];
	return writes ? tryEach(steps) : { written: steps, failure: undefined };
}

/** One file that is to be written. */
interface Step {
	readonly path: string;
	write(): Promise<void>;
}

/** One file that cannot be written keeps no other from being right. */
async function tryEach(steps: readonly Step[]): Promise<Written> {
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
