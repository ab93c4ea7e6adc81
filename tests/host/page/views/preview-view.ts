import type { App } from '../app';
import { getFrontMatterInfo, readFrontMatter } from '../metadata/front-matter';
import { MarkdownRenderChild } from '../markdown/render-markdown';
import { Sections } from '../markdown/sections';
import type { TFile } from '../vault/abstract-file';
import { listenToLinks } from './listen-to-links';
import { drawNoteHead } from './note-head';

/** A note drawn for reading. */
export class MarkdownPreviewView extends MarkdownRenderChild {
	private text = '';
	private sections: Sections | undefined;
	/** What the head of the note was drawn from. */
	private head = '';
	private readonly headEl: HTMLElement;
	private readonly sizerEl: HTMLElement;
	/** The last drawing; kept when it is on the screen. */
	drawn: Promise<void> = Promise.resolve();

	constructor(
		public app: App,
		containerEl: HTMLElement,
		private readonly owner: { readonly file: TFile | null },
	) {
		super(containerEl);
		containerEl.addClass('markdown-preview-view', 'markdown-rendered');
		this.sizerEl = containerEl.createDiv('markdown-preview-sizer markdown-preview-section');
		this.headEl = this.sizerEl.createDiv('mod-header');
		listenToLinks(app, containerEl, () => owner.file?.path ?? '');
		containerEl.addEventListener('click', event => void this.toggleTask(event));
	}

	get file(): TFile | null {
		return this.owner.file;
	}

	get(): string {
		return this.text;
	}

	set(text: string, clear: boolean): void {
		if (clear) this.clear();
		if (!clear && text === this.text) return;
		this.text = text;
		this.rerender();
	}

	clear(): void {
		this.text = '';
		this.head = '';
		this.headEl.empty();
		this.dropSections();
	}

	/** Brings the screen up to date; with `full`, everything is drawn anew. */
	rerender(full = false): void {
		if (full) this.dropSections();
		this.drawn = this.draw().catch((error: unknown) => {
			setTimeout(() => {
				throw error;
			});
		});
	}

	getScroll(): number {
		return this.containerEl.scrollTop;
	}

	applyScroll(scroll: number): void {
		this.containerEl.scrollTop = scroll;
	}

	/** Brings a line of the note onto the screen. */
	showLine(line: number): void {
		const sections = Array.from(this.sizerEl.children);
		const before = sections.filter(section => Number(section.getAttr('data-line')) <= line);
		before.at(-1)?.scrollIntoView();
	}

	private async draw(): Promise<void> {
		const { app, file, text } = this;
		const sourcePath = file?.path ?? '';
		const frontMatter = getFrontMatterInfo(text);
		const head = JSON.stringify([sourcePath, frontMatter.frontmatter]);
		if (head !== this.head) {
			this.headEl.empty();
			drawNoteHead(this.headEl, file?.basename ?? '', readFrontMatter(frontMatter));
			this.head = head;
		}
		// Links and embeds are looked up from where the note is.
		if (this.sections?.sourcePath !== sourcePath) this.dropSections();
		this.sections ??= this.addChild(new Sections(this.sizerEl, app, sourcePath));
		await this.sections.show(text);
	}

	private dropSections(): void {
		if (this.sections) this.removeChild(this.sections);
		this.sections = undefined;
	}

	/** A click on a task changes its line in the file. */
	private async toggleTask({ target }: Event): Promise<void> {
		const { file } = this;
		if (!(target instanceof HTMLInputElement) || !target.hasClass('task-list-item-checkbox'))
			return;
		const boxes = Array.from(this.sizerEl.querySelectorAll('.task-list-item-checkbox'));
		const tasks = (file && this.app.metadataCache.getFileCache(file)?.listItems) ?? [];
		const task = tasks.filter(item => item.task !== undefined)[boxes.indexOf(target)];
		if (!file || !task) return;
		const { offset } = task.position.start;
		await this.app.vault.process(file, text => {
			const behind = text.slice(offset).replace(/\[.\]/, target.checked ? '[x]' : '[ ]');
			return text.slice(0, offset) + behind;
		});
	}
}
