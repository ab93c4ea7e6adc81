import { planUpdateUndo } from '../../core/index';
import type { StoredBackup, UpdateUndo } from '../../core/index';
import { namingPath } from '../apply-edits';
import type { PluginContext } from '../plugin-context';
import { markBackup, readBackupsToUndo } from './stored-backups';

/** What would be taken back, and from which backups; undefined if there is no update to take back. */
export interface VaultUndo {
	readonly plan: UpdateUndo;
	readonly backups: readonly StoredBackup[];
}

/** Looks which update comes back, on the files as they are now. */
export async function planVaultUndo({ app }: PluginContext): Promise<VaultUndo | undefined> {
	const { vault } = app;
	const backups = await readBackupsToUndo(vault.adapter);
	if (backups.length === 0) return undefined;
	const texts = new Map<string, string>();
	const { adapter } = vault;
	for (const { path } of backups.flatMap(({ backup }) => backup.files)) {
		if (texts.has(path)) continue;
		// From the disk: a file that another program just wrote is unknown to the app for a moment, and not gone.
		await namingPath(path, async () => {
			if (await adapter.exists(path)) texts.set(path, await adapter.read(path));
		});
	}
	return { plan: planUpdateUndo(backups, path => texts.get(path)), backups };
}

/** What became of an undo. */
export interface UndoOutcome {
	readonly restored: number;
	readonly removed: number;
	/** Files that were changed since, or are being typed in: left as they are. */
	readonly left: readonly string[];
}

/**
 * Takes the last update back, planned anew.
 *
 * @throws Error if a file cannot be written: run again, it goes on
 */
export async function undoUpdate(context: PluginContext): Promise<UndoOutcome> {
	const undo = await planVaultUndo(context);
	if (!undo) return { restored: 0, removed: 0, left: [] };
	const { writer, app } = context;
	const left = [...undo.plan.left];
	let [restored, removed] = [0, 0];
	let isComplete = true;
	for (const { path, before, after } of undo.plan.returns) {
		const isDone =
			after === undefined
				? await writer.remove(path, before)
				: await writer.replace(path, { before, after });
		isComplete &&= isDone;
		if (!isDone) left.push(path);
		else if (after === undefined) removed++;
		else restored++;
	}
	// What is being typed in can still come back in another run.
	if (!isComplete) return { restored, removed, left };
	for (const stored of undo.backups) await markBackup(app.vault.adapter, stored, 'undone');
	return { restored, removed, left };
}
