import type { App } from '../app';
import type { Component } from '../base/component';
import { parseLinktext } from '../metadata/find-links';
import { resolveSubpath } from '../metadata/subpath';
import type { TFile } from '../vault/abstract-file';

const IMAGES = new Set(['png', 'jpg', 'jpeg', 'gif', 'svg', 'webp', 'avif', 'bmp']);
const DEEPEST = 5;

/** Draws Markdown into an element. */
export type DrawMarkdown = (
	place: EmbedPlace,
	markdown: string,
	element: HTMLElement,
) => Promise<void>;

/** Where embeds stand. */
export interface EmbedPlace {
	readonly app: App;
	readonly sourcePath: string;
	readonly component: Component;
	readonly depth: number;
}

/** Fills every embed below an element. */
export async function drawEmbeds(
	root: HTMLElement,
	place: EmbedPlace,
	draw: DrawMarkdown,
): Promise<void> {
	const embeds = Array.from(root.querySelectorAll<HTMLElement>('.internal-embed:not(.is-loaded)'));
	await Promise.all(embeds.map(element => drawEmbed(element, place, draw)));
}

async function drawEmbed(
	element: HTMLElement,
	place: EmbedPlace,
	draw: DrawMarkdown,
): Promise<void> {
	const { app, sourcePath, depth } = place;
	const link = element.getAttr('src') ?? '';
	const { path, subpath } = parseLinktext(link);
	const file = app.metadataCache.getFirstLinkpathDest(path, sourcePath);
	element.addClass('is-loaded');
	if (!file) {
		element.addClass('mod-empty');
		element.setText(`“${link}” is not created yet.`);
	} else if (IMAGES.has(file.extension)) drawImage(element, app, file);
	else if (file.extension === 'md' && depth < DEEPEST) {
		element.addClass('markdown-embed', 'inline-embed');
		element.createDiv({ cls: 'markdown-embed-title', text: file.basename });
		const content = element.createDiv({ cls: 'markdown-embed-content' });
		const below = { ...place, sourcePath: file.path, depth: depth + 1 };
		await draw(below, await readPart(app, file, subpath), content);
	} else element.createSpan({ cls: 'file-embed-title', text: file.name });
}

function drawImage(element: HTMLElement, app: App, file: TFile): void {
	element.addClass('media-embed', 'image-embed');
	const words = element.getAttr('alt') ?? '';
	const image = element.createEl('img', {
		attr: { src: app.vault.getResourcePath(file), alt: words },
	});
	const width = /^(\d+)(?:x\d+)?$/.exec(words)?.[1];
	if (width !== undefined) image.setAttr('width', width);
}

async function readPart(app: App, file: TFile, subpath: string): Promise<string> {
	const text = await app.vault.cachedRead(file);
	if (subpath === '') return text;
	const found = resolveSubpath(app.metadataCache.getFileCache(file) ?? {}, subpath);
	return found ? text.slice(found.start.offset, found.end?.offset) : '';
}
