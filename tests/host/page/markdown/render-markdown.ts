import type { App } from '../app';
import { Component } from '../base/component';
import { getLinkpath } from '../metadata/find-links';
import { getFrontMatterInfo, readFrontMatter } from '../metadata/front-matter';
import { drawEmbeds } from './embeds';
import type { EmbedPlace } from './embeds';
import { finishHtml } from './finish-html';
import { postProcess } from './post-processing';
import type { PostProcessorContext, SectionInfo } from './post-processing';
import { sanitizeHTMLToDom } from './sanitize';
import { toBlocks } from './to-html';

let documents = 0;

/** Something that lives as long as a piece of rendered Markdown. */
export class MarkdownRenderChild extends Component {
	constructor(readonly containerEl: HTMLElement) {
		super();
	}
}

/** Where Markdown is drawn, and whether each block is a section of its own as in a view for reading. */
export interface RenderPlace extends EmbedPlace {
	readonly inSections: boolean;
}

/** Draws Markdown into an element, with post processors, embeds and diagrams. */
export async function renderMarkdown(
	place: RenderPlace,
	markdown: string,
	element: HTMLElement,
): Promise<void> {
	const info = getFrontMatterInfo(markdown);
	const head = markdown.slice(0, info.contentStart).replace(/[^\n]/g, '');
	const text = head + markdown.slice(info.contentStart);
	const sections = new Map<HTMLElement, SectionInfo>();
	const context: PostProcessorContext = {
		docId: `document-${++documents}`,
		sourcePath: place.sourcePath,
		frontmatter: readFrontMatter(info),
		addChild: child => void place.component.addChild(child),
		getSectionInfo: inner => sectionOf(inner, sections),
	};
	const drawn: HTMLElement[] = [];
	const whole = createDiv();
	for (const { html, tag, lineStart, lineEnd } of toBlocks(text)) {
		const section = place.inSections ? whole.createDiv({ cls: `el-${tag}` }) : whole;
		section.append(sanitizeHTMLToDom(html));
		if (!place.inSections) continue;
		section.setAttr('data-line', lineStart);
		sections.set(section, { text: markdown, lineStart, lineEnd: lineEnd - 1 });
		drawn.push(section);
	}
	for (const part of place.inSections ? drawn : [whole]) finishHtml(part);
	markUnresolved(whole, place.app, place.sourcePath);
	const parts = place.inSections ? drawn : [whole];
	// In its place before others work on it: they look at what is around.
	if (place.inSections) element.append(...drawn);
	for (const part of parts) {
		await postProcess(part, context);
		await drawEmbeds(part, place, (inner, source, target) =>
			renderMarkdown({ ...inner, inSections: false }, source, target),
		);
	}
	if (!place.inSections) element.append(...Array.from(whole.childNodes));
}

function sectionOf(
	element: HTMLElement,
	sections: ReadonlyMap<HTMLElement, SectionInfo>,
): SectionInfo | null {
	for (let one: HTMLElement | null = element; one; one = one.parentElement) {
		const info = sections.get(one);
		if (info) return info;
	}
	return null;
}

function markUnresolved(root: HTMLElement, app: App, sourcePath: string): void {
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
		const place = { app, sourcePath, component, depth: 0, inSections: false };
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
