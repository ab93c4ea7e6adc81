import { parseNote } from '../core/index';
import type { Note, NotePath } from '../core/index';
import { isEditing, openViewOf } from './open-editor';
import type { PluginContext } from './plugin-context';

/** A note as it stands now, ours or not: what its editor shows, else its file; undefined if it is gone. */
export async function readAnyNote(
	{ app }: PluginContext,
	path: NotePath,
): Promise<Note | undefined> {
	const file = app.vault.getFileByPath(path);
	if (!file) return undefined;
	const view = openViewOf(app, path);
	const text = view && isEditing(view) ? view.editor.getValue() : await app.vault.cachedRead(file);
	return parseNote(path, text);
}
