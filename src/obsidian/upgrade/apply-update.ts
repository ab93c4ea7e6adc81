import type { NotePath, UpdatePlan, UpdateSummary } from '../../core/index';
import { describeError } from '../apply-edits';
import type { PluginContext } from '../plugin-context';
import { planVaultUpdate } from './plan-vault-update';
import type { UpdateChoices } from './plan-vault-update';
import { backupPath, keepBackup, markBackup } from './stored-backups';

/** How an update went; one that was stopped goes on when it is run again. */
export interface UpdateOutcome {
	readonly summary: UpdateSummary;
	readonly written: number;
	/** Notes with unsaved text, left as they are. */
	readonly unsaved: readonly NotePath[];
	/** Files that kept changing while they were to be written. */
	readonly changing: readonly string[];
	readonly report: NotePath | undefined;
	/** Path of the last backup; undefined if there was nothing to do. */
	readonly backup: string | undefined;
	readonly stopped?: { readonly path: string; readonly detail: string };
}

/** How often files that changed meanwhile are planned again. */
const MOST_ROUNDS = 3;

/**
 * Brings the notes to the release of the plugin: plans on the files as they are, keeps a backup, writes file by file. What
 * changed since it was read is planned again.
 *
 * @param mayGoOn asked before each file
 */
export async function applyUpdate(
	context: PluginContext,
	choices: UpdateChoices,
	mayGoOn: () => boolean,
): Promise<UpdateOutcome> {
	const { adapter } = context.app.vault;
	let backup: string | undefined;
	let report: NotePath | undefined;
	let written = 0;
	let first: Pick<UpdateOutcome, 'summary' | 'unsaved'> | undefined;
	for (let round = 1; ; round++) {
		const { plan, ...told } = await planVaultUpdate(context, choices);
		first ??= told;
		const soFar = { ...first, changing: [] };
		if (plan.changes.length === 0) return { ...soFar, written, report, backup };
		const stored = await keepBackup(adapter, plan, new Date());
		backup = backupPath(stored.name);
		const batch = await writeBatch(context, plan, mayGoOn);
		written += batch.written;
		report ??= plan.report;
		const outcome = { ...soFar, written, report, backup, changing: batch.changing };
		if (batch.stopped) return { ...outcome, stopped: batch.stopped };
		if (batch.changing.length === 0) await markBackup(adapter, stored, 'done');
		if (batch.changing.length === 0 || round === MOST_ROUNDS) return outcome;
	}
}

interface Batch {
	readonly written: number;
	readonly changing: readonly string[];
	readonly stopped?: UpdateOutcome['stopped'];
}

/** The last change is the home note, which tells the release: it waits until all others are written. */
async function writeBatch(
	context: PluginContext,
	{ changes }: UpdatePlan,
	mayGoOn: () => boolean,
): Promise<Batch> {
	const { writer, translate } = context;
	const changing: string[] = [];
	let written = 0;
	for (const [i, { path, before, after }] of changes.entries()) {
		if (!mayGoOn())
			return { written, changing, stopped: { path, detail: translate('plugin.update.ended') } };
		if (changing.length > 0 && i === changes.length - 1) break;
		try {
			const isWritten =
				before === undefined
					? await writer.create(path, after)
					: await writer.replace(path, { before, after });
			if (isWritten) written++;
			else changing.push(path);
		} catch (error) {
			return { written, changing, stopped: { path, detail: describeError(error, path) } };
		}
	}
	return { written, changing };
}
