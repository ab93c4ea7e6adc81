import { Notice } from 'obsidian';
import type { Command, Editor } from 'obsidian';
import { isNotePath, parseNote, planStatusEdit, questionsOf } from '../../core/index';
import type { NotePath, Question, QuestionStatus } from '../../core/index';
import { questionAt } from '../next-question';
import { editInEditor } from '../open-editor';
import type { PluginContext } from '../plugin-context';

const STATUSES = [
	'solid',
	'shaky',
	'open',
	'not-for-me',
] as const satisfies readonly QuestionStatus[];

/** Give the question at the cursor a status: one character of its line. */
export function markQuestionCommands(context: PluginContext): Command[] {
	return STATUSES.map(status => ({
		id: `mark-${status}`,
		name: context.translate(`plugin.command.mark-${status}`),
		editorCheckCallback: (checking, editor, { file }) => {
			if (!file || !isNotePath(file.path)) return false;
			const question = questionAtCursor(editor, file.path);
			if (!question) return false;
			if (!checking) mark(context, { editor, path: file.path, question }, status);
			return true;
		},
	}));
}

interface Target {
	readonly editor: Editor;
	readonly path: NotePath;
	readonly question: Question;
}

function questionAtCursor(editor: Editor, path: NotePath): Question | undefined {
	const text = editor.getValue();
	const { tracked } = questionsOf(parseNote(path, text));
	return questionAt(tracked, editor.posToOffset(editor.getCursor()), text.length);
}

function mark(
	{ translate, notes }: PluginContext,
	{ editor, path, question }: Target,
	status: QuestionStatus,
): void {
	editInEditor(editor, planStatusEdit(question.checkbox, status));
	notes.set(path, editor.getValue());
	const words = { topic: question.topic || question.prompt, status: translate(`status.${status}`) };
	new Notice(translate('plugin.question.marked', words));
}
