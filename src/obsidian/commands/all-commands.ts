import type { Command } from 'obsidian';
import type { PluginContext } from '../plugin-context';
import { compareCommand } from './compare';
import { installCommand } from './install';
import { interviewCommand } from './interview';
import { markQuestionCommands } from './mark-question';
import { nextOpenCommand } from './next-open';
import { refreshAllCommand, refreshNoteCommand } from './refresh';

/** All commands in the order in which they are registered. */
export function allCommands(context: PluginContext): Command[] {
	return [
		interviewCommand(context),
		nextOpenCommand(context),
		...markQuestionCommands(context),
		refreshNoteCommand(context),
		refreshAllCommand(context),
		compareCommand(context),
		installCommand(context),
	];
}
