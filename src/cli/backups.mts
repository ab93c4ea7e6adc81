import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isBackedUp, makeBackup, parseBackup } from '../core/index';
import type { Backup, FileChange } from '../core/index';
import { exists, createFile } from './new-file.mts';
import { readText, replaceFile } from './write-changes.mts';

/** Where backups lie in a vault; hidden, so that nothing in it is read as a note. */
const FOLDER = '.stackbook/backup';
const RECORD = 'backup.json';

/** A backup on disk. */
export interface StoredBackup {
	/** Path in the vault. */
	readonly path: string;
	readonly backup: Backup;
}

/**
 * Keeps the texts that changes will replace, the record first; the answer is where.
 *
 * @throws CliError if it cannot be written: then nothing else is either.
 */
export async function keepBackup(
	root: string,
	{ from, to, time }: { readonly from: string; readonly to: string; readonly time: Date },
	changes: readonly FileChange[],
): Promise<StoredBackup> {
	const backup = makeBackup(from, to, changes);
	const path = await freeFolder(root, time);
	await createFile(root, `${path}/${RECORD}`, print(backup));
	for (const { path: file, before } of changes) {
		if (before !== undefined) await createFile(root, `${path}/${file}`, before);
	}
	return { path, backup };
}

/** Notes in the record how far the batch came. */
export async function markBackup(
	root: string,
	{ path, backup }: StoredBackup,
	state: Backup['state'],
): Promise<void> {
	await replaceFile(root, `${path}/${RECORD}`, print({ ...backup, state }));
}

/**
 * The backups that one undo takes back, newest first: the last that is not undone, and those of runs before it that
 * were cut off, which it went on with.
 */
export async function backupsToUndo(root: string): Promise<StoredBackup[]> {
	const wanted: StoredBackup[] = [];
	for (const name of (await listFolders(root)).sort().reverse()) {
		const path = `${FOLDER}/${name}`;
		const backup = parseBackup((await readText(root, `${path}/${RECORD}`)) ?? '');
		if (!backup || backup.state === 'undone') continue;
		if (wanted.length > 0 && backup.state !== 'begun') break;
		wanted.push({ path, backup });
	}
	return wanted;
}

/** The text that a backup has of a file; undefined if it is gone, or not what was kept. */
export async function backedUpText(
	root: string,
	{ path, backup }: StoredBackup,
	file: string,
): Promise<string | undefined> {
	const text = await readText(root, `${path}/${file}`);
	return text !== undefined && isBackedUp(backup, file, text) ? text : undefined;
}

function print(backup: Backup): string {
	return `${JSON.stringify(backup, null, '\t')}\n`;
}

/** `20261120T130401Z`, in the order of time; a second one of the same second gets a number. */
async function freeFolder(root: string, time: Date): Promise<string> {
	const stamp = time.toISOString().replace(/\.\d+/, '').replaceAll(/[-:]/g, '');
	for (let number = 1; ; number++) {
		const path = `${FOLDER}/${stamp}${number > 1 ? `-${number}` : ''}`;
		if (!(await exists(join(root, path)))) return path;
	}
}

async function listFolders(root: string): Promise<string[]> {
	if (!(await exists(join(root, FOLDER)))) return [];
	const entries = await readdir(join(root, FOLDER), { withFileTypes: true });
	return entries.filter(entry => entry.isDirectory()).map(({ name }) => name);
}
