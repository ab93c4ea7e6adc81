import type { App } from 'obsidian';
import { isGivenId, isNotePath } from '../core/index';
import type { NotePath } from '../core/index';
import type { PluginContext } from './plugin-context';
import { textInEditor } from './note-text';

/** A checkbox with a block id at the end of its line. */
const ASKING_LINE = /^[ \t>]*[-*+] \[.\] .*\s\^[A-Za-z0-9-]+[ \t]*$/m;

/** The note that the reader looks at if it is one of ours, or seems to ask something; it is not read for that. */
export function askingNotePath({ app, notes }: PluginContext): NotePath | undefined {
	const path = app.workspace.getActiveFile()?.path;
	if (path === undefined || !isNotePath(path)) return undefined;
	return notes.contains(path) || seemsToAsk(app, path) ? path : undefined;
}

/** True for a note with a line that may make a question, as its editor shows it or the cache of the app knows it. */
export function seemsToAsk(app: App, path: NotePath): boolean {
	const text = textInEditor(app, path);
	return text === undefined ? idsOfBoxes(app, path).length > 0 : ASKING_LINE.test(text);
}

/** True for a note in which a question was tracked, as the cache of the app knows it: none is read to be found. */
export function wasTracked(app: App, path: NotePath): boolean {
	return idsOfBoxes(app, path).some(isGivenId);
}

function idsOfBoxes({ vault, metadataCache }: App, path: NotePath): string[] {
	const file = vault.getFileByPath(path);
	const items = (file && metadataCache.getFileCache(file)?.listItems) ?? [];
	return items.flatMap(({ task, id }) => (task === undefined || id === undefined ? [] : id));
}
