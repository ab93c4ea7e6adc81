import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../support/room-table';

/** The plugin as the build makes it, of the sources as they are now. */
export interface BuiltPlugin {
	/** File that can be required. */
	readonly file: string;
	readonly manifest: Readonly<Record<string, unknown>>;
	readonly remove: () => void;
}

/** Builds in a process of its own: esbuild refuses the TextEncoder of jsdom. */
export function buildPlugin(): BuiltPlugin {
	// Below the project, for `obsidian` is looked up from where the file stands.
	const cache = join(ROOT, 'node_modules/.cache');
	mkdirSync(cache, { recursive: true });
	const folder = mkdtempSync(join(cache, 'stackbook-plugin-'));
	const file = join(folder, 'main.js');
	const script = join(import.meta.dirname, 'write-bundle.mjs');
	execFileSync(process.execPath, [script, ROOT, file]);
	const manifest = JSON.parse(
		readFileSync(join(ROOT, 'manifest.json'), 'utf8'),
	) as BuiltPlugin['manifest'];
	return { file, manifest, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
