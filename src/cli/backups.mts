import { join } from 'node:path';
import {
	BACKUP_RECORD,
	BACKUPS_FOLDER,
	makeBackup,
	nameBackup,
	parseBackup,
	printBackup,
	selectToUndo,
	unfinishedUpdate,
} from '../core/index';
import type { Backup, FileChange, StoredBackup } from '../core/index';
import { CliError } from './cli-error.mts';
import { exists } from './files.mts';
import type { VaultFolder } from './files.mts';
import { createFile, guardWrite } from './new-file.mts';
import { replaceFile } from './node-vault.mts';
import { readText } from './write-changes.mts';

/** What a backup is made for. */
interface Occasion {
	readonly from: string;
	readonly to: string;
	readonly time: Date;
}

/**
 * Keeps the texts that changes will replace, the record first.
 *
 * @throws CliError if it cannot be written: then nothing else is either.
 */
export async function keepBackup(
	vault: VaultFolder,
	{ from, to, time }: Occasion,
	changes: readonly FileChange[],
): Promise<Pick<StoredBackup, 'name' | 'backup'>> {
	const backup = makeBackup(from, to, changes);
	const name = nameBackup(time.toISOString(), await listBackups(vault));
	await createNew(vault, pathIn(name, BACKUP_RECORD), printBackup(backup));
	for (const { path, before } of changes) {
		if (before !== undefined) await createNew(vault, pathIn(name, path), before);
	}
	return { name, backup };
}

async function createNew(vault: VaultFolder, path: string, text: string): Promise<void> {
	if (!(await createFile(vault, path, text)))
		throw new CliError('cli.error.changed-meanwhile', { path });
}

/** Notes in the record how far the batch came. */
export async function markBackup(
	vault: VaultFolder,
	{ name, backup }: Pick<StoredBackup, 'name' | 'backup'>,
	state: Backup['state'],
): Promise<void> {
	const path = pathIn(name, BACKUP_RECORD);
	const after = printBackup({ ...backup, state });
	if (!(await replaceFile(vault, path, { before: printBackup(backup), after })))
		throw new CliError('cli.error.changed-meanwhile', { path });
}

/** Name of the backup of an update that was cut off; undefined if the last one came to its end. */
export async function unfinishedBackup(vault: VaultFolder): Promise<string | undefined> {
	return unfinishedUpdate(await readRecords(vault));
}

async function readRecords(vault: VaultFolder): Promise<Pick<StoredBackup, 'name' | 'backup'>[]> {
	const records = [];
	for (const name of await listBackups(vault)) {
		const backup = parseBackup((await readText(vault, pathIn(name, BACKUP_RECORD))) ?? '');
		if (backup) records.push({ name, backup });
	}
	return records;
}

/** Reads the backups that one undo takes back, newest first. */
export async function readBackupsToUndo(vault: VaultFolder): Promise<StoredBackup[]> {
	const records = await readRecords(vault);
	const wanted: StoredBackup[] = [];
	for (const { name, backup } of selectToUndo(records)) {
		const kept = new Map<string, string | undefined>();
		for (const { path, before } of backup.files) {
			if (before !== null) kept.set(path, await readText(vault, pathIn(name, path)));
		}
		wanted.push({ name, backup, keptText: path => kept.get(path) });
	}
	return wanted;
}

/** Path of a backup, or of what lies in it. */
export function pathIn(name: string, path = ''): string {
	return [BACKUPS_FOLDER, name, path].filter(part => part !== '').join('/');
}

async function listBackups({ root, files }: VaultFolder): Promise<string[]> {
	const folder = join(root, BACKUPS_FOLDER);
	return guardWrite(BACKUPS_FOLDER, async () => {
		if (!(await exists(files, folder))) return [];
		return (await files.readdir(folder)).map(({ name }) => name);
	});
}
