import type { Command } from 'obsidian';
import type { PluginContext } from '../plugin-context';
import { openQuestions } from '../questions/open-questions';
import { startWork } from '../report-failure';

/** Opens the list of questions. */
export function openQuestionsCommand({ app, translate }: PluginContext): Command {
	return {
		id: 'open-questions',
		name: translate('plugin.command.open-questions'),
		callback: () => startWork(translate, () => openQuestions(app)),
	};
}
