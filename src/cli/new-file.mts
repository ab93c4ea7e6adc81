import { dirname, resolve, sep } from 'node:path';
import { createAtomically } from './atomic-write.mts';
import { CliError, errorCode, systemDetail } from './cli-error.mts';
import { exists } from './files.mts';
import type { Files, VaultFolder } from './files.mts';

/**
 * Writes a new file; returns false and writes nothing if something stands there already.
 *
 * @throws CliError if the path leads out of the root or cannot be written.
 */
export async function createFile(vault: VaultFolder, path: string, text: string): Promise<boolean> {
	if (!(await isFree(vault, path))) return false;
	const target = resolve(vault.root, path);
	return guardWrite(path, async () => {
		await makeFolders(vault.files, dirname(target));
		return createAtomically(vault.files, target, text);
	});
}

/**
 * Makes a folder with those above it. Node's own recursive way answers ENOENT on a read-only disk, and never on /proc.
 *
 * @throws the system's error.
 */
export async function makeFolders(files: Files, folder: string): Promise<void> {
	if (await exists(files, folder)) return;
	if (dirname(folder) !== folder) await makeFolders(files, dirname(folder));
	await files.mkdir(folder).catch((error: unknown) => {
		// Somebody else may have made it meanwhile.
		if (errorCode(error) !== 'EEXIST') throw error;
	});
}

/**
 * True if a new file can be written at a path; false if something stands there already.
 *
 * @throws CliError if the path leads out of the root, or its way through something that is no folder.
 */
export async function isFree({ root, files }: VaultFolder, path: string): Promise<boolean> {
	const target = resolve(root, path);
	if (!target.startsWith(root + sep)) throw new CliError('cli.error.outside-vault', { path });
	return guardWrite(path, async () => {
		if (await exists(files, target)) return false;
		let folder = dirname(target);
		while (folder !== root && !(await exists(files, folder))) folder = dirname(folder);
		if (
			folder === root ||
			`${await files.realpath(folder)}${sep}`.startsWith((await files.realpath(root)) + sep)
		)
			return true;
		throw new CliError('cli.error.outside-vault', { path });
	});
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
