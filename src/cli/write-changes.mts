import { readFile, realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { FileChange } from '../core/index';
import { writeAtomically } from './atomic-write.mts';
import { CliError } from './cli-error.mts';
import { createFile, guardWrite, isFree, isMissing } from './new-file.mts';

/**
 * Writes changes one after the other, in their order, each file old or new at any moment.
 *
 * @throws CliError before the first byte if a file is not the one that was read; later for one that cannot be written.
 */
export async function writeChanges(root: string, changes: readonly FileChange[]): Promise<void> {
	for (const change of changes) await requireUnchanged(root, change);
	for (const change of changes) {
		await requireUnchanged(root, change);
		const { path, before, after } = change;
		if (before === undefined) await createFile(root, path, after);
		else await replaceFile(root, path, after);
	}
}

/**
 * Writes a file that stands; a link to a file stays one.
 *
 * @throws CliError if the path leads out of the root, or the file cannot be written.
 */
export async function replaceFile(root: string, path: string, text: string): Promise<void> {
	await guardWrite(path, async () => {
		const target = await realpath(join(root, path));
		if (!target.startsWith((await realpath(root)) + sep))
			throw new CliError('cli.error.outside-vault', { path });
		await writeAtomically(target, text);
	});
}

/**
 * The text of a file, strictly UTF-8 with its byte order mark; undefined if it is not there.
 *
 * @throws CliError if it is no UTF-8 or cannot be read.
 */
export async function readText(root: string, path: string): Promise<string | undefined> {
	return guardWrite(path, async () => {
		try {
			const bytes = await readFile(join(root, path));
			return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
		} catch (error) {
			if (isMissing(error)) return undefined;
			throw error;
		}
	});
}

async function requireUnchanged(root: string, { path, before }: FileChange): Promise<void> {
	const isSame =
		before === undefined ? await isFree(root, path) : (await readText(root, path)) === before;
	if (!isSame) throw new CliError('cli.error.changed-meanwhile', { path });
}
