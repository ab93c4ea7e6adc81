import { createHash } from 'node:crypto';
import {
	cpSync,
	lstatSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	readlinkSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const FIXTURES = join(import.meta.dirname, '../../fixtures/vaults');

const made = new Set<string>();

/** A new folder that holds these files, path → content. */
export function makeFolder(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
	const folder = mkdtempSync(join(tmpdir(), 'stackbook-'));
	made.add(folder);
	for (const [path, content] of Object.entries(files)) {
		mkdirSync(dirname(join(folder, path)), { recursive: true });
		writeFileSync(join(folder, path), content);
	}
	return folder;
}

/** A new folder with a copy of a fixture vault. */
export function copyFixture(name: string): string {
	const folder = makeFolder();
	cpSync(join(FIXTURES, name), folder, { recursive: true });
	return folder;
}

export function removeFolder(folder: string): void {
	rmSync(folder, { recursive: true, force: true });
	made.delete(folder);
}

/** Takes away every folder that a test made. */
export function removeFolders(): void {
	for (const folder of made) removeFolder(folder);
}

/**
 * Path → mode, time of the last change and hash of all that is in a folder: two are equal if not a byte was written.
 * The time of a folder tells that a file was made in it, even one that is gone again.
 */
export function takeSnapshot(folder: string): Record<string, string> {
	const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
	return Object.fromEntries(paths.map(path => [path, describeEntry(join(folder, path))]));
}

function describeEntry(path: string): string {
	const stats = lstatSync(path, { bigint: true });
	const about = `${(stats.mode & 0o7777n).toString(8)} ${stats.mtimeNs}`;
	if (stats.isSymbolicLink()) return `${about} -> ${readlinkSync(path)}`;
	if (!stats.isFile()) return about;
	return `${about} ${createHash('sha256').update(readFileSync(path)).digest('hex')}`;
}

/** The files below a folder, also hidden ones, as paths from there in the order of code units. */
export function listTree(folder: string): string[] {
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter(entry => !entry.isDirectory())
		.map(entry => join(entry.parentPath, entry.name).slice(folder.length + 1))
		.sort();
}
