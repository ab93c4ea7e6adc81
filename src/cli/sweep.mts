import { join } from 'node:path';
import { TEMPORARY_NAME } from './atomic-write.mts';
import type { Files, VaultFolder } from './files.mts';

/** Where nothing of ours is ever written. */
const FOREIGN = ['.git', 'node_modules'];

type Entry = Awaited<ReturnType<Files['readdir']>>[number];

/** Looks at everything below a vault, hidden folders too. What cannot be listed is passed over: it stops nobody. */
export async function walkFolders(
	{ root, files }: VaultFolder,
	look: (path: string, entry: Entry) => Promise<void>,
): Promise<void> {
	const pending = [''];
	for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
		for (const entry of await files.readdir(join(root, folder)).catch(() => [])) {
			const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
			if (entry.isDirectory() && !FOREIGN.includes(entry.name)) pending.push(path);
			await look(path, entry);
		}
	}
}

/**
 * Takes away the temporary files that killed runs left below a vault, as long as they are older than `before`
 * (milliseconds since 1970). What cannot be looked at stays: it stops nobody.
 */
export async function sweepTemporaries(vault: VaultFolder, before: number): Promise<void> {
	const { root, files } = vault;
	await walkFolders(vault, async (relative, entry) => {
		const path = join(root, relative);
		if (!entry.isFile() || !TEMPORARY_NAME.test(entry.name)) return;
		await files
			.lstat(path)
			.then(async ({ mtimeMs }) => (mtimeMs < before ? files.unlink(path) : undefined))
			.catch(() => undefined);
	});
}
