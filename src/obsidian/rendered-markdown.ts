import { MarkdownRenderer } from 'obsidian';
import type { App, Component } from 'obsidian';
import { elementOf } from './element-of';

/** Where Markdown is drawn: what it loads lives as long as `component`. */
export interface MarkdownPlace {
	readonly app: App;
	readonly component: Component;
	/** Note from which links are seen. */
	readonly sourcePath: string;
}

/** Draws Markdown; links to notes open behind a modal, in a tab of their own. */
export async function renderMarkdown(
	parent: HTMLElement,
	markdown: string,
	place: MarkdownPlace,
): Promise<void> {
	const { app, component, sourcePath } = place;
	component.registerDomEvent(parent, 'click', event => {
		const link = elementOf(event.target)?.closest('a.internal-link');
		const href = link?.getAttribute('data-href');
		if (!href) return;
		event.preventDefault();
		void app.workspace.openLinkText(href, sourcePath, 'tab');
	});
	await MarkdownRenderer.render(app, markdown, parent, sourcePath, component);
}
