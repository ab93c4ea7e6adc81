import type { CachedMetadata, Reference } from 'obsidian';
import { parseFrontMatterTags } from './metadata/front-matter';

/** All tags of a note, those of its properties first. */
export function getAllTags(cache: CachedMetadata): string[] {
	const own = (cache.tags ?? []).map(({ tag }) => tag);
	return [...(parseFrontMatterTags(cache.frontmatter) ?? []), ...own];
}

/** Calls back for references until the answer is true. */
export function iterateRefs(
	references: readonly Reference[],
	callback: (reference: Reference) => boolean | void,
): boolean {
	return references.some(reference => callback(reference) === true);
}

/** The same for all that a note refers to. */
export function iterateCacheRefs(
	cache: CachedMetadata,
	callback: (reference: Reference) => boolean | void,
): boolean {
	return iterateRefs([...(cache.links ?? []), ...(cache.embeds ?? [])], callback);
}

/** A formula as the text it was written in. */
export function renderMath(source: string, display: boolean): HTMLElement {
	const cls = `math ${display ? 'math-block' : 'math-inline'} is-loaded`;
	return createSpan({ cls, text: source });
}

/** Nothing is to be done: formulas stay text. */
export function finishRenderMath(): Promise<void> {
	return Promise.resolve();
}

/** Nothing is to be loaded. */
export function loadMathJax(): Promise<void> {
	return Promise.resolve();
}

/** What the network answers; a test reaches no other machine. */
export async function requestUrl(
	request:
		string | { url: string; method?: string; body?: string; headers?: Record<string, string> },
): Promise<{ status: number; headers: Record<string, string>; text: string; json: unknown }> {
	const { url, ...options } = typeof request === 'string' ? { url: request } : request;
	const response = await fetch(url, options);
	const text = await response.text();
	const headers = Object.fromEntries(response.headers.entries());
	return {
		status: response.status,
		headers,
		text,
		get json() {
			return JSON.parse(text) as unknown;
		},
	};
}

/** Only the text of the answer. */
export async function request(given: Parameters<typeof requestUrl>[0]): Promise<string> {
	return (await requestUrl(given)).text;
}

/** The two parts of the name of a property of a base. */
export function parsePropertyId(id: string): { type: string; name: string } {
	const [type = '', name = ''] = id.split(/\.(.*)/);
	return { type, name };
}

/** The bytes of a blob. */
export function getBlobArrayBuffer(blob: Blob): Promise<ArrayBuffer> {
	return blob.arrayBuffer();
}

/** A hint beside an element: here only its label. */
export function displayTooltip(element: HTMLElement, content: string | DocumentFragment): void {
	setTooltip(element, typeof content === 'string' ? content : (content.textContent ?? ''));
}

/** A hint that shows when the mouse is over an element: here only its label. */
export function setTooltip(element: HTMLElement, tooltip: string): void {
	element.setAttr('aria-label', tooltip);
}

/** Work that the app waits for before it ends. */
export class Tasks {
	private readonly promises: Promise<unknown>[] = [];

	add(task: () => Promise<unknown>): void {
		this.promises.push(task());
	}

	addPromise(promise: Promise<unknown>): void {
		this.promises.push(promise);
	}

	isEmpty(): boolean {
		return this.promises.length === 0;
	}

	promise(): Promise<unknown> {
		return Promise.all(this.promises);
	}
}
