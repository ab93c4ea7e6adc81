import { arrayBufferToBase64, base64ToArrayBuffer } from '../base/bytes';
import { folderOf, normalizePath } from '../base/paths';
import { fileStore } from './store-bridge';
import type { FileStat, OutsideChange, StoreEntry } from './store-bridge';

/** Hears of every change that goes through the adapter, before whoever asked for it does. */
export type OnChange = (change: OutsideChange | RenameChange) => void;

/** A file with another path. */
export interface RenameChange {
	readonly kind: 'rename';
	readonly path: string;
	readonly newPath: string;
}

/** Reads and writes the store; one change at a time. */
export class DataAdapter {
	private last: Promise<unknown> = Promise.resolve();

	constructor(
		private readonly name: string,
		private readonly onChange: OnChange,
	) {}

	getName(): string {
		return this.name;
	}

	async exists(path: string): Promise<boolean> {
		return (await fileStore.stat(normalizePath(path))) !== null;
	}

	async stat(path: string): Promise<(FileStat & { type: 'file' | 'folder' }) | null> {
		const entry = await fileStore.stat(normalizePath(path));
		return entry && { type: entry.type, ...entry.stat };
	}

	async list(path: string): Promise<{ files: string[]; folders: string[] }> {
		const folder = normalizePath(path);
		const inside = (await fileStore.list()).filter(
			entry => folderOf(entry.path) === (folder === '/' ? '' : folder),
		);
		const pathsOf = (type: StoreEntry['type']): string[] =>
			inside.filter(entry => entry.type === type).map(entry => entry.path);
		return { files: pathsOf('file'), folders: pathsOf('folder') };
	}

	read(path: string): Promise<string> {
		return fileStore.read(normalizePath(path));
	}

	async readBinary(path: string): Promise<ArrayBuffer> {
		return base64ToArrayBuffer(await fileStore.readBase64(normalizePath(path)));
	}

	write(path: string, text: string): Promise<void> {
		return this.inTurn(() => this.writeNow(path, text));
	}

	writeBinary(path: string, data: ArrayBuffer): Promise<void> {
		return this.inTurn(() => this.writeBytesNow(path, data));
	}

	append(path: string, text: string): Promise<void> {
		return this.inTurn(async () => {
			const before = (await fileStore.stat(normalizePath(path))) ? await this.read(path) : '';
			await this.writeNow(path, before + text);
		});
	}

	appendBinary(path: string, data: ArrayBuffer): Promise<void> {
		return this.inTurn(async () => {
			const before = await this.readBinary(path);
			const whole = await new Blob([before, data]).arrayBuffer();
			await this.writeBytesNow(path, whole);
		});
	}

	/** Reads, changes and writes with nothing in between; equal text is not written. */
	process(path: string, change: (text: string) => string): Promise<string> {
		return this.inTurn(async () => {
			const before = await this.read(path);
			const after = change(before);
			if (after !== before) await this.writeNow(path, after);
			return after;
		});
	}

	getResourcePath(path: string): string {
		return `/vault/${normalizePath(path).split('/').map(encodeURIComponent).join('/')}`;
	}

	mkdir(path: string): Promise<void> {
		return this.inTurn(async () => {
			await fileStore.makeFolder(normalizePath(path));
			const entry = await fileStore.stat(normalizePath(path));
			if (entry) this.onChange({ kind: 'create', entry });
		});
	}

	/** There is no trash of a system here. */
	trashSystem(): Promise<boolean> {
		return Promise.resolve(false);
	}

	async trashLocal(path: string): Promise<void> {
		const plain = normalizePath(path);
		const name = plain.slice(plain.lastIndexOf('/') + 1);
		let target = `.trash/${name}`;
		for (let i = 2; await this.exists(target); i++) target = `.trash/${i} ${name}`;
		await this.inTurn(async () => {
			await fileStore.makeFolder('.trash');
			await fileStore.rename(plain, target);
			this.onChange({ kind: 'delete', path: plain });
		});
	}

	async rmdir(path: string, recursive: boolean): Promise<void> {
		const { files, folders } = await this.list(path);
		if (!recursive && files.length + folders.length > 0) {
			throw new Error(`ENOTEMPTY: directory not empty, rmdir '${path}'`);
		}
		await this.remove(path);
	}

	remove(path: string): Promise<void> {
		const plain = normalizePath(path);
		return this.inTurn(async () => {
			await fileStore.remove(plain);
			this.onChange({ kind: 'delete', path: plain });
		});
	}

	rename(path: string, newPath: string): Promise<void> {
		const [from, to] = [normalizePath(path), normalizePath(newPath)];
		return this.inTurn(async () => {
			if (await this.exists(to)) throw new Error('Destination file already exists!');
			await fileStore.rename(from, to);
			this.onChange({ kind: 'rename', path: from, newPath: to });
		});
	}

	async copy(path: string, newPath: string): Promise<void> {
		await this.writeBinary(newPath, await this.readBinary(path));
	}

	private async writeNow(path: string, text: string): Promise<void> {
		const plain = normalizePath(path);
		const kind = (await fileStore.stat(plain)) ? 'modify' : 'create';
		const stat = await fileStore.write(plain, text);
		this.onChange({ kind, entry: { path: plain, type: 'file', stat, text } });
	}

	private async writeBytesNow(path: string, data: ArrayBuffer): Promise<void> {
		const plain = normalizePath(path);
		const kind = (await fileStore.stat(plain)) ? 'modify' : 'create';
		const stat = await fileStore.writeBase64(plain, arrayBufferToBase64(data));
		this.onChange({ kind, entry: { path: plain, type: 'file', stat } });
	}

	private inTurn<T>(work: () => Promise<T>): Promise<T> {
		const next = this.last.catch(() => undefined).then(work);
		this.last = next;
		return next;
	}
}
