import type { EditorView } from '@codemirror/view';
import { hostSettings } from '../base/host-settings';
import { makeCodeMirror, showText, startText } from '../editor/code-mirror';
import { Editor } from '../editor/editor';
import { resolveSubpath } from '../metadata/subpath';
import type { TFile } from '../vault/abstract-file';
import type { WorkspaceLeaf } from '../workspace/leaf';
import { Menu } from '../ui/menu';
import { TextFileView } from './file-view';
import { MarkdownPreviewView } from './preview-view';
import type { ViewStateResult } from './view';

type Mode = 'source' | 'preview';

/** A note, to write in or to read. */
export class MarkdownView extends TextFileView {
	readonly editor: Editor;
	readonly previewMode: MarkdownPreviewView;
	hoverPopover: unknown = null;
	private mode: Mode = hostSettings().defaultMode;
	private readonly cm: EditorView;
	private readonly sourceEl: HTMLElement;
	private readonly modeButton: HTMLElement;

	constructor(leaf: WorkspaceLeaf) {
		super(leaf);
		this.contentEl.addClass('markdown-view-content');
		this.sourceEl = this.contentEl.createDiv('markdown-source-view cm-s-obsidian mod-cm6');
		this.cm = makeCodeMirror(this.sourceEl, this.onEdit);
		this.editor = new Editor(this.cm);
		const readingEl = this.contentEl.createDiv('markdown-reading-view').createDiv();
		this.previewMode = this.addChild(new MarkdownPreviewView(this.app, readingEl, this));
		this.modeButton = this.addAction('pencil', 'Toggle reading view', () => void this.toggleMode());
		this.sourceEl.addEventListener('contextmenu', event => this.openMenu(event));
		this.showMode();
	}

	getViewType(): string {
		return 'markdown';
	}

	getMode(): Mode {
		return this.mode;
	}

	get currentMode(): { readonly type: Mode; get(): string; getScroll(): number } {
		const { mode, editor, previewMode } = this;
		return {
			type: mode,
			get: () => this.getViewData(),
			getScroll: () => (mode === 'preview' ? previewMode.getScroll() : editor.getScrollInfo().top),
		};
	}

	override canAcceptExtension(extension: string): boolean {
		return extension === 'md';
	}

	override getState(): Record<string, unknown> {
		return { ...super.getState(), mode: this.mode, source: false };
	}

	override async setState(state: unknown, result: ViewStateResult): Promise<void> {
		await super.setState(state, result);
		const mode: unknown =
			typeof state === 'object' && state ? Reflect.get(state, 'mode') : undefined;
		if (mode === 'source' || mode === 'preview') await this.setMode(mode);
	}

	override getEphemeralState(): Record<string, unknown> {
		return this.mode === 'source'
			? { cursor: { from: this.editor.getCursor('from'), to: this.editor.getCursor('to') } }
			: { scroll: this.previewMode.getScroll() };
	}

	override setEphemeralState(state: unknown): void {
		if (typeof state !== 'object' || state === null) return;
		const line = this.lineOf(state);
		if (line !== undefined) this.showLine(line);
		const cursor = Reflect.get(state, 'cursor') as
			{ from: { line: number; ch: number } } | undefined;
		if (cursor && this.mode === 'source') this.editor.setCursor(cursor.from);
		if (Reflect.get(state, 'focus') === true && this.mode === 'source') this.editor.focus();
	}

	getViewData(): string {
		return this.mode === 'source' ? this.editor.getValue() : this.previewMode.get();
	}

	setViewData(data: string, clear: boolean): void {
		if (clear) startText(this.cm, data, this.onEdit);
		else showText(this.cm, data);
		if (this.mode === 'preview') this.previewMode.set(data, clear);
	}

	clear(): void {
		startText(this.cm, '', this.onEdit);
		this.previewMode.clear();
	}

	/** Finding in a note is not there. */
	showSearch(_replace?: boolean): void {
		return;
	}

	async toggleMode(): Promise<void> {
		await this.setMode(this.mode === 'source' ? 'preview' : 'source');
		this.app.workspace.noteLayoutChange();
	}

	protected override async onClose(): Promise<void> {
		await super.onClose();
		this.cm.destroy();
	}

	private async setMode(mode: Mode): Promise<void> {
		if (mode === this.mode) return;
		const text = this.getViewData();
		if (mode === 'source') showText(this.cm, text);
		this.mode = mode;
		if (mode === 'preview') this.previewMode.set(text, true);
		this.showMode();
		await this.previewMode.drawn;
	}

	private showMode(): void {
		this.containerEl.setAttr('data-mode', this.mode);
		this.sourceEl.toggle(this.mode === 'source');
		this.previewMode.containerEl.parentElement?.toggle(this.mode === 'preview');
		this.modeButton.setAttr('data-mode', this.mode);
	}

	private readonly onEdit = (): void => {
		this.requestSave();
		this.app.workspace.trigger('editor-change', this.editor, this);
	};

	private lineOf(state: object): number | undefined {
		const line: unknown = Reflect.get(state, 'line');
		if (typeof line === 'number') return line;
		const subpath: unknown = Reflect.get(state, 'subpath');
		if (typeof subpath !== 'string' || subpath === '' || !this.file) return undefined;
		const cache = this.app.metadataCache.getFileCache(this.file);
		return (cache ? resolveSubpath(cache, subpath) : null)?.start.line;
	}

	private showLine(line: number): void {
		if (this.mode === 'preview') {
			void this.previewMode.drawn.then(() => this.previewMode.showLine(line));
			return;
		}
		const place = { line, ch: 0 };
		this.editor.setCursor(place);
		this.editor.scrollIntoView({ from: place, to: place }, true);
	}

	private openMenu(event: MouseEvent): void {
		const menu = new Menu();
		this.app.workspace.trigger('editor-menu', menu, this.editor, this);
		menu.showAtMouseEvent(event);
	}
}

/** What is known of the note in front: a view of it, or a part of another view that edits it. */
export interface MarkdownFileInfo {
	readonly editor?: Editor;
	readonly file: TFile | null;
}
