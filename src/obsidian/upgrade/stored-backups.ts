import type { DataAdapter } from 'obsidian';
import {
	BACKUP_RECORD,
	BACKUPS_FOLDER,
	folderOf,
	makeBackup,
	nameBackup,
	parseBackup,
	printBackup,
	selectToUndo,
	unfinishedUpdate,
} from '../../core/index';
import type { Backup, StoredBackup, UpdatePlan } from '../../core/index';
import { namingPath } from '../apply-edits';

/** A backup without the old texts. */
type Kept = Pick<StoredBackup, 'name' | 'backup'>;

/**
 * Keeps the texts that an update will replace where the command line keeps them too, so that each can take back what the
 * other did. The record comes first.
 */
export async function keepBackup(
	adapter: DataAdapter,
	{ upgrade: { from, to }, changes }: UpdatePlan,
	time: Date,
): Promise<Kept> {
	const backup = makeBackup(from, to, changes);
	const name = nameBackup(time.toISOString(), await listBackups(adapter));
	await write(adapter, backupPath(name, BACKUP_RECORD), printBackup(backup));
	for (const { path, before } of changes) {
		if (before !== undefined) await write(adapter, backupPath(name, path), before);
	}
	return { name, backup };
}

/** Notes in the record how far the batch came. */
export async function markBackup(
	adapter: DataAdapter,
	{ name, backup }: Kept,
	state: Backup['state'],
): Promise<void> {
	await write(adapter, backupPath(name, BACKUP_RECORD), printBackup({ ...backup, state }));
}

/** Path of the backup of an update that was cut off; undefined if the last one came to its end. */
export async function unfinishedBackup(adapter: DataAdapter): Promise<string | undefined> {
	const name = unfinishedUpdate(await readRecords(adapter));
	return name === undefined ? undefined : backupPath(name);
}

async function readRecords(adapter: DataAdapter): Promise<Kept[]> {
	const records: Kept[] = [];
	for (const name of await listBackups(adapter)) {
		const backup = parseBackup((await read(adapter, backupPath(name, BACKUP_RECORD))) ?? '');
		if (backup) records.push({ name, backup });
	}
	return records;
}

/** Reads the backups that one undo takes back, newest first. */
export async function readBackupsToUndo(adapter: DataAdapter): Promise<StoredBackup[]> {
	const records = await readRecords(adapter);
	const wanted: StoredBackup[] = [];
	for (const { name, backup } of selectToUndo(records)) {
		const kept = new Map<string, string | undefined>();
		for (const { path, before } of backup.files) {
			if (before !== null) kept.set(path, await read(adapter, backupPath(name, path)));
		}
		wanted.push({ name, backup, keptText: path => kept.get(path) });
	}
	return wanted;
}

/** Path of a backup, or of what lies in it. */
export function backupPath(name: string, path = ''): string {
	return [BACKUPS_FOLDER, name, path].filter(part => part !== '').join('/');
}

async function listBackups(adapter: DataAdapter): Promise<string[]> {
	if (!(await adapter.exists(BACKUPS_FOLDER))) return [];
	const { folders } = await adapter.list(BACKUPS_FOLDER);
	return folders.map(path => path.slice(path.lastIndexOf('/') + 1));
}

async function read(adapter: DataAdapter, path: string): Promise<string | undefined> {
	return namingPath(path, async () =>
		(await adapter.exists(path)) ? adapter.read(path) : undefined,
	);
}

async function write(adapter: DataAdapter, path: string, text: string): Promise<void> {
	await namingPath(path, async () => {
		await makeFolder(adapter, folderOf(path));
		await adapter.write(path, text);
	});
}

async function makeFolder(adapter: DataAdapter, folder: string): Promise<void> {
	if (folder === '' || (await adapter.exists(folder))) return;
	await makeFolder(adapter, folderOf(folder));
	await adapter.mkdir(folder);
}
