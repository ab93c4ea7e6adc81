import { MarkdownView, Notice } from 'obsidian';
import type { Command } from 'obsidian';
import { listQuestions } from '../../core/index';
import { nextOpenQuestion } from '../next-question';
import type { NotePlace } from '../next-question';
import { isEditing } from '../open-editor';
import type { PluginContext } from '../plugin-context';
import { startWork } from '../report-failure';
import { showPlace } from '../show-place';

/** Goes to the next open question, in this note from the cursor, then in the other notes. */
export function nextOpenCommand(context: PluginContext): Command {
	return {
		id: 'next-open-question',
		name: context.translate('plugin.command.next-open'),
		callback: () => {
			startWork(context.translate, () => goToNextOpen(context));
		},
	};
}

async function goToNextOpen(context: PluginContext): Promise<void> {
	const { app, notes, translate } = context;
	const index = await notes.read();
	const from = cursorPlace(context);
	const question = nextOpenQuestion(listQuestions(index), from);
	if (question) await showPlace(app, question.path, question.line);
	else
		new Notice(
			translate(index.notes().length === 0 ? 'plugin.note.no-notes' : 'plugin.question.no-open'),
		);
}

/** Where the reader is; the index learns what they typed since the note was saved. */
function cursorPlace({ app, notes }: PluginContext): NotePlace | undefined {
	const view = app.workspace.getActiveViewOfType(MarkdownView);
	const path = view?.file?.path;
	if (!view || path === undefined || !notes.contains(path)) return undefined;
	// A pane may outlive its note.
	if (!app.vault.getFileByPath(path)) return undefined;
	// In a view for reading there is no cursor: the note is looked through from its beginning.
	if (!isEditing(view)) return { path, offset: -1 };
	const { editor } = view;
	notes.set(path, editor.getValue());
	return { path, offset: editor.posToOffset(editor.getCursor()) };
}
