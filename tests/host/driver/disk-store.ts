import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { FileStat, FileStore, StoreEntry } from '../page/vault/store-bridge';
import { isNote } from './memory-store';

/** Files in a real folder, which is read and written in place. */
export class DiskStore implements FileStore {
	constructor(private readonly root: string) {}

	async list(): Promise<StoreEntry[]> {
		const names = await readdir(this.root, { recursive: true, withFileTypes: true });
		const paths = names
			.map(entry => join(entry.parentPath, entry.name).slice(this.root.length + 1))
			.map(path => path.replaceAll('\\', '/'))
			.sort();
		const entries = await Promise.all(
			paths.map(async path => {
				const entry = await this.stat(path);
				const isText = entry?.type === 'file' && isNote(path);
				return entry && isText ? { ...entry, text: await this.read(path) } : entry;
			}),
		);
		return entries.filter(entry => entry !== null);
	}

	async stat(path: string): Promise<StoreEntry | null> {
		try {
			const found = await stat(join(this.root, path));
			const type = found.isDirectory() ? 'folder' : 'file';
			const { birthtimeMs: ctime, mtimeMs: mtime, size } = found;
			return { path, type, stat: { ctime, mtime, size } };
		} catch {
			return null;
		}
	}

	read(path: string): Promise<string> {
		return readFile(join(this.root, path), 'utf8');
	}

	readBase64(path: string): Promise<string> {
		return readFile(join(this.root, path), 'base64');
	}

	write(path: string, text: string): Promise<FileStat> {
		return this.put(path, Buffer.from(text));
	}

	writeBase64(path: string, base64: string): Promise<FileStat> {
		return this.put(path, Buffer.from(base64, 'base64'));
	}

	async makeFolder(path: string): Promise<void> {
		await mkdir(join(this.root, path), { recursive: true });
	}

	rename(path: string, newPath: string): Promise<void> {
		return rename(join(this.root, path), join(this.root, newPath));
	}

	remove(path: string): Promise<void> {
		return rm(join(this.root, path), { recursive: true });
	}

	private async put(path: string, data: Buffer): Promise<FileStat> {
		const file = join(this.root, path);
		if (path.startsWith('.')) await mkdir(dirname(file), { recursive: true });
		await writeFile(file, data);
		const entry = await this.stat(path);
		if (!entry) throw new Error(`${path} is gone`);
		return entry.stat;
	}
}
