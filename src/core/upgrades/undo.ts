import { compareText } from '../text/compare-text';
import { exactHash } from './backup';
import type { Backup } from './backup';

/** A backup, and what lies beside its record. */
export interface StoredBackup {
	/** Name of its folder. */
	readonly name: string;
	readonly backup: Backup;
	/** The old text of a file; undefined if it is gone. */
	readonly keptText: (path: string) => string | undefined;
}

/** A file that an undo brings back, or takes away. */
export interface FileReturn {
	readonly path: string;
	readonly before: string;
	/** Undefined for a file that the update made. */
	readonly after: string | undefined;
}

/** What an undo does. */
export interface UpdateUndo {
	readonly returns: readonly FileReturn[];
	/** Files that were changed since, or are gone, or whose old text is not what was kept: left as they are. */
	readonly left: readonly string[];
}

/**
 * The backups that one undo takes back, newest first: the last that is not undone, and those of runs before it that were
 * cut off, which it went on with.
 */
export function selectToUndo<T extends Pick<StoredBackup, 'name' | 'backup'>>(
	backups: readonly T[],
): T[] {
	const wanted: T[] = [];
	for (const one of [...backups].sort((a, b) => compareText(b.name, a.name))) {
		if (one.backup.state === 'undone') continue;
		if (wanted.length > 0 && one.backup.state !== 'begun') break;
		wanted.push(one);
	}
	return wanted;
}

/** Plans to take updates back, newest first: only a file that is still as they left it goes back to what it was. */
export function planUpdateUndo(
	backups: readonly StoredBackup[],
	textOf: (path: string) => string | undefined,
): UpdateUndo {
	const paths = new Set(backups.flatMap(({ backup }) => backup.files.map(({ path }) => path)));
	const returns: FileReturn[] = [];
	const left: string[] = [];
	for (const path of paths) {
		const before = textOf(path);
		const reached = goBack(backups, path, before);
		if (!reached) left.push(path);
		else if (before !== undefined && reached.text !== before)
			returns.push({ path, before, after: reached.text });
	}
	return { returns, left };
}

/** What a file was before all of the backups; undefined if it is none of the texts on that way. */
function goBack(
	backups: readonly StoredBackup[],
	path: string,
	now: string | undefined,
): { readonly text: string | undefined } | undefined {
	const steps = backups.flatMap(({ backup, keptText }) =>
		backup.files.filter(file => file.path === path).map(file => ({ ...file, keptText })),
	);
	let text = now;
	for (const [i, { before, after, keptText }] of steps.entries()) {
		const hash = hashOf(text);
		if (hash === after) {
			text = before === null ? undefined : keptText(path);
			if (hashOf(text) !== before) return undefined;
			continue;
		}
		// A batch that was cut off did not come to it, or an undo that was cut off did.
		if (![before, ...steps.slice(i + 1).map(older => older.before)].includes(hash))
			return undefined;
	}
	return { text };
}

function hashOf(text: string | undefined): string | null {
	return text === undefined ? null : exactHash(text);
}
