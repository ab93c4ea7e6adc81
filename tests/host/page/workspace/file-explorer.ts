import { debounce } from '../base/debounce';
import { TFolder } from '../vault/abstract-file';
import type { TAbstractFile } from '../vault/abstract-file';
import { Keymap } from '../ui/keymap';
import { Menu } from '../ui/menu';
import { ItemView } from '../views/view';

/** Files and folders to click. */
export class FileExplorerView extends ItemView {
	override icon = 'folder';
	private readonly folded = new Set<string>();
	private readonly drawSoon = debounce(() => this.draw(), 20);

	getViewType(): string {
		return 'file-explorer';
	}

	getDisplayText(): string {
		return 'Files';
	}

	protected override async onOpen(): Promise<void> {
		const { vault } = this.app;
		for (const name of ['create', 'delete', 'rename']) {
			this.registerEvent(vault.on(name, () => void this.drawSoon()));
		}
		this.draw();
		return Promise.resolve();
	}

	private draw(): void {
		this.contentEl.empty();
		this.drawFolder(this.app.vault.getRoot(), this.contentEl.createDiv('nav-files-container'));
	}

	private drawFolder(folder: TFolder, parent: HTMLElement): void {
		const isFolder = (file: TAbstractFile): number => (file instanceof TFolder ? 0 : 1);
		const children = [...folder.children].sort(
			(a, b) => isFolder(a) - isFolder(b) || (a.name < b.name ? -1 : 1),
		);
		for (const file of children) this.drawFile(file, parent);
	}

	private drawFile(file: TAbstractFile, parent: HTMLElement): void {
		const kind = file instanceof TFolder ? 'folder' : 'file';
		const item = parent.createDiv(`tree-item nav-${kind}`);
		const title = item.createDiv({
			cls: `tree-item-self nav-${kind}-title`,
			text: file.name.replace(/\.md$/, ''),
			attr: { 'data-path': file.path },
		});
		title.addEventListener('contextmenu', event => {
			const menu = new Menu();
			this.app.workspace.trigger('file-menu', menu, file, 'file-explorer-context-menu', this.leaf);
			menu.showAtMouseEvent(event);
		});
		title.addEventListener('click', event => this.onClick(file, event));
		if (!(file instanceof TFolder)) return;
		item.toggleClass('is-collapsed', this.folded.has(file.path));
		if (!this.folded.has(file.path)) this.drawFolder(file, item.createDiv('nav-folder-children'));
	}

	private onClick(file: TAbstractFile, event: MouseEvent): void {
		if (!(file instanceof TFolder)) {
			const { workspace } = this.app;
			void workspace.openLinkText(file.path, '', Keymap.isModEvent(event));
			if (this.app.isMobile) workspace.leftSplit.collapse();
			return;
		}
		if (!this.folded.delete(file.path)) this.folded.add(file.path);
		this.draw();
	}
}
