/** What is known of a file without reading it. */
export interface FileStat {
	readonly ctime: number;
	readonly mtime: number;
	readonly size: number;
}

/** A file or a folder of the store; the text of notes comes along so that a start needs one call. */
export interface StoreEntry {
	readonly path: string;
	readonly type: 'file' | 'folder';
	readonly stat: FileStat;
	readonly text?: string;
}

/** The files of the vault, which live outside the page so that they outlive it. */
export interface FileStore {
	/** Everything, hidden files too, folders before what is in them. */
	list(): Promise<StoreEntry[]>;
	stat(path: string): Promise<StoreEntry | null>;
	read(path: string): Promise<string>;
	readBase64(path: string): Promise<string>;
	write(path: string, text: string): Promise<FileStat>;
	writeBase64(path: string, base64: string): Promise<FileStat>;
	makeFolder(path: string): Promise<void>;
	rename(path: string, newPath: string): Promise<void>;
	/** Removes a file, or a folder with all that is in it. */
	remove(path: string): Promise<void>;
}

/** A change that did not come from the app, such as one that sync brings. */
export type OutsideChange =
	| { readonly kind: 'create' | 'modify'; readonly entry: StoreEntry }
	| { readonly kind: 'delete'; readonly path: string };

declare global {
	interface Window {
		readonly callStore: (name: string, args: readonly unknown[]) => Promise<StoreReply>;
	}
}

/** An error keeps its message on its way into the page. */
export type StoreReply = { readonly value: unknown } | { readonly error: string };

async function call(name: keyof FileStore, ...args: unknown[]): Promise<unknown> {
	const reply = await window.callStore(name, args);
	if ('error' in reply) throw new Error(reply.error);
	return reply.value;
}

/** The store as the page reaches it. */
export const fileStore: FileStore = {
	list: async () => (await call('list')) as StoreEntry[],
	stat: async path => (await call('stat', path)) as StoreEntry | null,
	read: async path => (await call('read', path)) as string,
	readBase64: async path => (await call('readBase64', path)) as string,
	write: async (path, text) => (await call('write', path, text)) as FileStat,
	writeBase64: async (path, base64) => (await call('writeBase64', path, base64)) as FileStat,
	makeFolder: async path => void (await call('makeFolder', path)),
	rename: async (path, newPath) => void (await call('rename', path, newPath)),
	remove: async path => void (await call('remove', path)),
};
