import { access, constants, readdir, readFile, realpath, stat } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import { applyEdits, createNoteIndex, isNotePath, parseNote } from '../core/index';
import type { Diagnostic, LiveNoteIndex, NotePath, VaultEdit } from '../core/index';
import { writeAtomically } from './atomic-write.mts';
import { CliError, systemDetail } from './cli-error.mts';
import { createFile, guardWrite, isFree, isMissing } from './new-file.mts';

/** A vault on disk, read. */
export interface NodeVault {
	/** Absolute path of the folder. */
	readonly root: string;
	readonly index: LiveNoteIndex;
	/** Files that are not read as notes. */
	readonly otherFiles: readonly string[];
	/** Files that could not be read as notes. */
	readonly unreadable: readonly Diagnostic[];
	/**
	 * Applies edits one after the other and keeps the index right.
	 *
	 * @throws CliError before the first byte is written if a file is not the one that was read.
	 */
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
export async function openVault(
	folder: string,
	onProgress: ReadingProgress = () => undefined,
): Promise<NodeVault> {
	const root = resolve(folder);
	await requireFolder(root, folder);
	const { files, targets, outside } = await listFiles(root);
	const notePaths = withoutSecondNames(files, targets)
		.filter(isNotePath)
		.filter(path => !outside.includes(path));
	const unreadable = outside.filter(isNotePath).map(path => broken('note-outside-vault', path));
	const notes = [];
	for (let i = 0; i < notePaths.length; i += PARALLEL_READS) {
		const batch = notePaths.slice(i, i + PARALLEL_READS);
		for (const read of await Promise.all(batch.map(path => readNote(root, path)))) {
			if ('code' in read) unreadable.push(read);
			else notes.push(parseNote(read.path, read.text));
		}
		onProgress(Math.min(i + PARALLEL_READS, notePaths.length));
	}
	const known = new Set(notes.map(({ path }) => path));
	const otherFiles = files.filter(path => !known.has(path));
	const index = createNoteIndex(notes, otherFiles);
	const apply = async (edits: readonly VaultEdit[]): Promise<void> => {
		// Half of what belongs together, a status without its attempt, would be worse than nothing.
		for (const edit of edits) {
			await textAfter(root, index, edit);
			if (edit.kind === 'change') await requireWritable(root, edit.path);
		}
		for (const edit of edits) await applyEdit(root, index, edit);
	};
	return { root, index, otherFiles, unreadable, apply };
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

interface Listing {
	/** Paths of all files, in the order of code units. */
	readonly files: readonly string[];
	/** Path of a symbolic link → path of its file. */
	readonly targets: ReadonlyMap<string, string>;
	/** Symbolic links that lead out of the vault, or nowhere: known by name, never read. */
	readonly outside: readonly string[];
}

async function listFiles(root: string): Promise<Listing> {
	const files: string[] = [];
	const targets = new Map<string, string>();
	const outside: string[] = [];
	const pending = [''];
	for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
		const entries = await readdir(join(root, folder), { withFileTypes: true }).catch(
			(error: unknown) => {
				throw new CliError('cli.error.unreadable', {
					path: join(root, folder),
					detail: systemDetail(error),
				});
			},
		);
		for (const entry of entries) {
			if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
			const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
			const target = entry.isSymbolicLink() ? await targetInside(root, path) : undefined;
			if (target !== undefined) targets.set(path, target);
			if (entry.isDirectory()) pending.push(path);
			else if (entry.isFile() || target !== undefined) files.push(path);
			else if (entry.isSymbolicLink() && isNotePath(path)) outside.push(path);
		}
	}
	return { files: [...files, ...outside].sort(), targets, outside };
}

/** The file behind a symbolic link, as long as it lies in the vault. */
async function targetInside(root: string, path: string): Promise<string | undefined> {
	try {
		const [realRoot, target] = [await realpath(root), await realpath(join(root, path))];
		if (!target.startsWith(realRoot + sep) || !(await stat(target)).isFile()) return undefined;
		return target.slice(realRoot.length + 1).replaceAll(sep, '/');
	} catch {
		return undefined;
	}
}

/** Each file is one note: read under two names, it would be written twice and its ids would be there twice. */
function withoutSecondNames(files: readonly string[], targets: Listing['targets']): string[] {
	const taken = new Set(files.filter(path => !targets.has(path)));
	return files.filter(path => {
		const target = targets.get(path);
		if (target === undefined) return true;
		const isFirst = !taken.has(target);
		taken.add(target);
		return isFirst;
	});
}

function broken(code: Diagnostic['code'], path: NotePath, detail = ''): Diagnostic {
	return { code, severity: 'error', path, line: 1, params: { detail } };
}

async function readNote(
	root: string,
	path: NotePath,
): Promise<{ path: NotePath; text: string } | Diagnostic> {
	let bytes: Buffer;
	try {
		bytes = await readFile(join(root, path));
	} catch (error) {
		return broken('note-unreadable', path, systemDetail(error));
	}
	try {
		return { path, text: decode(bytes) };
	} catch {
		return broken('note-not-utf8', path);
	}
}

/** Strict, and keeps a byte order mark: what is read must be written back byte for byte. */
function decode(bytes: Uint8Array): string {
	return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
}

/**
 * The whole text that an edit leaves.
 *
 * @throws CliError if the file on disk is not the one that the edit was made for.
 */
async function textAfter(root: string, index: LiveNoteIndex, edit: VaultEdit): Promise<string> {
	if (edit.kind === 'create') {
		if (await isFree(root, edit.path)) return edit.text;
	} else {
		const note = index.find(edit.path);
		const current = await readFile(join(root, edit.path))
			.then(decode)
			.catch(() => undefined);
		if (note && current === note.text) return applyEdits(current, edit.edits);
	}
	throw new CliError('cli.error.changed-meanwhile', { path: edit.path });
}

/** @throws CliError if the file, or its folder, where the new file is made, may not be written. */
async function requireWritable(root: string, path: NotePath): Promise<void> {
	await guardWrite(path, async () => {
		const file = await realpath(join(root, path));
		await access(file, constants.W_OK);
		await access(dirname(file), constants.W_OK);
	});
}

async function applyEdit(root: string, index: LiveNoteIndex, edit: VaultEdit): Promise<void> {
	const text = await textAfter(root, index, edit);
	if (edit.kind === 'create') await createFile(root, edit.path, text);
	else
		await guardWrite(edit.path, async () =>
			writeAtomically(await realpath(join(root, edit.path)), text),
		);
	index.set(parseNote(edit.path, text));
}
