import type { App } from '../app';
import type { Editor } from '../editor/editor';
import { MarkdownView } from '../views/markdown-view';
import type { MarkdownFileInfo } from '../views/markdown-view';
import type { Scope } from '../ui/keymap';
import type { Modifier } from '../ui/keymap';

/** Something that a person can ask for by its name. */
export interface Command {
	id: string;
	name: string;
	icon?: string;
	mobileOnly?: boolean;
	repeatable?: boolean;
	hotkeys?: { modifiers: Modifier[]; key: string }[];
	callback?: () => unknown;
	checkCallback?: (checking: boolean) => boolean | void;
	editorCallback?: (editor: Editor, view: MarkdownFileInfo) => unknown;
	editorCheckCallback?: (
		checking: boolean,
		editor: Editor,
		view: MarkdownFileInfo,
	) => boolean | void;
}

/** All commands by their whole id. */
export class Commands {
	readonly commands: Record<string, Command> = {};
	private readonly hotkeys = new Map<string, (() => void)[]>();

	constructor(
		private readonly app: App,
		private readonly scope: Scope,
	) {}

	addCommand(command: Command): void {
		this.removeCommand(command.id);
		this.commands[command.id] = command;
		const removals = (command.hotkeys ?? []).map(({ modifiers, key }) => {
			const handler = this.scope.register(modifiers, key, () =>
				this.executeCommandById(command.id) ? false : undefined,
			);
			return () => this.scope.unregister(handler);
		});
		this.hotkeys.set(command.id, removals);
	}

	removeCommand(id: string): void {
		for (const remove of this.hotkeys.get(id) ?? []) remove();
		this.hotkeys.delete(id);
		Reflect.deleteProperty(this.commands, id);
	}

	/** Those that can be run now. */
	listCommands(): Command[] {
		return Object.values(this.commands).filter(command => this.run(command, true));
	}

	executeCommandById(id: string): boolean {
		const command = this.commands[id];
		return command !== undefined && this.run(command, true) && this.run(command, false);
	}

	/** Only asks, or runs; the answer is whether the command is there for what is on the screen. */
	private run(command: Command, checking: boolean): boolean {
		const { callback, checkCallback, editorCallback, editorCheckCallback, mobileOnly } = command;
		if (mobileOnly && !this.app.isMobile) return false;
		if (editorCheckCallback || editorCallback) {
			const info = this.app.workspace.activeEditor;
			// Commands of the editor are not there while a note is only read.
			const isReading = info instanceof MarkdownView && info.getMode() === 'preview';
			if (!info?.editor || isReading) return false;
			if (editorCheckCallback) return editorCheckCallback(checking, info.editor, info) === true;
			if (!checking) editorCallback?.(info.editor, info);
			return true;
		}
		if (checkCallback) return checkCallback(checking) === true;
		if (!callback) return false;
		if (!checking) callback();
		return true;
	}
}
