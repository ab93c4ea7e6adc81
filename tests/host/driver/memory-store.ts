import type { FileStat, FileStore, StoreEntry } from '../page/vault/store-bridge';

interface Kept {
	readonly data: Buffer;
	readonly ctime: number;
	readonly mtime: number;
}

/** Says why, in the words of Node. */
function missing(what: string, path: string): Error {
	return new Error(`ENOENT: no such file or directory, ${what} '${path}'`);
}

/** True for files that come along as text with a list. */
export function isNote(path: string): boolean {
	return path.endsWith('.md');
}

/** Files that live as long as the host. */
export class MemoryStore implements FileStore {
	private readonly files = new Map<string, Kept>();
	private readonly folders = new Set<string>();

	constructor(
		files: Readonly<Record<string, string>>,
		private readonly now: () => number,
	) {
		for (const [path, text] of Object.entries(files)) {
			this.addFolders(path);
			this.put(path, Buffer.from(text));
		}
	}

	async list(): Promise<StoreEntry[]> {
		const paths = [...this.folders, ...this.files.keys()].sort();
		return Promise.resolve(
			paths.flatMap(path => this.entryOf(path) ?? []).map(entry => this.withText(entry)),
		);
	}

	async stat(path: string): Promise<StoreEntry | null> {
		return Promise.resolve(this.entryOf(path));
	}

	async read(path: string): Promise<string> {
		return Promise.resolve(this.get(path).toString('utf8'));
	}

	async readBase64(path: string): Promise<string> {
		return Promise.resolve(this.get(path).toString('base64'));
	}

	async write(path: string, text: string): Promise<FileStat> {
		return Promise.resolve(this.put(path, Buffer.from(text)));
	}

	async writeBase64(path: string, base64: string): Promise<FileStat> {
		return Promise.resolve(this.put(path, Buffer.from(base64, 'base64')));
	}

	async makeFolder(path: string): Promise<void> {
		this.addFolders(`${path}/`);
		return Promise.resolve();
	}

	async rename(path: string, newPath: string): Promise<void> {
		if (!this.entryOf(path)) throw missing('rename', path);
		const moved = (one: string): string | undefined =>
			one === path || one.startsWith(`${path}/`) ? newPath + one.slice(path.length) : undefined;
		for (const [one, kept] of [...this.files]) {
			const target = moved(one);
			if (target === undefined) continue;
			this.files.delete(one);
			this.files.set(target, kept);
		}
		for (const one of [...this.folders]) {
			const target = moved(one);
			if (target !== undefined && this.folders.delete(one)) this.folders.add(target);
		}
		return Promise.resolve();
	}

	async remove(path: string): Promise<void> {
		if (!this.entryOf(path)) throw missing('unlink', path);
		const isInside = (one: string): boolean => one === path || one.startsWith(`${path}/`);
		for (const one of [...this.files.keys()]) if (isInside(one)) this.files.delete(one);
		for (const one of [...this.folders]) if (isInside(one)) this.folders.delete(one);
		return Promise.resolve();
	}

	private entryOf(path: string): StoreEntry | null {
		const kept = this.files.get(path);
		if (kept) return { path, type: 'file', stat: statOf(kept) };
		if (!this.folders.has(path)) return null;
		return { path, type: 'folder', stat: { ctime: 0, mtime: 0, size: 0 } };
	}

	private withText(entry: StoreEntry): StoreEntry {
		const { path, type } = entry;
		if (type === 'folder' || !isNote(path)) return entry;
		return { ...entry, text: this.get(path).toString('utf8') };
	}

	private get(path: string): Buffer {
		const kept = this.files.get(path);
		if (!kept) throw missing('open', path);
		return kept.data;
	}

	private put(path: string, data: Buffer): FileStat {
		const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
		// The folders of the app itself are there.
		if (folder.startsWith('.')) this.addFolders(path);
		if (folder !== '' && !this.folders.has(folder)) throw missing('open', path);
		const mtime = this.now();
		const kept = { data, mtime, ctime: this.files.get(path)?.ctime ?? mtime };
		this.files.set(path, kept);
		return statOf(kept);
	}

	private addFolders(path: string): void {
		for (let i = path.indexOf('/'); i >= 0; i = path.indexOf('/', i + 1)) {
			this.folders.add(path.slice(0, i));
		}
	}
}

function statOf({ data, ctime, mtime }: Kept): FileStat {
	return { ctime, mtime, size: data.length };
}
