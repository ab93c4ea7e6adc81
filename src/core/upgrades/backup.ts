import { compareText } from '../text/compare-text';
import { hashText } from '../text/hash-text';

/** A file that a batch of writes changes, or makes. */
export interface FileChange {
	readonly path: string;
	/** Undefined for a new file. */
	readonly before: string | undefined;
	readonly after: string;
}

/** Where backups lie in a vault, each in a folder of its own; hidden, so that nothing in it is read as a note. */
export const BACKUPS_FOLDER = '.stackbook/backup';

/** Name of the record in a backup's folder. */
export const BACKUP_RECORD = 'backup.json';

/** What a backup knows of one file: exact hashes, null where there was none. */
interface BackedUpFile {
	readonly path: string;
	readonly before: string | null;
	readonly after: string;
}

/** A backup beside which the old texts lie. */
export interface Backup {
	/** Version of this record. */
	readonly backup: 1;
	readonly from: string;
	readonly to: string;
	/** `begun` until the last file is written: one that was cut off belongs to the run that went on with it. */
	readonly state: 'begun' | 'done' | 'undone';
	readonly files: readonly BackedUpFile[];
}

/** Hash of a text down to its line breaks. */
export function exactHash(text: string): string {
	return hashText(JSON.stringify(text));
}

/** The record of a backup, before its first file is written. */
export function makeBackup(from: string, to: string, changes: readonly FileChange[]): Backup {
	const files = changes.map(({ path, before, after }) => ({
		path,
		before: before === undefined ? null : exactHash(before),
		after: exactHash(after),
	}));
	return { backup: 1, from, to, state: 'begun', files };
}

/** The record as text. */
export function printBackup(backup: Backup): string {
	return `${JSON.stringify(backup, null, '\t')}\n`;
}

/** Reads a record; undefined for anything else. */
export function parseBackup(json: string): Backup | undefined {
	let value: unknown;
	try {
		value = JSON.parse(json);
	} catch {
		return undefined;
	}
	return isBackup(value) ? value : undefined;
}

/**
 * Name of a new backup's folder, such as `20261120T130401Z`: in the order of time. A second one of the same second gets a
 * number.
 *
 * @param time ISO 8601 in UTC
 */
export function nameBackup(time: string, taken: readonly string[]): string {
	const stamp = time.replace(/\.\d+/, '').replaceAll(/[-:]/g, '');
	for (let number = 1; ; number++) {
		const name = `${stamp}${number > 1 ? `-${number}` : ''}`;
		if (!taken.includes(name)) return name;
	}
}

/** Name of the backup of an update that was cut off and not taken up again. */
export function unfinishedUpdate(
	backups: readonly { readonly name: string; readonly backup: Backup }[],
): string | undefined {
	const last = [...backups].sort((a, b) => compareText(a.name, b.name)).at(-1);
	return last?.backup.state === 'begun' ? last.name : undefined;
}

function isBackup(value: unknown): value is Backup {
	if (!isObject(value) || value['backup'] !== 1 || !Array.isArray(value['files'])) return false;
	return (
		['begun', 'done', 'undone'].includes(String(value['state'])) &&
		typeof value['from'] === 'string' &&
		typeof value['to'] === 'string' &&
		value['files'].every(isFile)
	);
}

function isFile(value: unknown): boolean {
	if (!isObject(value) || typeof value['path'] !== 'string' || !isInside(value['path']))
		return false;
	const { before, after } = value;
	return (before === null || typeof before === 'string') && typeof after === 'string';
}

/** A record lies in the vault, and vaults come from anywhere: no path of it leads out. */
function isInside(path: string): boolean {
	const parts = path.split('/');
	return !/[\\:\0]/.test(path) && parts.every(part => part !== '' && part !== '.' && part !== '..');
}

function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null;
}
