import type { Command } from 'obsidian';
import type { PluginContext } from '../plugin-context';
import { addBacklinksCommand } from './add-backlinks';
import { checkNotesCommand } from './check-notes';
import { compareCommand } from './compare';
import { drawCanvasCommand } from './draw-canvas';
import { installCommand } from './install';
import { interviewCommands } from './interview';
import { markQuestionCommands } from './mark-question';
import { newNoteCommands } from './new-note';
import { nextOpenCommand } from './next-open';
import { openQuestionsCommand } from './open-questions';
import { refreshAllCommand, refreshNoteCommand } from './refresh';
import { trackNoteCommand, trackQuestionCommand } from './track-question';
import { updateNotesCommands } from './update-notes';

/** All commands in the order in which they are registered. */
export function allCommands(context: PluginContext): Command[] {
	return [
		...interviewCommands(context),
		openQuestionsCommand(context),
		nextOpenCommand(context),
		...markQuestionCommands(context),
		trackQuestionCommand(context),
		trackNoteCommand(context),
		...newNoteCommands(context),
		refreshNoteCommand(context),
		refreshAllCommand(context),
		addBacklinksCommand(context),
		checkNotesCommand(context),
		compareCommand(context),
		drawCanvasCommand(context),
		installCommand(context),
		...updateNotesCommands(context),
	];
}
