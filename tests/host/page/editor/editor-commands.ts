import * as commands from '@codemirror/commands';
import type { Command, EditorView } from '@codemirror/view';

const COMMANDS: Readonly<Record<string, Command>> = {
	goUp: commands.cursorLineUp,
	goDown: commands.cursorLineDown,
	goLeft: commands.cursorCharLeft,
	goRight: commands.cursorCharRight,
	goStart: commands.cursorDocStart,
	goEnd: commands.cursorDocEnd,
	goWordLeft: commands.cursorGroupLeft,
	goWordRight: commands.cursorGroupRight,
	indentMore: commands.indentMore,
	indentLess: commands.indentLess,
	newlineAndIndent: commands.insertNewlineAndIndent,
	swapLineUp: commands.moveLineUp,
	swapLineDown: commands.moveLineDown,
	deleteLine: commands.deleteLine,
};

/** Runs a command of the editor by the name that plugins know; folding is not there. */
export function runEditorCommand(view: EditorView, name: string): void {
	COMMANDS[name]?.(view);
}
