import {
	answerRefresh,
	applyEdits,
	compareText,
	mapsReport,
	parseNote,
	planBacklinksRegions,
	planVaultRefresh,
	readBacklinksTypes,
} from '../../core/index';
import type { BacklinksType, VaultEdit } from '../../core/index';
import { CliError } from '../cli-error.mts';
import {
	printAnswer,
	readVaultToWrite,
	toCliError,
	warnOfUnreadable,
	whileLocked,
} from '../command-context.mts';
import type { CommandContext, ExitCode } from '../command-context.mts';
import type { Interrupts } from '../interrupts.mts';
import { requireAllRead } from '../node-vault.mts';
import type { NodeVault } from '../node-vault.mts';
import { planMapRefreshes } from '../refresh-maps.mts';

/** Options of `refresh`. */
export interface RefreshOptions {
	readonly check?: boolean;
	readonly addBacklinks?: string;
}

/**
 * Brings regions, the canvas and the bases up to date, after adding the regions that were asked for; with `check` it
 * writes nothing and answers 1 if something would change.
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
	const run = (): Promise<Refreshed> => refresh(context, types.items ?? [], writes);
	const { vault, report, failure } = await (writes ? whileLocked(context, run) : run());
	const { hasFindings } = printAnswer(context, answerRefresh(report, writes, context.t));
	warnOfUnreadable(context, vault);
	if (failure) throw failure;
	return hasFindings || (check && report.changed.length > 0) ? 1 : 0;
}

interface Refreshed {
	readonly vault: NodeVault;
	readonly report: Parameters<typeof answerRefresh>[0];
	readonly failure: CliError | undefined;
}

/** Reads, plans and, with `writes`, writes; without, it says what would be written. */
async function refresh(
	context: CommandContext,
	types: readonly BacklinksType[],
	writes: boolean,
): Promise<Refreshed> {
	const vault = await readVaultToWrite(context, writes);
	// Its links would go from the regions of all others.
	requireAllRead(vault);
	const { interrupts } = context.host;
	const write = (edits: readonly VaultEdit[]): Promise<Written> =>
		writes
			? tryEach(
					edits.map(edit => ({ path: edit.path, write: () => vault.apply([edit]) })),
					interrupts,
				)
			: pretendEach(vault, edits);
	const added = await write(planBacklinksRegions(vault.index, types));
	const { edits, unchanged, refused, moved } = planVaultRefresh(vault.index);
	const refreshed = await write(edits);
	const maps = await planMapRefreshes(vault);
	const toDraw = maps.filter(({ plan }) => plan.kind === 'write');
	const drawn = writes
		? await tryEach(toDraw, interrupts)
		: { written: toDraw, failure: undefined };
	const told = mapsReport(maps);
	const report = {
		changed: pathsOf([...added.written, ...refreshed.written, ...drawn.written]),
		unchanged: unchanged.length + told.unchanged,
		refused: [...refused, ...told.refused],
		moved,
	};
	return { vault, report, failure: added.failure ?? refreshed.failure ?? drawn.failure };
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

/** One file that is to be written. */
interface Step {
	readonly path: string;
	write(): Promise<void>;
}

/** One file that cannot be written keeps no other from being right. */
async function tryEach(steps: readonly Step[], interrupts: Interrupts): Promise<Written> {
	const written: Step[] = [];
	let failure: CliError | undefined;
	for (const step of steps) {
		interrupts.check();
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
