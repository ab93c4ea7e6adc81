import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT } from '../../support/room-table';

/** The plugin as the build makes it, of the sources as they are now. */
export interface BuiltPlugin {
	/** File that exports the plugin's main.js as a function of what every CommonJS module gets. */
	readonly file: string;
	readonly manifest: Readonly<Record<string, unknown>>;
	readonly remove: () => void;
}

/** What the bundle is made from. */
const SOURCES = ['src', 'vault-template', 'scripts'];

/**
 * Builds in a process of its own: esbuild refuses the TextEncoder of jsdom. Jest loads modules anew for each test file:
 * what one of them has built, the others take over.
 */
export function buildPlugin(): BuiltPlugin {
	// Below the project, for `obsidian` is looked up from where the file stands.
	const file = join(ROOT, 'node_modules/.cache/built-plugin', hashOfSources(), 'main-function.js');
	if (!existsSync(file)) {
		mkdirSync(dirname(file), { recursive: true });
		// Put in place as a whole: another process may look for it at this moment.
		const part = `${file}.${process.pid}`;
		execFileSync(process.execPath, [join(import.meta.dirname, 'write-bundle.mjs'), ROOT, part]);
		renameSync(part, file);
	}
	const manifest = JSON.parse(
		readFileSync(join(ROOT, 'manifest.json'), 'utf8'),
	) as BuiltPlugin['manifest'];
	return { file, manifest, remove: () => undefined };
}

function hashOfSources(): string {
	const hash = createHash('sha256');
	for (const folder of SOURCES) {
		const entries = readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true });
		const files = entries.filter(entry => entry.isFile());
		for (const path of files.map(({ parentPath, name }) => join(parentPath, name)).sort()) {
			hash.update(`${path}\0`).update(readFileSync(path));
		}
	}
	return hash.update(readFileSync(join(ROOT, 'package-lock.json'))).digest('hex');
}
