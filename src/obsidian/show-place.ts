import { MarkdownView } from 'obsidian';
import type { App } from 'obsidian';
import type { NotePath } from '../core/index';
import { isEditing, openViewOf } from './open-editor';

/** Shows a line of a note, where the note is open already if it is; the cursor goes there. */
export async function showPlace(app: App, path: NotePath, line: number): Promise<void> {
	const file = app.vault.getFileByPath(path);
	if (!file) return;
	const { workspace } = app;
	const shown = workspace.getActiveViewOfType(MarkdownView);
	const open = shown?.file?.path === path ? shown : openViewOf(app, path);
	const leaf = open?.leaf ?? workspace.getLeaf(false);
	const row = line - 1;
	if (open) {
		await workspace.revealLeaf(leaf);
		workspace.setActiveLeaf(leaf, { focus: true });
	} else await leaf.openFile(file, { eState: { line: row } });
	const { view } = leaf;
	if (!(view instanceof MarkdownView)) return;
	if (!isEditing(view)) {
		view.setEphemeralState({ line: row });
		return;
	}
	const position = { line: row, ch: 0 };
	view.editor.setCursor(position);
	view.editor.scrollIntoView({ from: position, to: position }, true);
	view.editor.focus();
}
