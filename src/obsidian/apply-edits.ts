import type { App, TFile, Vault } from 'obsidian';
import { applyEdits, folderOf } from '../core/index';
import type { Note, NoteIndex, NotePath, TextEdit, VaultEdit } from '../core/index';
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

/** The one way by which notes are written. */
export interface VaultWriter {
	/** Edits one note; answers whether anything was written. Equal bytes are not. */
	change(path: NotePath, plan: PlanNoteEdits): Promise<boolean>;
	/** Writes a new file with its folders; answers false and writes nothing if something stands there. */
	create(path: NotePath, text: string): Promise<boolean>;
	/** Applies a plan note by note; a note that differs from what the plan saw is planned again. */
	apply(plan: PlanVaultEdits, options?: { readonly skipUnsaved: boolean }): Promise<AppliedEdits>;
}

/** Makes the writer of a vault. */
export function createVaultWriter(app: App, notes: VaultNotes): VaultWriter {
	const { vault } = app;

	/** Plans on the text that is there, and lets the index know that text. */
	const planOn = (path: NotePath, index: NoteIndex, plan: PlanNoteEdits) => (text: string) =>
		plan(notes.set(path, text), index);

	const changeFile = async (
		file: TFile,
		planText: (text: string) => readonly TextEdit[],
	): Promise<boolean> => {
		if (planText(await vault.read(file)).length === 0) return false;
		const text = await vault.process(file, current => applyEdits(current, planText(current)));
		notes.set(file.path, text);
		return true;
	};

	const change = async (path: NotePath, plan: PlanNoteEdits): Promise<boolean> => {
		const file = vault.getFileByPath(path);
		if (!file) throw new Error(path);
		const index = await notes.read();
		const planText = planOn(path, index, plan);
		const view = openViewOf(app, path);
		if (!view || !isEditing(view)) {
			// A view that was edited a moment ago may not have saved yet.
			await view?.save();
			return changeFile(file, planText);
		}
		const edits = planText(view.editor.getValue());
		editInEditor(view.editor, edits);
		notes.set(path, view.editor.getValue());
		return edits.length > 0;
	};

	const create = async (path: NotePath, text: string): Promise<boolean> => {
		if (vault.getAbstractFileByPath(path)) return false;
		await createFolders(vault, folderOf(path));
		await vault.create(path, text);
		notes.set(path, text);
		return true;
	};

	const applyOne = async (planned: PlannedEdit, plan: PlanVaultEdits): Promise<boolean> => {
		const { edit, text } = planned;
		if (edit.kind === 'create' && (await create(edit.path, edit.text))) return true;
		return change(edit.path, (note, index) =>
			edit.kind === 'change' && note.text === text ? edit.edits : editsOf(plan(index), edit.path),
		);
	};

	return {
		change,
		create,
		async apply(plan, options = { skipUnsaved: false }) {
			const index = await notes.read();
			const planned = plan(index).map(edit => ({ edit, text: index.find(edit.path)?.text }));
			const result = {
				written: [] as NotePath[],
				unsaved: [] as NotePath[],
				failed: [] as Failure[],
			};
			for (const one of planned) {
				const { path } = one.edit;
				const file = vault.getFileByPath(path);
				try {
					const skip = options.skipUnsaved && file && (await hasUnsavedText(app, file));
					if (skip) result.unsaved.push(path);
					else if (await applyOne(one, plan)) result.written.push(path);
				} catch (error) {
					result.failed.push({ path, detail: describeError(error) });
				}
			}
			return result;
		},
	};
}

/** An error in its own words. */
export function describeError(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}

type Failure = AppliedEdits['failed'][number];

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

async function createFolders(vault: Vault, folder: string): Promise<void> {
	if (folder === '' || vault.getAbstractFileByPath(folder)) return;
	await createFolders(vault, folderOf(folder));
	await vault.createFolder(folder);
}
