import { MarkdownView } from 'obsidian';
import type { App, Editor, TFile } from 'obsidian';
import type { TextEdit } from '../core/index';

/** The view in which a note is open, one with an editor before one for reading. */
export function openViewOf(app: App, path: string): MarkdownView | undefined {
	const views: MarkdownView[] = [];
	for (const { view } of app.workspace.getLeavesOfType('markdown')) {
		if (view instanceof MarkdownView && view.file?.path === path) views.push(view);
	}
	return views.find(isEditing) ?? views[0];
}

/** True if the view shows an editor. */
export function isEditing(view: MarkdownView): boolean {
	return view.getMode() === 'source';
}

/** True if a note is open with text that is not in its file yet. */
export async function hasUnsavedText(app: App, file: TFile): Promise<boolean> {
	const view = openViewOf(app, file.path);
	if (!view) return false;
	const shown = isEditing(view) ? view.editor.getValue() : view.getViewData();
	return asInEditor(shown) !== asInEditor(await app.vault.read(file));
}

/** Makes edits that were planned on the editor's text, as one step that one undo takes back. */
export function editInEditor(editor: Editor, edits: readonly TextEdit[]): void {
	// From the end, so that it makes no difference whether positions are those before or after the other edits.
	const ordered = [...edits].sort((a, b) => b.range.start - a.range.start);
	const changes = ordered.map(({ range, newText }) => ({
		from: editor.offsetToPos(range.start),
		to: editor.offsetToPos(range.end),
		text: newText,
	}));
	if (changes.length > 0) editor.transaction({ changes }, 'stackbook');
}

/** An editor has no byte order mark and one kind of line break. */
function asInEditor(text: string): string {
	return text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
}
