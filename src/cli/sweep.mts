import { join } from 'node:path';
import { TEMPORARY_NAME } from './atomic-write.mts';
import type { VaultFolder } from './files.mts';

/** Where nothing of ours is ever written. */
const FOREIGN = ['.git', 'node_modules'];

/**
 * Takes away the temporary files that killed runs left below a vault, as long as they are older than `before`
 * (milliseconds since 1970). What cannot be looked at stays: it stops nobody.
 */
export async function sweepTemporaries(
	{ root, files }: VaultFolder,
	before: number,
): Promise<void> {
	const pending = [root];
	for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
		for (const entry of await files.readdir(folder).catch(() => [])) {
			const path = join(folder, entry.name);
			if (entry.isDirectory() && !FOREIGN.includes(entry.name)) pending.push(path);
			if (!entry.isFile() || !TEMPORARY_NAME.test(entry.name)) continue;
			await files
				.lstat(path)
				.then(async ({ mtimeMs }) => (mtimeMs < before ? files.unlink(path) : undefined))
				.catch(() => undefined);
		}
	}
}
