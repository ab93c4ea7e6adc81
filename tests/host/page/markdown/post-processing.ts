import type { Component } from '../base/component';

/** What a post processor is told about where it works. */
export interface PostProcessorContext {
	readonly docId: string;
	readonly sourcePath: string;
	readonly frontmatter: unknown;
	addChild(child: Component): void;
	getSectionInfo(element: HTMLElement): SectionInfo | null;
}

/** The lines of a note from which a part of the screen was made. */
export interface SectionInfo {
	readonly text: string;
	readonly lineStart: number;
	readonly lineEnd: number;
}

/** Changes rendered Markdown. */
export interface PostProcessor {
	(element: HTMLElement, context: PostProcessorContext): unknown;
	sortOrder?: number;
}

/** Draws a fenced block. */
export type CodeBlockHandler = (
	source: string,
	element: HTMLElement,
	context: PostProcessorContext,
) => unknown;

const processors: PostProcessor[] = [];
const codeBlocks = new Map<string, CodeBlockHandler>();

/** Adds a post processor in its order; the answer takes it out. */
export function addPostProcessor(processor: PostProcessor, sortOrder = 0): () => void {
	processor.sortOrder = sortOrder;
	processors.push(processor);
	processors.sort((a, b) => (a.sortOrder ?? 0) - (b.sortOrder ?? 0));
	return () => processors.remove(processor);
}

/** Adds what draws the blocks of a language; a language has one. */
export function addCodeBlockHandler(language: string, handler: CodeBlockHandler): () => void {
	if (codeBlocks.has(language)) {
		throw new Error(`Code block postprocessor for language ${language} is already registered`);
	}
	codeBlocks.set(language, handler);
	return () => codeBlocks.delete(language);
}

/** What is registered now, for the report on leaks. */
export function countProcessors(): number {
	return processors.length + codeBlocks.size;
}

/** Runs all of them on an element. */
export async function postProcess(
	element: HTMLElement,
	context: PostProcessorContext,
): Promise<void> {
	const pending: unknown[] = [];
	for (const code of Array.from(element.querySelectorAll('pre > code'))) {
		const language = /(?:^| )language-(\S+)/.exec(code.className)?.[1] ?? '';
		const handler = codeBlocks.get(language);
		if (!handler || !code.parentElement) continue;
		const block = createDiv({ cls: `block-language-${language}` });
		code.parentElement.replaceWith(block);
		pending.push(handler(code.textContent.replace(/\n$/, ''), block, context));
	}
	for (const processor of [...processors]) pending.push(processor(element, context));
	await Promise.all(pending);
}
