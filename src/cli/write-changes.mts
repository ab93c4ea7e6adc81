import { join, sep } from 'node:path';
import type { FileChange, FileReturn } from '../core/index';
import { removeAtomically } from './atomic-write.mts';
import { CliError } from './cli-error.mts';
import { isMissing } from './files.mts';
import type { VaultFolder } from './files.mts';
import type { Interrupts } from './interrupts.mts';
import { createFile, guardWrite, isFree } from './new-file.mts';
import { replaceFile } from './node-vault.mts';

/**
 * Writes changes one after the other, in their order, each file old or new at any moment.
 *
 * @throws CliError before the first byte if a file is not the one that was read; later for one that cannot be written.
 */
export async function writeChanges(
	vault: VaultFolder,
	changes: readonly (FileChange | FileReturn)[],
	interrupts: Interrupts,
): Promise<void> {
	for (const { path, before } of changes) {
		const isSame =
			before === undefined ? await isFree(vault, path) : (await readText(vault, path)) === before;
		if (!isSame) throw changedMeanwhile(path);
	}
	for (const change of changes) {
		interrupts.check();
		if (!(await writeChange(vault, change))) throw changedMeanwhile(change.path);
	}
}

async function writeChange(
	vault: VaultFolder,
	{ path, before, after }: FileChange | FileReturn,
): Promise<boolean> {
	if (before !== undefined) await requireInside(vault, path);
	if (after === undefined) {
		const target = join(vault.root, path);
		return guardWrite(path, () => removeAtomically(vault.files, target, before ?? ''));
	}
	return before === undefined
		? createFile(vault, path, after)
		: replaceFile(vault, path, { before, after });
}

/** Since it was read, a link may have taken the place of a folder. */
async function requireInside({ root, files }: VaultFolder, path: string): Promise<void> {
	await guardWrite(path, async () => {
		const target = await files.realpath(join(root, path));
		if (target.startsWith((await files.realpath(root)) + sep)) return;
		throw new CliError('cli.error.outside-vault', { path });
	});
}

/**
 * The text of a file, strictly UTF-8 with its byte order mark; undefined if it is not there.
 *
 * @throws CliError if it is no UTF-8 or cannot be read.
 */
export async function readText(
	{ root, files }: VaultFolder,
	path: string,
): Promise<string | undefined> {
	return guardWrite(path, async () => {
		try {
			const bytes = await files.readFile(join(root, path));
			return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
		} catch (error) {
			if (isMissing(error)) return undefined;
			throw error;
		}
	});
}

function changedMeanwhile(path: string): CliError {
	return new CliError('cli.error.changed-meanwhile', { path });
}
