import type { App, Editor, TFile, Vault } from 'obsidian';
import { applyEdits, foldName, folderOf, newerFormat, notesOfType } from '../core/index';
import type { LiveNoteIndex, Note, NoteIndex, NotePath, TextEdit, VaultEdit } from '../core/index';
import type { Translate } from '../i18n/index';
import { mayLackBytes, requireWholeText } from './note-text';
import { editInEditor, hasUnsavedText, isEditing, openViewOf } from './open-editor';
import type { VaultNotes } from './vault-notes';

/** Decides what to write into a note, from the text that stands there at that moment. */
export type PlanNoteEdits = (note: Note, index: NoteIndex) => readonly TextEdit[];

/** Decides what to write into the vault. */
export type PlanVaultEdits = (index: NoteIndex) => readonly VaultEdit[];

/** What became of the edits of a plan. */
export interface AppliedEdits {
	readonly written: readonly NotePath[];
	/** Notes with unsaved text, left for later. */
	readonly unsaved: readonly NotePath[];
	readonly failed: readonly { readonly path: NotePath; readonly detail: string }[];
}

/** How a plan is applied. */
export interface ApplyOptions {
	/** Leaves notes alone in which somebody is typing. */
	readonly skipUnsaved?: boolean;
	/** Writes nothing more after the first edit that fails. */
	readonly stopAtFailure?: boolean;
}

/** A whole text, and the one in whose place it is put. */
export interface Replacement {
	readonly before: string;
	readonly after: string;
}

/** The one way by which notes are written. Of a newer note format than this program knows, nothing is. */
export class VaultWriter {
	constructor(
		private readonly app: App,
		private readonly notes: VaultNotes,
		private readonly translate: Translate,
	) {}

	/**
	 * Edits one note; answers whether anything was written. Equal bytes are not.
	 *
	 * @throws Error that names the note
	 */
	change(path: NotePath, plan: PlanNoteEdits): Promise<boolean> {
		return namingPath(path, () => this.changeNote(path, plan));
	}

	/**
	 * Writes a new file with its folders; answers false and writes nothing if something stands there.
	 *
	 * @throws Error that names the file; no part of it stays
	 */
	create(path: NotePath, text: string): Promise<boolean> {
		return namingPath(path, () => this.createFile(path, text));
	}

	private async changeNote(path: NotePath, plan: PlanNoteEdits): Promise<boolean> {
		const file = this.app.vault.getFileByPath(path);
		if (!file) throw new Error(this.translate('plugin.note.gone', { path }));
		const index = await this.readToWrite();
		// Planned on the text that is there, which the index gets to know by the way.
		const planText: PlanTextEdits = text => plan(this.notes.set(path, text), index);
		const view = openViewOf(this.app, path);
		if (view && isEditing(view)) {
			await requireWholeText(this.app.vault, file, view.editor.getValue(), this.translate);
			return this.changeInEditor(path, view.editor, planText);
		}
		// A view for reading saves what was typed in it a moment later; until then nothing is written below it.
		if (await hasUnsavedText(this.app, file)) {
			throw new Error(this.translate('plugin.note.unsaved', { path }));
		}
		return this.changeFile(file, planText);
	}

	private async createFile(path: NotePath, text: string): Promise<boolean> {
		const { vault } = this.app;
		if (isStanding(vault, path)) return false;
		await this.readToWrite();
		await createFolders(vault, folderOf(path));
		try {
			await vault.create(path, text);
		} catch (error) {
			// A sync tool brought it, and the app does not know yet.
			if (/already exists/i.test(describeError(error))) return false;
			await removeTorn(vault, path, text);
			throw error;
		}
		this.notes.set(path, text);
		return true;
	}

	/**
	 * Puts a whole text in the place of the one that it was made from; answers false and writes nothing if another one
	 * stands there by now, or is being typed.
	 *
	 * @throws Error that names the file
	 */
	replace(path: string, texts: Replacement): Promise<boolean> {
		return namingPath(path, () => this.replaceText(path, texts));
	}

	private async replaceText(path: string, { before, after }: Replacement): Promise<boolean> {
		const file = this.app.vault.getFileByPath(path);
		await this.readToWrite();
		if (!file || (await hasUnsavedText(this.app, file))) return false;
		await requireWholeText(this.app.vault, file, before, this.translate);
		let isDone = false;
		await this.app.vault.process(file, current => {
			isDone = current === before;
			return isDone ? after : current;
		});
		if (isDone) this.notes.set(path, after);
		return isDone;
	}

	/**
	 * Puts a file into the trash that holds a text; answers false and leaves it if it holds another one.
	 *
	 * @throws Error that names the file
	 */
	remove(path: string, text: string): Promise<boolean> {
		return namingPath(path, () => this.removeText(path, text));
	}

	private async removeText(path: string, text: string): Promise<boolean> {
		const { vault, fileManager } = this.app;
		const file = vault.getFileByPath(path);
		await this.readToWrite();
		if (!file) return this.removeUnknown(path, text);
		if ((await hasUnsavedText(this.app, file)) || (await vault.read(file)) !== text) return false;
		await fileManager.trashFile(file);
		return true;
	}

	/** What another program just wrote is on the disk before the app knows of it. */
	private async removeUnknown(path: string, text: string): Promise<boolean> {
		const { adapter } = this.app.vault;
		if (!(await adapter.exists(path)) || (await adapter.read(path)) !== text) return false;
		await adapter.trashLocal(path);
		return true;
	}

	/**
	 * The notes as they are now, if they may be written at all.
	 *
	 * @throws Error if a newer program has written them, or if the home note, by which the language and the place of new
	 * notes are known, may be one that cannot be read just now
	 */
	async readToWrite(): Promise<LiveNoteIndex> {
		const index = await this.notes.read();
		const hidden = this.notes.unreadable().find(({ code }) => code === 'note-unreadable');
		if (hidden && notesOfType(index, 'home').length === 0) {
			const detail = String(hidden.params['detail']);
			throw new Error(this.translate('cli.error.unreadable', { path: hidden.path, detail }));
		}
		const format = newerFormat(index);
		if (format !== undefined) throw new Error(this.translate('plugin.newer-format', { format }));
		return index;
	}

	/** Applies a plan note by note; a note that differs from what the plan saw is planned again. */
	async apply(plan: PlanVaultEdits, options: ApplyOptions = {}): Promise<AppliedEdits> {
		const index = await this.readToWrite();
		const planned = plan(index).map(edit => ({ edit, text: index.find(edit.path)?.text }));
		const written: NotePath[] = [];
		const unsaved: NotePath[] = [];
		const failed: AppliedEdits['failed'][number][] = [];
		for (const one of planned) {
			const { path } = one.edit;
			try {
				if (options.skipUnsaved && (await this.isUnsaved(path))) unsaved.push(path);
				else if (await this.applyOne(one, plan)) written.push(path);
			} catch (error) {
				failed.push({ path, detail: describeError(error, path) });
				if (options.stopAtFailure) break;
			}
		}
		return { written, unsaved, failed };
	}

	private async applyOne({ edit, text }: PlannedEdit, plan: PlanVaultEdits): Promise<boolean> {
		if (edit.kind === 'create' && (await this.create(edit.path, edit.text))) return true;
		return this.change(edit.path, (note, index) =>
			edit.kind === 'change' && note.text === text ? edit.edits : editsOf(plan(index), edit.path),
		);
	}

	private async isUnsaved(path: NotePath): Promise<boolean> {
		const file = this.app.vault.getFileByPath(path);
		return file !== null && hasUnsavedText(this.app, file);
	}

	private changeInEditor(path: NotePath, editor: Editor, plan: PlanTextEdits): boolean {
		const edits = plan(editor.getValue());
		editInEditor(editor, edits);
		this.notes.set(path, editor.getValue());
		return edits.length > 0;
	}

	private async changeFile(file: TFile, plan: PlanTextEdits): Promise<boolean> {
		const { app, translate } = this;
		const { path } = file;
		const before = await app.vault.read(file);
		await requireWholeText(app.vault, file, before, translate);
		if (plan(before).length === 0) return false;
		const text = await app.vault.process(file, current => {
			// It was written anew since its bytes were looked at, and they cannot be waited for here.
			if (current !== before && mayLackBytes(current)) {
				throw new Error(translate('cli.error.changed-meanwhile', { path }));
			}
			return applyEdits(current, plan(current));
		});
		this.notes.set(path, text);
		return true;
	}
}

type PlanTextEdits = (text: string) => readonly TextEdit[];

/**
 * An error in its own words.
 *
 * @param told path that is told beside it
 */
export function describeError(error: unknown, told = ''): string {
	const words = error instanceof Error ? error.message : String(error);
	return words.startsWith(`${told}: `) ? words.slice(told.length + 2) : words;
}

/**
 * Does something to a file.
 *
 * @throws Error that names the path
 */
export async function namingPath<T>(path: string, work: () => Promise<T>): Promise<T> {
	try {
		return await work();
	} catch (error) {
		const words = describeError(error);
		throw words.includes(path) ? error : new Error(`${path}: ${words}`, { cause: error });
	}
}

/** A disk that filled up keeps the beginning of a new file, which the next run would take for a file of the reader's. */
async function removeTorn({ adapter }: Vault, path: string, text: string): Promise<void> {
	try {
		const kept = (await adapter.exists(path)) ? await adapter.read(path) : text;
		if (kept !== text && text.startsWith(kept)) await adapter.remove(path);
	} catch {
		// What made the write fail may do so here: it is told already.
	}
}

/** An edit with the text that it was planned on. */
interface PlannedEdit {
	readonly edit: VaultEdit;
	readonly text: string | undefined;
}

/** The edits of a second plan; a file that came into being between the two must not be planned as new again. */
function editsOf(edits: readonly VaultEdit[], path: NotePath): readonly TextEdit[] {
	const edit = edits.find(candidate => candidate.path === path);
	if (edit?.kind === 'create') throw new Error(path);
	return edit?.edits ?? [];
}

/** Many systems take two names for one that differ in case or Unicode form alone. */
function isStanding(vault: Vault, path: NotePath): boolean {
	if (vault.getAbstractFileByPath(path)) return true;
	const folder = folderOf(path);
	const parent = folder === '' ? vault.getRoot() : vault.getFolderByPath(folder);
	return parent?.children.some(other => foldName(other.path) === foldName(path)) ?? false;
}

async function createFolders(vault: Vault, folder: string): Promise<void> {
	if (folder === '' || vault.getAbstractFileByPath(folder)) return;
	await createFolders(vault, folderOf(folder));
	await vault.createFolder(folder);
}
