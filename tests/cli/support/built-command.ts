import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../support/room-table';
import { makeFolder } from './temporary-folder';

/** What goes into dist/stackbook.mjs. */
const SOURCES = ['src', 'vault-template', 'scripts', 'manifest.json', 'package-lock.json'];

/**
 * The program as it ships, in a folder where nothing else is: it has to run on its own, for any user of the machine.
 * Builds only if there is no build or an older one than its sources.
 */
export function copyBuiltCommand(): string {
	const built = join(ROOT, 'dist/stackbook.mjs');
	const isStale = !existsSync(built) || timeOf(SOURCES) > statSync(built).mtimeMs;
	if (isStale) execFileSync(process.execPath, [join(ROOT, 'scripts/build.mjs')]);
	const folder = makeFolder();
	chmodSync(folder, 0o755);
	const program = join(folder, 'stackbook.mjs');
	copyFileSync(built, program);
	return program;
}

/** When the newest file below these paths was changed. */
function timeOf(paths: readonly string[]): number {
	const times = paths.map(path => {
		const file = join(ROOT, path);
		const stats = statSync(file);
		if (!stats.isDirectory()) return stats.mtimeMs;
		return timeOf(readdirSync(file).map(name => `${path}/${name}`));
	});
	return Math.max(0, ...times);
}
