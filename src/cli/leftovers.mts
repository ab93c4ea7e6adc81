import { join } from 'node:path';
import type { Diagnostic } from '../core/index';
import { TEMPORARY_NAME } from './atomic-write.mts';
import { pathIn, unfinishedBackup } from './backups.mts';
import { exists } from './files.mts';
import type { VaultFolder } from './files.mts';
import { walkFolders } from './sweep.mts';
import { LOCK } from './vault-lock.mts';

/**
 * What runs left in a vault that were cut off: temporary files, and an update that nobody went on with. While another run
 * holds the lock its own files are no leftovers.
 *
 * @param isLocked true where this run holds it
 */
export async function findLeftovers(vault: VaultFolder, isLocked = false): Promise<Diagnostic[]> {
	const { root, files } = vault;
	if (!isLocked && (await exists(files, join(root, LOCK)))) return [];
	const found: Diagnostic[] = [];
	const report = (code: 'file-temporary' | 'update-unfinished', path: string): void => {
		found.push({ code, severity: 'warning', path, line: 1, params: {} });
	};
	await walkFolders(vault, (path, entry) => {
		if (entry.isFile() && TEMPORARY_NAME.test(entry.name)) report('file-temporary', path);
		return Promise.resolve();
	});
	// What cannot be read there stops nobody from checking notes.
	const backup = await unfinishedBackup(vault).catch(() => undefined);
	if (backup !== undefined) report('update-unfinished', pathIn(backup));
	return found;
}
