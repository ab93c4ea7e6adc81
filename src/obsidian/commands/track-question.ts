import type { Command, Editor } from 'obsidian';
import { isNotePath, parseNote, questionsOf } from '../../core/index';
import type { Note, UntrackedQuestion } from '../../core/index';
import type { PluginContext } from '../plugin-context';
import { startWork } from '../report-failure';
import { trackQuestions } from '../track-questions';

/** Gives all untracked questions of the open note their line and id, wherever the note stands. */
export function trackNoteCommand(context: PluginContext): Command {
	const { app, translate } = context;
	return {
		id: 'track-note',
		name: translate('plugin.command.track-note'),
		checkCallback: checking => {
			const path = app.workspace.getActiveFile()?.path;
			if (path === undefined || !isNotePath(path)) return false;
			if (!checking) startWork(translate, () => trackQuestions(context, path));
			return true;
		},
	};
}

/** Gives the untracked question at the cursor its line and id. */
export function trackQuestionCommand(context: PluginContext): Command {
	const { translate } = context;
	return {
		id: 'track-question',
		name: translate('plugin.command.track-question'),
		editorCheckCallback: (checking, editor, { file }) => {
			if (!file) return false;
			const { path } = file;
			const found = untrackedAtCursor(editor, parseNote(path, editor.getValue()));
			if (!found) return false;
			if (!checking) {
				startWork(translate, () =>
					trackQuestions(context, path, ({ line }) => line === found.line),
				);
			}
			return true;
		},
	};
}

/** The untracked question in whose section the cursor stands. */
function untrackedAtCursor(editor: Editor, note: Note): UntrackedQuestion | undefined {
	const line = editor.getCursor().line + 1;
	const heading = note.structure.headings.filter(above => above.line <= line).at(-1);
	return questionsOf(note).untracked.find(question => question.line === heading?.line);
}
