import { debounce } from 'obsidian';
import type { Component } from 'obsidian';
import { isNotePath } from '../../core/index';
import type { PluginContext } from '../plugin-context';
import { readAnyNote } from '../read-any-note';
import { startWork } from '../report-failure';
import { rowsElsewhere } from './question-row';
import type { QuestionRow } from './question-row';

/** How long it stays quiet in the note before it is looked through, in milliseconds. */
const QUIET = 300;

/**
 * Follows the note in front while it is none of ours, and tells its untracked questions. One note is read at a time,
 * and only while its list is on the screen: a vault may have many thousands of others.
 */
export function followOpenNote(
	owner: Component,
	context: PluginContext,
	tell: (rows: readonly QuestionRow[]) => void,
): void {
	const { app, notes, translate } = context;
	let turn = 0;
	let count = 0;
	const read = async (): Promise<void> => {
		const mine = ++turn;
		const rows = await rowsInFront(context);
		if (mine !== turn || (rows.length === 0 && count === 0)) return;
		count = rows.length;
		tell(rows);
	};
	const update = (): void => startWork(translate, read);
	const updateLater = debounce(update, QUIET, true);
	const noteChange = (path: string | undefined): void => {
		if (path !== undefined && path === app.workspace.getActiveFile()?.path) updateLater();
	};
	owner.registerEvent(app.workspace.on('file-open', update));
	owner.registerEvent(app.workspace.on('editor-change', (_, { file }) => noteChange(file?.path)));
	owner.registerEvent(app.vault.on('modify', ({ path }) => noteChange(path)));
	// Another folder may make the note in front one of ours.
	owner.register(notes.onChange(update));
	owner.register(() => {
		turn++;
		updateLater.cancel();
	});
	update();
}

async function rowsInFront(context: PluginContext): Promise<readonly QuestionRow[]> {
	const path = context.app.workspace.getActiveFile()?.path;
	if (path === undefined || !isNotePath(path) || context.notes.contains(path)) return [];
	const note = await readAnyNote(context, path);
	return note ? rowsElsewhere(note) : [];
}
