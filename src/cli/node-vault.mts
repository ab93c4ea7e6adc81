import { mkdir, readdir, readFile, realpath, stat } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import { applyEdits, createNoteIndex, isNotePath, parseNote } from '../core/index';
import type { Diagnostic, LiveNoteIndex, NotePath, VaultEdit } from '../core/index';
import { writeAtomically } from './atomic-write.mts';
import { CliError, errorCode, systemDetail } from './cli-error.mts';

/** A vault on disk, read. */
export interface NodeVault {
	/** Absolute path of the folder. */
	readonly root: string;
	readonly index: LiveNoteIndex;
	/** Files that could not be read as notes. */
	readonly unreadable: readonly Diagnostic[];
	/** Applies edits one after the other and keeps the index right. */
	apply(edits: readonly VaultEdit[]): Promise<void>;
}

/** Told how many notes were read so far. */
export type ReadingProgress = (count: number) => void;

/** Notes read at the same time: enough to keep a disk busy, far below any limit of open files. */
const PARALLEL_READS = 64;

/**
 * Reads all notes of a folder. Hidden folders and `node_modules` are left out, links to folders are not followed.
 *
 * @throws CliError if the folder does not exist or cannot be listed.
 */
export async function openVault(folder: string, onProgress: ReadingProgress = () => undefined): Promise<NodeVault> {
	const root = resolve(folder);
	await requireFolder(root, folder);
	const files = await listFiles(root);
	const notePaths = files.filter(isNotePath);
	const unreadable: Diagnostic[] = [];
	const notes = [];
	for (let i = 0; i < notePaths.length; i += PARALLEL_READS) {
		const batch = notePaths.slice(i, i + PARALLEL_READS);
		for (const read of await Promise.all(batch.map((path) => readNote(root, path)))) {
			if ('code' in read) unreadable.push(read);
			else notes.push(parseNote(read.path, read.text));
		}
		onProgress(Math.min(i + PARALLEL_READS, notePaths.length));
	}
	const known = new Set(notes.map(({ path }) => path));
	const index = createNoteIndex(notes, files.filter((path) => !known.has(path)));
	const apply = async (edits: readonly VaultEdit[]): Promise<void> => {
		for (const edit of edits) await applyEdit(root, index, edit);
	};
	return { root, index, unreadable, apply };
}

async function requireFolder(root: string, name: string): Promise<void> {
	try {
		if ((await stat(root)).isDirectory()) return;
	} catch (error) {
		if (isMissing(error)) throw new CliError('cli.error.no-vault', { path: name });
		throw new CliError('cli.error.unreadable', { path: name, detail: systemDetail(error) });
	}
	throw new CliError('cli.error.vault-not-folder', { path: name });
}

async function listFiles(root: string): Promise<string[]> {
	const files: string[] = [];
	const pending = [''];
	for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
		const entries = await readdir(join(root, folder), { withFileTypes: true }).catch((error: unknown) => {
			throw new CliError('cli.error.unreadable', { path: join(root, folder), detail: systemDetail(error) });
		});
		for (const entry of entries) {
			if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
			const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
			if (entry.isDirectory()) pending.push(path);
			else if (entry.isFile() || (entry.isSymbolicLink() && (await isFileInside(root, path)))) files.push(path);
		}
	}
	return files.sort();
}

/** A symbolic link counts as its file as long as that lies in the vault. */
async function isFileInside(root: string, path: string): Promise<boolean> {
	try {
		const target = await realpath(join(root, path));
		return target.startsWith((await realpath(root)) + sep) && (await stat(target)).isFile();
	} catch {
		return false;
	}
}

async function readNote(root: string, path: NotePath): Promise<{ path: NotePath; text: string } | Diagnostic> {
	const broken = (code: Diagnostic['code'], detail: string): Diagnostic => ({
		code,
		severity: 'error',
		path,
		line: 1,
		params: { detail },
	});
	let bytes: Buffer;
	try {
		bytes = await readFile(join(root, path));
	} catch (error) {
		return broken('note-unreadable', systemDetail(error));
	}
	try {
		return { path, text: decode(bytes) };
	} catch {
		return broken('note-not-utf8', '');
	}
}

/** Strict, and keeps a byte order mark: what is read must be written back byte for byte. */
function decode(bytes: Uint8Array): string {
	return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
}

async function applyEdit(root: string, index: LiveNoteIndex, edit: VaultEdit): Promise<void> {
	if (edit.kind === 'create') {
		const isNew = await createFile(root, edit.path, edit.text);
		if (!isNew) throw new CliError('cli.error.changed-meanwhile', { path: edit.path });
		index.set(parseNote(edit.path, edit.text));
		return;
	}
	const note = index.find(edit.path);
	const path = join(root, edit.path);
	const current = await readFile(path).then(decode).catch(() => undefined);
	if (!note || current !== note.text) throw new CliError('cli.error.changed-meanwhile', { path: edit.path });
	const text = applyEdits(current, edit.edits);
	await guardWrite(edit.path, async () => writeAtomically(await realpath(path), text));
	index.set(parseNote(edit.path, text));
}

/**
 * Writes a new file; returns false and writes nothing if something stands there already.
 *
 * @throws CliError if the path leads out of the root or cannot be written.
 */
export async function createFile(root: string, path: string, text: string): Promise<boolean> {
	const target = resolve(root, path);
	if (!target.startsWith(root + sep)) throw new CliError('cli.error.outside-vault', { path });
	return guardWrite(path, async () => {
		if (await exists(target)) return false;
		await mkdir(dirname(target), { recursive: true });
		const folder = await realpath(dirname(target));
		if (!`${folder}${sep}`.startsWith((await realpath(root)) + sep)) {
			throw new CliError('cli.error.outside-vault', { path });
		}
		await writeAtomically(target, text);
		return true;
	});
}

/** True if a path is taken, also by a broken link. */
export async function exists(path: string): Promise<boolean> {
	try {
		await stat(path);
		return true;
	} catch (error) {
		if (isMissing(error)) return false;
		throw error;
	}
}

async function guardWrite<T>(path: string, write: () => Promise<T>): Promise<T> {
	try {
		return await write();
	} catch (error) {
		if (error instanceof CliError) throw error;
		throw new CliError('cli.error.unwritable', { path, detail: systemDetail(error) }, [], { cause: error });
	}
}

function isMissing(error: unknown): boolean {
	return errorCode(error) === 'ENOENT';
}
