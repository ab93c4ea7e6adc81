import { MarkdownRenderer, Notice } from 'obsidian';
import { locateQuestion } from '../../core/index';
import type { InterviewResult, NoteIndex, NotePath } from '../../core/index';
import type { PluginContext } from '../plugin-context';
import { startWork } from '../report-failure';
import { showPlace } from '../show-place';
import type { PartPlace } from './screen-parts';
import { spokenText } from './spoken-text';

/** A link of the end screen. Notes are renamed and deleted while it shows, so where it leads is found when it is pressed. */
interface EndLink {
	readonly text: string;
	/** Only what a reader sees in a link; a press asks the notes. */
	readonly href: string;
	readonly open: () => Promise<void>;
}

/** Adds a link as high as a thumb. */
export function addEndLink(
	{ component }: PartPlace,
	{ translate }: PluginContext,
	parent: HTMLElement,
	{ text, href, open }: EndLink,
): HTMLAnchorElement {
	const link = parent.createEl('a', { cls: 'internal-link stackbook-link', text, href });
	component.registerDomEvent(link, 'click', event => {
		event.preventDefault();
		startWork(translate, open);
	});
	return link;
}

/** Adds a link to the question of a result, which opens where the question stands then. */
export function addQuestionLink(
	place: PartPlace,
	context: PluginContext,
	parent: HTMLElement,
	{ path, questionId, prompt }: InterviewResult,
): void {
	const { app, notes, translate } = context;
	const link = addEndLink(place, context, parent, {
		text: spokenText(prompt) || questionId,
		href: `${path}#^${questionId}`,
		open: async () => {
			const found = locateQuestion(await notes.read(), { path, id: questionId });
			if (found) await showPlace(app, found.path, found.line);
			else new Notice(translate('plugin.question.gone', { id: questionId }));
		},
	});
	startWork(translate, async () => {
		const drawn = createDiv();
		await MarkdownRenderer.render(app, prompt, drawn, path, place.component);
		for (const inner of Array.from(drawn.querySelectorAll('a'))) {
			// A link in a link could not be pressed.
			inner.replaceWith(...Array.from(inner.childNodes));
		}
		const [line, ...others] = Array.from(drawn.children);
		// What is more than a line of words, such as a list, stays the plain text that is there.
		if (line?.localName === 'p' && others.length === 0) {
			link.replaceChildren(...Array.from(line.childNodes));
		}
	});
}

/** Where a note is now whose questions were asked: at its path, else where one of them is; undefined if it is gone. */
export function placeOfNote(
	index: NoteIndex,
	path: NotePath,
	results: readonly InterviewResult[],
): NotePath | undefined {
	if (index.find(path)) return path;
	for (const result of results) {
		if (result.path !== path) continue;
		const found = locateQuestion(index, { path, id: result.questionId });
		if (found) return found.path;
	}
	return undefined;
}

/** Opens a note beside the interview; one that is not there is told of, never made. */
export async function openNote(
	{ app, translate }: PluginContext,
	path: NotePath | undefined,
	name: string,
): Promise<void> {
	const file = path === undefined ? null : app.vault.getFileByPath(path);
	if (file) await app.workspace.getLeaf('tab').openFile(file);
	else new Notice(translate('plugin.note.gone', { path: name }));
}

/** The name of a note as a reader knows it. */
export function titleOf(path: NotePath): string {
	return path.slice(path.lastIndexOf('/') + 1).replace(/\.md$/i, '');
}
