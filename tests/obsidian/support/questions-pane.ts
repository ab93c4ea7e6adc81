// The list of questions as Obsidian opens it, in the document of the test.
import type { ItemView } from 'obsidian';
import { until } from './obsidian-like-host';
import type { ObsidianLikeHost } from './obsidian-like-host';

/** The open list of questions. */
export interface QuestionsPane {
	readonly view: ItemView;
	readonly element: HTMLElement;
	/** What stands in each line, folded or not: `Stream processing`, `open Why …`. */
	lines(): string[];
	/** The line in which a text stands. */
	line(text: string): HTMLElement;
	/** Presses a button of a line. */
	press(text: string, action: string): void;
	close(): Promise<void>;
}

/** Opens the view in a leaf of its own. */
export async function openQuestionsPane(
	host: ObsidianLikeHost,
	state?: unknown,
): Promise<QuestionsPane> {
	const create = host.plugin.views__.get('stackbook-questions');
	if (!create) throw new Error('There is no such view');
	const leaf = host.app.workspace.getLeaf('tab');
	const view = create(leaf.asOriginalType3__()) as ItemView;
	document.body.append(view.containerEl);
	view.load();
	await open(view);
	if (state !== undefined) await view.setState(state, { history: false });
	const element = view.contentEl;
	const all = (): HTMLElement[] => [...element.querySelectorAll<HTMLElement>('[data-key]')];
	const line = (text: string): HTMLElement => {
		const found = all().find(({ textContent }) => textContent.includes(text));
		if (!found) throw new Error(`There is no line ${text}`);
		return found;
	};
	await until(
		() =>
			element.querySelector('.stackbook-summary')?.textContent !== '' &&
			element.querySelector('.stackbook-question-list')?.ariaBusy === 'false',
	);
	return {
		view,
		element,
		line,
		lines: () => all().map(wordsOf),
		press: (text, action) =>
			line(text).querySelector<HTMLElement>(`[data-action="${action}"]`)?.click(),
		async close() {
			await (view as unknown as { onClose(): Promise<void> }).onClose();
			view.unload();
			view.containerEl.remove();
		},
	};
}

function open(view: ItemView): Promise<void> {
	return (view as unknown as { onOpen(): Promise<void> }).onOpen();
}

function wordsOf(line: HTMLElement): string {
	return [...line.querySelectorAll('button:not(.stackbook-icon-button)')]
		.flatMap(button => (button.childElementCount > 0 ? [...button.children] : [button]))
		.map(({ textContent }) => textContent.trim())
		.filter(text => text !== '')
		.join(' | ');
}
