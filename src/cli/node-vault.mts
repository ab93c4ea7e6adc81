import { dirname, join, resolve, sep } from 'node:path';
import { applyEdits, createNoteIndex, isNotePath, parseNote } from '../core/index';
import type { Diagnostic, LiveNoteIndex, NotePath, VaultEdit } from '../core/index';
import { replaceAtomically } from './atomic-write.mts';
import { CliError, errorCode, systemDetail } from './cli-error.mts';
import { isMissing, MAY_WRITE } from './files.mts';
import type { Files, VaultFolder } from './files.mts';
import { createFile, guardWrite, isFree } from './new-file.mts';

/** A vault on disk, read. */
export interface NodeVault extends VaultFolder {
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
	/** Brings what another program wrote since into the index; a file that is no note any more is left to `apply`. */
	readAgain(paths: readonly NotePath[]): Promise<void>;
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
	files: Files,
	folder: string,
	onProgress: ReadingProgress = () => undefined,
): Promise<NodeVault> {
	const root = resolve(folder);
	await requireFolder(files, root, folder);
	const vault = { root, files };
	const { paths, targets, outside } = await listFiles(vault);
	const notePaths = withoutSecondNames(paths, targets)
		.filter(isNotePath)
		.filter(path => !outside.includes(path));
	const unreadable = outside.filter(isNotePath).map(path => broken('note-outside-vault', path));
	const notes = [];
	for (let i = 0; i < notePaths.length; i += PARALLEL_READS) {
		const batch = notePaths.slice(i, i + PARALLEL_READS);
		for (const read of await Promise.all(batch.map(path => readNote(vault, path)))) {
			if ('code' in read) unreadable.push(read);
			else notes.push(parseNote(read.path, read.text));
		}
		onProgress(Math.min(i + PARALLEL_READS, notePaths.length));
	}
	const known = new Set(notes.map(({ path }) => path));
	const otherFiles = paths.filter(path => !known.has(path));
	const index = createNoteIndex(notes, otherFiles);
	const apply = async (edits: readonly VaultEdit[]): Promise<void> => {
		// Half of what belongs together, a status without its attempt, would be worse than nothing.
		for (const edit of edits) {
			await textsOf(vault, index, edit);
			if (edit.kind === 'change') await requireWritable(vault, edit.path);
		}
		for (const edit of edits) await applyEdit(vault, index, edit);
	};
	const readAgain = async (again: readonly NotePath[]): Promise<void> => {
		for (const path of again) {
			const text = await currentText(vault, path);
			if (text !== undefined && text !== index.find(path)?.text) index.set(parseNote(path, text));
		}
	};
	return { ...vault, index, otherFiles, unreadable, apply, readAgain };
}

/**
 * @throws CliError if there is no such folder.
 */
export async function requireFolder(files: Files, root: string, name: string): Promise<void> {
	try {
		if ((await files.stat(root)).isDirectory()) return;
	} catch (error) {
		if (isMissing(error)) throw new CliError('cli.error.no-vault', { path: name });
		throw new CliError('cli.error.unreadable', { path: name, detail: systemDetail(error) });
	}
	throw new CliError('cli.error.vault-not-folder', { path: name });
}

/**
 * Called where a note that is missing would make for a wrong answer. One that is not UTF-8 is missing in every run.
 *
 * @throws CliError if the system did not let one be read.
 */
export function requireAllRead({ unreadable }: Pick<NodeVault, 'unreadable'>): void {
	for (const { code, path, params } of unreadable) {
		const detail = String(params['detail']);
		// Deleted a moment ago, or of a name that is not UTF-8 and so is never found.
		if (code !== 'note-unreadable' || detail.endsWith('(ENOENT)')) continue;
		throw new CliError('cli.error.unreadable', { path, detail });
	}
}

interface Listing {
	/** Paths of all files, in the order of code units. */
	readonly paths: readonly string[];
	/** Path of a symbolic link → path of its file. */
	readonly targets: ReadonlyMap<string, string>;
	/** Symbolic links that lead out of the vault, or nowhere: known by name, never read. */
	readonly outside: readonly string[];
}

async function listFiles({ root, files }: VaultFolder): Promise<Listing> {
	const paths: string[] = [];
	const targets = new Map<string, string>();
	const outside: string[] = [];
	const pending = [''];
	for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
		const entries = await files.readdir(join(root, folder)).catch((error: unknown) => {
			throw new CliError('cli.error.unreadable', {
				path: join(root, folder),
				detail: systemDetail(error),
			});
		});
		for (const entry of entries) {
			if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
			const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
			const target = entry.isSymbolicLink() ? await targetInside({ root, files }, path) : undefined;
			if (target !== undefined) targets.set(path, target);
			if (entry.isDirectory()) pending.push(path);
			else if (entry.isFile() || target !== undefined) paths.push(path);
			else if (entry.isSymbolicLink() && isNotePath(path)) outside.push(path);
		}
	}
	return { paths: [...paths, ...outside].sort(), targets, outside };
}

/** The file behind a symbolic link, as long as it lies in the vault. */
async function targetInside(
	{ root, files }: VaultFolder,
	path: string,
): Promise<string | undefined> {
	try {
		const [realRoot, target] = [await files.realpath(root), await files.realpath(join(root, path))];
		if (!target.startsWith(realRoot + sep) || !(await files.stat(target)).isFile())
			return undefined;
		return target.slice(realRoot.length + 1).replaceAll(sep, '/');
	} catch {
		return undefined;
	}
}

/** Each file is one note: read under two names, it would be written twice and its ids would be there twice. */
function withoutSecondNames(paths: readonly string[], targets: Listing['targets']): string[] {
	const taken = new Set(paths.filter(path => !targets.has(path)));
	return paths.filter(path => {
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
	{ root, files }: VaultFolder,
	path: NotePath,
): Promise<{ path: NotePath; text: string } | Diagnostic> {
	let bytes: Buffer;
	try {
		bytes = await files.readFile(join(root, path));
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

interface Texts {
	readonly before: string;
	readonly after: string;
}

/**
 * The whole texts of a file before and after an edit.
 *
 * @throws CliError if the file on disk is not the one that the edit was made for, or cannot be read.
 */
async function textsOf(vault: VaultFolder, index: LiveNoteIndex, edit: VaultEdit): Promise<Texts> {
	if (edit.kind === 'create') {
		if (await isFree(vault, edit.path)) return { before: '', after: edit.text };
	} else {
		const before = index.find(edit.path)?.text;
		const current = await currentText(vault, edit.path);
		if (before !== undefined && current === before)
			return { before, after: applyEdits(before, edit.edits) };
	}
	throw changedMeanwhile(edit.path);
}

/** What a file cannot be any more if it was read as a note. */
const NO_NOTE: readonly (string | undefined)[] = ['ENOENT', 'EISDIR', 'ENOTDIR', 'ELOOP'];

/** The text of a file now; undefined if it is no note any more. */
async function currentText(
	{ root, files }: VaultFolder,
	path: NotePath,
): Promise<string | undefined> {
	let bytes: Buffer;
	try {
		bytes = await files.readFile(join(root, path));
	} catch (error) {
		if (NO_NOTE.includes(errorCode(error))) return undefined;
		throw new CliError('cli.error.unreadable', { path, detail: systemDetail(error) });
	}
	try {
		return decode(bytes);
	} catch {
		return undefined;
	}
}

function changedMeanwhile(path: NotePath): CliError {
	return new CliError('cli.error.changed-meanwhile', { path });
}

/** @throws CliError if the file, or its folder, where the new file is made, may not be written. */
async function requireWritable({ root, files }: VaultFolder, path: NotePath): Promise<void> {
	await guardWrite(path, async () => {
		const file = await files.realpath(join(root, path));
		await files.access(file, MAY_WRITE);
		await files.access(dirname(file), MAY_WRITE);
	});
}

async function applyEdit(vault: VaultFolder, index: LiveNoteIndex, edit: VaultEdit): Promise<void> {
	const texts = await textsOf(vault, index, edit);
	const isWritten =
		edit.kind === 'create'
			? await createFile(vault, edit.path, edit.text)
			: await replaceFile(vault, edit.path, texts);
	if (!isWritten) throw changedMeanwhile(edit.path);
	index.set(parseNote(edit.path, texts.after));
}

/**
 * Writes a new text over that of a file; false if the file does not hold the text that was read.
 *
 * @throws CliError if it cannot be written.
 */
export async function replaceFile(
	{ root, files }: VaultFolder,
	path: string,
	texts: Texts,
): Promise<boolean> {
	return guardWrite(path, async () =>
		replaceAtomically(files, await files.realpath(join(root, path)), texts),
	);
}
