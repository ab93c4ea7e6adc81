import { hashText } from '../text/hash-text';

/** A file that a batch of writes changes, or makes. */
export interface FileChange {
	readonly path: string;
	/** Undefined for a new file. */
	readonly before: string | undefined;
	readonly after: string;
}

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

/** What an undo does to each file. */
export interface RestorePlan {
	readonly restore: readonly string[];
	/** New files that nobody changed since. */
	readonly remove: readonly string[];
	/** Files that were changed since, or are gone: left as they are. */
	readonly left: readonly string[];
}

/** Hash of a text down to its line breaks. */
function exactHash(text: string): string {
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

/** True if a text is the one that a backup has kept of a file. */
export function isBackedUp({ files }: Backup, path: string, text: string): boolean {
	return files.some(file => file.path === path && file.before === exactHash(text));
}

/** Plans an undo: only a file that is still as the batch left it goes back to what it was. */
export function planRestore(
	{ files }: Backup,
	textOf: (path: string) => string | undefined,
): RestorePlan {
	const plan = { restore: [] as string[], remove: [] as string[], left: [] as string[] };
	for (const { path, before, after } of files) {
		const text = textOf(path);
		const hash = text === undefined ? null : exactHash(text);
		// A batch that was cut off did not come to all of them.
		if (hash === before) continue;
		if (hash !== after) plan.left.push(path);
		else if (before === null) plan.remove.push(path);
		else plan.restore.push(path);
	}
	return plan;
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
