import { Platform } from 'obsidian';
import type { Plugin } from 'obsidian';
import { countProgress, listQuestions, questionsOf } from '../core/index';
import type { Note, NotePath, Progress, Question } from '../core/index';
import { askingNotePath } from './asking-note';
import type { PluginContext } from './plugin-context';
import { openQuestions } from './questions/open-questions';
import { readAnyNote } from './read-any-note';
import { startWork } from './report-failure';

/**
 * Shows in the status bar how many questions are solid: of the note in front, else of all once they were read. It reads
 * no more than the note in front.
 */
export function addStatusBar(plugin: Plugin, context: PluginContext): void {
	if (Platform.isMobile) return;
	const { app, notes, translate } = context;
	const item = plugin.addStatusBarItem();
	item.addClasses(['mod-clickable', 'stackbook-status-bar']);
	item.setAttribute('role', 'button');
	item.tabIndex = 0;
	item.hidden = true;
	let shown = 0;
	const show = async (): Promise<void> => {
		const turn = ++shown;
		const front = await frontProgress(context);
		if (turn !== shown) return;
		const known = notes.known();
		const progress = front ?? (known ? countProgress(listQuestions(known)) : undefined);
		item.hidden = progress === undefined || progress.total === 0;
		if (!progress) return;
		const { solid, total } = progress;
		item.setText(`${solid}/${total}`);
		const key = front ? 'plugin.status-bar.note' : 'plugin.status-bar.all';
		item.setAttribute('aria-label', translate(key, { solid, total }));
	};
	const open = (): void => startWork(translate, () => openQuestions(app));
	plugin.registerDomEvent(item, 'click', open);
	plugin.registerDomEvent(item, 'keydown', event => {
		if (event.key !== 'Enter' && event.key !== ' ') return;
		event.preventDefault();
		open();
	});
	const update = (): void => startWork(translate, show);
	plugin.registerEvent(app.workspace.on('file-open', update));
	plugin.register(notes.onChange(update));
}

/** Progress of the note in front; undefined if it asks nothing. */
async function frontProgress(context: PluginContext): Promise<Progress | undefined> {
	const path = askingNotePath(context);
	if (path === undefined) return undefined;
	const progress = countProgress(await frontQuestions(context, path));
	return progress.total > 0 ? progress : undefined;
}

async function frontQuestions(context: PluginContext, path: NotePath) {
	const { notes } = context;
	const isOurs = notes.contains(path);
	if (isOurs && !notes.known()) return questionsIn(await readAnyNote(context, path));
	// One that is none of ours is followed from now on.
	return questionsIn((await (isOurs ? notes.read() : notes.readOnly([path]))).find(path));
}

function questionsIn(note: Note | undefined): readonly Question[] {
	return note ? questionsOf(note).tracked : [];
}
