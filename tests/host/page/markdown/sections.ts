import type { App } from '../app';
import { Component } from '../base/component';
import { drawEmbeds } from './embeds';
import { finishHtml } from './finish-html';
import { postProcess } from './post-processing';
import type { SectionInfo } from './post-processing';
import { markUnresolved, nextDocumentId, renderMarkdown, splitNote } from './render-markdown';
import { sanitizeHTMLToDom } from './sanitize';
import { toBlocks } from './to-html';
import type { RenderedBlock } from './to-html';

/** How long sections are drawn before keys and taps get their turn, in milliseconds. */
const LONGEST_SLICE = 8;

interface Section {
	readonly html: string;
	readonly element: HTMLElement;
	/** Lives as long as the section is on the screen. */
	readonly component: Component;
	info: SectionInfo;
}

/**
 * A note in a view for reading, block by block. As in the app, a block that is drawn already stays as it is when another
 * part of the note changes: its post processors do not run again, its diagram is not drawn again.
 */
export class Sections extends Component {
	private sections: readonly Section[] = [];
	/** Counts drawings: one that was overtaken goes no further. */
	private drawing = 0;
	private readonly docId = nextDocumentId();

	constructor(
		private readonly parent: HTMLElement,
		readonly app: App,
		readonly sourcePath: string,
	) {
		super();
	}

	/** Shows a text; kept when all of it is on the screen and nothing works on it any more. */
	async show(markdown: string): Promise<void> {
		const drawing = ++this.drawing;
		const { text, frontMatter } = splitNote(markdown);
		const blocks = toBlocks(text);
		const reused = this.keepSome(blocks);
		const pending: Promise<void>[] = [];
		let started = performance.now();
		let before: Element | null = null;
		for (const block of blocks) {
			const info = { text: markdown, lineStart: block.lineStart, lineEnd: block.lineEnd - 1 };
			const known = reused.get(block);
			const section = known ?? this.create(block, info);
			section.info = info;
			section.element.setAttr('data-line', block.lineStart);
			markUnresolved(section.element, this);
			this.put(section.element, before);
			before = section.element;
			if (known) continue;
			this.sections = [...this.sections, section];
			pending.push(this.finish(section, frontMatter));
			if (performance.now() - started < LONGEST_SLICE) continue;
			await new Promise(resolve => setTimeout(resolve));
			if (drawing !== this.drawing) return;
			started = performance.now();
		}
		await Promise.all(pending);
	}

	override onunload(): void {
		this.drawing++;
		for (const { element } of this.sections) element.remove();
		this.sections = [];
	}

	/** Which sections show a block already; the others go. */
	private keepSome(blocks: readonly RenderedBlock[]): Map<RenderedBlock, Section> {
		const byHtml = new Map<string, Section[]>();
		for (const section of this.sections) {
			const equal = byHtml.get(section.html);
			if (equal) equal.push(section);
			else byHtml.set(section.html, [section]);
		}
		const kept = new Map<RenderedBlock, Section>();
		for (const block of blocks) {
			const section = byHtml.get(block.html)?.shift();
			if (section) kept.set(block, section);
		}
		for (const section of [...byHtml.values()].flat()) {
			this.removeChild(section.component);
			section.element.remove();
		}
		this.sections = [...kept.values()];
		return kept;
	}

	private create({ html, tag }: RenderedBlock, info: SectionInfo): Section {
		const element = createDiv({ cls: `el-${tag}` });
		element.append(sanitizeHTMLToDom(html));
		finishHtml(element);
		return { html, element, component: this.addChild(new Component()), info };
	}

	/** In its place before others work on it: they look at what is around. */
	private put(element: HTMLElement, before: Element | null): void {
		const next = before ? before.nextElementSibling : this.firstElement();
		if (next === element) return;
		this.parent.insertBefore(element, next);
	}

	/** What stands first behind the head of the note. */
	private firstElement(): Element | null {
		return this.parent.querySelector(':scope > [data-line]');
	}

	private async finish(section: Section, frontmatter: unknown): Promise<void> {
		const { element, component } = section;
		await postProcess(element, {
			docId: this.docId,
			sourcePath: this.sourcePath,
			frontmatter,
			addChild: child => void component.addChild(child),
			getSectionInfo: inner => (element.contains(inner) ? section.info : null),
		});
		const { app, sourcePath } = this;
		await drawEmbeds(element, { app, sourcePath, component, depth: 0 }, renderMarkdown);
	}
}
