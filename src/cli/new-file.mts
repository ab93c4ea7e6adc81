import { lstat, mkdir, realpath } from 'node:fs/promises';
import { dirname, resolve, sep } from 'node:path';
import { writeAtomically } from './atomic-write.mts';
import { CliError, errorCode, systemDetail } from './cli-error.mts';

/**
 * Writes a new file; returns false and writes nothing if something stands there already.
 *
 * @throws CliError if the path leads out of the root or cannot be written.
 */
export async function createFile(root: string, path: string, text: string): Promise<boolean> {
	if (!(await isFree(root, path))) return false;
	const target = resolve(root, path);
	return guardWrite(path, async () => {
		await makeFolders(dirname(target));
		await writeAtomically(target, text);
		return true;
	});
}

/**
 * Makes a folder with those above it. Node's own recursive way answers ENOENT on a read-only disk, and never on /proc.
 *
 * @throws the system's error.
 */
export async function makeFolders(folder: string): Promise<void> {
	if (await exists(folder)) return;
	if (dirname(folder) !== folder) await makeFolders(dirname(folder));
	await mkdir(folder).catch((error: unknown) => {
		// Somebody else may have made it meanwhile.
		if (errorCode(error) !== 'EEXIST') throw error;
	});
}

/**
 * True if a new file can be written at a path; false if something stands there already.
 *
 * @throws CliError if the path leads out of the root, or its way through something that is no folder.
 */
export async function isFree(root: string, path: string): Promise<boolean> {
	const target = resolve(root, path);
	if (!target.startsWith(root + sep)) throw new CliError('cli.error.outside-vault', { path });
	return guardWrite(path, async () => {
		if (await exists(target)) return false;
		let folder = dirname(target);
		while (folder !== root && !(await exists(folder))) folder = dirname(folder);
		if (
			folder === root ||
			`${await realpath(folder)}${sep}`.startsWith((await realpath(root)) + sep)
		)
			return true;
		throw new CliError('cli.error.outside-vault', { path });
	});
}

/** True if a path is taken, also by a broken link. */
export async function exists(path: string): Promise<boolean> {
	try {
		await lstat(path);
		return true;
	} catch (error) {
		if (isMissing(error)) return false;
		throw error;
	}
}

/**
 * Runs a write.
 *
 * @throws CliError that names the path and what the system said.
 */
export async function guardWrite<T>(path: string, write: () => Promise<T>): Promise<T> {
	try {
		return await write();
	} catch (error) {
		if (error instanceof CliError) throw error;
		throw new CliError('cli.error.unwritable', { path, detail: systemDetail(error) }, [], {
			cause: error,
		});
	}
}

/** True for the system's word that there is no such file. */
export function isMissing(error: unknown): boolean {
	return errorCode(error) === 'ENOENT';
}
