import type { App } from '../app';
import { Component } from '../base/component';
import type { Menu } from '../ui/menu';
import { setIcon } from '../ui/icons';
import type { Scope } from '../ui/keymap';
import type { WorkspaceLeaf } from '../workspace/leaf';

/** Told by a view whether the way back shall lead here. */
export interface ViewStateResult {
	history: boolean;
}

/** What a leaf shows. */
export abstract class View extends Component {
	app: App;
	icon = 'file';
	navigation = false;
	scope: Scope | null = null;
	readonly containerEl = createDiv('workspace-leaf-content');

	constructor(public leaf: WorkspaceLeaf) {
		super();
		this.app = leaf.app;
	}

	/** Puts the view into its leaf. */
	async open(parent: HTMLElement): Promise<void> {
		parent.append(this.containerEl);
		this.containerEl.setAttr('data-type', this.getViewType());
		this.load();
		await this.onOpen();
	}

	/** Takes it out again. */
	async close(): Promise<void> {
		await this.onClose();
		this.containerEl.detach();
		this.unload();
	}

	protected async onOpen(): Promise<void> {
		return Promise.resolve();
	}

	protected async onClose(): Promise<void> {
		return Promise.resolve();
	}

	abstract getViewType(): string;
	abstract getDisplayText(): string;

	getState(): Record<string, unknown> {
		return {};
	}

	async setState(_state: unknown, _result: ViewStateResult): Promise<void> {
		return Promise.resolve();
	}

	getEphemeralState(): Record<string, unknown> {
		return {};
	}

	setEphemeralState(_state: unknown): void {
		return;
	}

	getIcon(): string {
		return this.icon;
	}

	onResize(): void {
		return;
	}

	onPaneMenu(_menu: Menu, _source: string): void {
		return;
	}
}

/** A view with a header and a content. */
export abstract class ItemView extends View {
	readonly headerEl: HTMLElement;
	readonly titleEl: HTMLElement;
	readonly actionsEl: HTMLElement;
	readonly contentEl: HTMLElement;

	constructor(leaf: WorkspaceLeaf) {
		super(leaf);
		this.headerEl = this.containerEl.createDiv('view-header');
		this.titleEl = this.headerEl
			.createDiv('view-header-title-container mod-at-start')
			.createDiv('view-header-title');
		this.actionsEl = this.headerEl.createDiv('view-actions');
		this.contentEl = this.containerEl.createDiv('view-content');
	}

	override async open(parent: HTMLElement): Promise<void> {
		await super.open(parent);
		this.titleEl.setText(this.getDisplayText());
	}

	addAction(icon: string, title: string, callback: (event: MouseEvent) => unknown): HTMLElement {
		const action = createEl('button', {
			cls: 'clickable-icon view-action',
			attr: { 'aria-label': title, type: 'button' },
		});
		setIcon(action, icon);
		action.addEventListener('click', callback);
		this.actionsEl.prepend(action);
		return action;
	}
}
