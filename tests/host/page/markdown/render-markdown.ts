import type { App } from '../app';
import { Component } from '../base/component';
import { getLinkpath } from '../metadata/find-links';
import { getFrontMatterInfo, readFrontMatter } from '../metadata/front-matter';
import { drawEmbeds } from './embeds';
import type { EmbedPlace } from './embeds';
import { finishHtml } from './finish-html';
import { postProcess } from './post-processing';
import { sanitizeHTMLToDom } from './sanitize';
import { toBlocks } from './to-html';

let documents = 0;

/** Something that lives as long as a piece of rendered Markdown. */
export class MarkdownRenderChild extends Component {
	constructor(readonly containerEl: HTMLElement) {
		super();
	}
}

/** Draws Markdown into an element, with post processors, embeds and diagrams. */
export async function renderMarkdown(
	place: EmbedPlace,
	markdown: string,
	element: HTMLElement,
): Promise<void> {
	const { text, frontMatter } = splitNote(markdown);
	const whole = createDiv();
	for (const { html } of toBlocks(text)) whole.append(sanitizeHTMLToDom(html));
	finishHtml(whole);
	markUnresolved(whole, place);
	await postProcess(whole, {
		docId: nextDocumentId(),
		sourcePath: place.sourcePath,
		frontmatter: frontMatter,
		addChild: child => void place.component.addChild(child),
		getSectionInfo: () => null,
	});
	await drawEmbeds(whole, place, renderMarkdown);
	element.append(...Array.from(whole.childNodes));
}

/** The text of a note with empty lines where its properties are, and these. */
export function splitNote(markdown: string): { text: string; frontMatter: unknown } {
	const info = getFrontMatterInfo(markdown);
	const head = markdown.slice(0, info.contentStart).replace(/[^\n]/g, '');
	return { text: head + markdown.slice(info.contentStart), frontMatter: readFrontMatter(info) };
}

/** Names a drawing for the post processors. */
export function nextDocumentId(): string {
	return `document-${++documents}`;
}

/** Shows which links lead nowhere. */
export function markUnresolved(
	root: HTMLElement,
	{ app, sourcePath }: Pick<EmbedPlace, 'app' | 'sourcePath'>,
): void {
	for (const link of root.querySelectorAll('a.internal-link')) {
		const path = getLinkpath(link.getAttr('data-href') ?? '');
		const isThere = app.metadataCache.getFirstLinkpathDest(path, sourcePath) !== null;
		link.toggleClass('is-unresolved', !isThere);
	}
}

/** What plugins call to draw Markdown. */
export const MarkdownRenderer = {
	async render(
		app: App,
		markdown: string,
		element: HTMLElement,
		sourcePath: string,
		component: Component,
	): Promise<void> {
		const place = { app, sourcePath, component, depth: 0 };
		await renderMarkdown(place, markdown, element);
	},

	/** The older form, which finds the app by itself. */
	async renderMarkdown(
		markdown: string,
		element: HTMLElement,
		sourcePath: string,
		component: Component,
	): Promise<void> {
		await MarkdownRenderer.render(window.app, markdown, element, sourcePath, component);
	},
};
