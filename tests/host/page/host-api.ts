import type { BasesViewSettings } from './plugin/bases';
import type { App } from './app';
import { reportLeaks, takeBaseline } from './leaks/leak-report';
import type { Baseline } from './leaks/leak-report';
import { Tasks } from './module-functions';
import { shownNotices } from './ui/notice';
import type { OutsideChange } from './vault/store-bridge';
import { openedAddresses } from './views/listen-to-links';
import { MarkdownView } from './views/markdown-view';

declare global {
	interface Window {
		host: HostApi;
	}
}

/** What the driver calls in the page; everything else it does with the mouse and the keys. */
export class HostApi {
	/** Links in rendered notes that were clicked and that nobody opened. */
	readonly unheardLinks: string[] = [];
	private baseline: Baseline | undefined;

	constructor(private readonly app: App) {}

	listCommands(): { id: string; name: string }[] {
		return this.app.commands.listCommands().map(({ id, name }) => ({ id, name }));
	}

	runCommand(id: string): boolean {
		return this.app.commands.executeCommandById(id);
	}

	async openNote(path: string, mode?: 'source' | 'preview', newTab = false): Promise<void> {
		const { vault, workspace } = this.app;
		const file = vault.getFileByPath(path);
		if (!file) throw new Error(`There is no ${path}`);
		const leaf = workspace.getLeaf(newTab ? 'tab' : false);
		await leaf.openFile(file, mode ? { state: { mode } } : {});
		if (leaf.view instanceof MarkdownView) await leaf.view.previewMode.drawn;
	}

	applyOutsideChange(change: OutsideChange): void {
		this.app.vault.applyOutsideChange(change);
	}

	/** The text in the editor in front, saved or not. */
	editorText(): string | null {
		return this.app.workspace.getActiveViewOfType(MarkdownView)?.getViewData() ?? null;
	}

	setCursor(line: number, ch: number): void {
		const view = this.app.workspace.getActiveViewOfType(MarkdownView);
		if (!view) throw new Error('No note is in front');
		const place = { line, ch };
		view.editor.setCursor(place);
		view.editor.scrollIntoView({ from: place, to: place }, true);
		view.editor.focus();
	}

	/** Waits until the cache has read and resolved everything. */
	whenQuiet(): Promise<void> {
		return this.app.metadataCache.whenQuiet();
	}

	/** Ends the app as closing its window does: what was typed is written. */
	async quit(): Promise<void> {
		const { workspace } = this.app;
		const tasks = new Tasks();
		workspace.iterateAllLeaves(({ view }) => {
			if (view instanceof MarkdownView && view.file) tasks.addPromise(view.save());
		});
		workspace.trigger('quit', tasks);
		await tasks.promise();
		workspace.requestSaveLayout.cancel();
		await workspace.saveLayout();
	}

	async enablePlugin(isByUser = true): Promise<void> {
		this.baseline ??= takeBaseline(this.app);
		await this.app.plugins.enable(isByUser);
	}

	disablePlugin(): void {
		this.app.plugins.disable();
	}

	reportLeaks(): string[] {
		return this.baseline ? reportLeaks(this.app, this.baseline) : [];
	}

	notices(): readonly string[] {
		return shownNotices();
	}

	openedAddresses(): readonly string[] {
		return openedAddresses();
	}

	invokeCli(name: string, params: Record<string, string>): Promise<string> {
		return this.app.cli.invoke(name, params);
	}

	openBasesView(id: string, paths: string[], given?: BasesViewSettings): void {
		this.app.basesViews.open(id, paths, given);
	}

	openSettings(id: string): boolean {
		return this.app.setting.openTabById(id) !== null;
	}

	setTheme(theme: 'light' | 'dark'): void {
		document.body.toggleClass('theme-light', theme === 'light');
		document.body.toggleClass('theme-dark', theme === 'dark');
		this.app.workspace.trigger('css-change');
	}

	async rename(path: string, newPath: string): Promise<void> {
		const file = this.app.vault.getAbstractFileByPath(path);
		if (!file) throw new Error(`There is no ${path}`);
		await this.app.fileManager.renameFile(file, newPath);
	}
}
