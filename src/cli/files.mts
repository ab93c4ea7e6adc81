import {
	access,
	link,
	lstat,
	mkdir,
	open,
	readdir,
	readFile,
	realpath,
	rename,
	rmdir,
	stat,
	unlink,
} from 'node:fs/promises';
import type { Dirent, Stats } from 'node:fs';
import { errorCode } from './cli-error.mts';

/**
 * All that the command line asks of a disk, and the only way there: tests make each of these operations fail in turn.
 * Every one is a single call of the system, so that nothing between two of them escapes them.
 */
export interface Files {
	readonly access: (path: string, mode: number) => Promise<void>;
	readonly lstat: (path: string) => Promise<Stats>;
	readonly stat: (path: string) => Promise<Stats>;
	readonly realpath: (path: string) => Promise<string>;
	readonly readdir: (folder: string) => Promise<readonly Dirent[]>;
	readonly readFile: (path: string) => Promise<Buffer>;
	readonly mkdir: (folder: string) => Promise<void>;
	/** Takes an empty folder away. */
	readonly rmdir: (folder: string) => Promise<void>;
	/** Gives a file a second name; fails if that name is taken. */
	readonly link: (path: string, second: string) => Promise<void>;
	/** Puts a file in the place of what has that name. */
	readonly rename: (from: string, to: string) => Promise<void>;
	readonly unlink: (path: string) => Promise<void>;
	/** Makes a file and opens it; fails if something stands there. */
	readonly create: (path: string, mode: number) => Promise<OpenFile>;
	/** Opens a file or a folder to read. */
	readonly open: (path: string) => Promise<OpenFile>;
}

/** An open file. */
export interface OpenFile {
	/** Writes at the end, and perhaps not all of it; the answer is how many bytes. */
	readonly write: (bytes: Uint8Array) => Promise<number>;
	readonly stat: () => Promise<Stats>;
	readonly chown: (uid: number, gid: number) => Promise<void>;
	readonly chmod: (mode: number) => Promise<void>;
	readonly sync: () => Promise<void>;
	readonly close: () => Promise<void>;
}

/** Asks `access` whether a file may be written; the same number on every system. */
export const MAY_WRITE = 2;

/** The disk of this machine. */
export const diskFiles: Files = {
	access,
	lstat: path => lstat(path),
	stat: path => stat(path),
	realpath: path => realpath(path),
	readdir: folder => readdir(folder, { withFileTypes: true }),
	readFile: path => readFile(path),
	mkdir: folder => mkdir(folder),
	rmdir: folder => rmdir(folder),
	link,
	rename,
	unlink,
	create: (path, mode) => openFile(path, 'wx', mode),
	open: path => openFile(path, 'r'),
};

async function openFile(path: string, flags: string, mode?: number): Promise<OpenFile> {
	const handle = await open(path, flags, mode);
	return {
		write: async bytes => (await handle.write(bytes)).bytesWritten,
		stat: () => handle.stat(),
		chown: (uid, gid) => handle.chown(uid, gid),
		chmod: mode => handle.chmod(mode),
		sync: () => handle.sync(),
		close: () => handle.close(),
	};
}

/** A folder on a disk, below which paths of notes are meant. */
export interface VaultFolder {
	/** Absolute path. */
	readonly root: string;
	readonly files: Files;
}

/** True if a path is taken, also by a broken link. */
export async function exists(files: Files, path: string): Promise<boolean> {
	try {
		await files.lstat(path);
		return true;
	} catch (error) {
		if (isMissing(error)) return false;
		throw error;
	}
}

/** True for the system's word that there is no such file. */
export function isMissing(error: unknown): boolean {
	return errorCode(error) === 'ENOENT';
}
