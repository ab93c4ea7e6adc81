import type { Plugin } from 'obsidian';
import type { PluginContext } from '../plugin-context';
import { startWork } from '../report-failure';
import { addStatusBar } from '../status-bar';
import { openQuestions } from './open-questions';
import { QuestionsView } from './questions-view';
import { QUESTIONS_VIEW } from './questions-view-type';

/** Makes the list of questions known to the app: its view, its icon in the ribbon, and the status bar. */
export function registerQuestions(plugin: Plugin, context: PluginContext): void {
	const { app, translate } = context;
	plugin.registerView(QUESTIONS_VIEW, leaf => new QuestionsView(leaf, context));
	plugin.addRibbonIcon('list-checks', translate('plugin.questions.title'), () => {
		startWork(translate, () => openQuestions(app));
	});
	addStatusBar(plugin, context);
}
