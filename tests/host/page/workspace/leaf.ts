import type { App } from '../app';
import type { TFile } from '../vault/abstract-file';
import { Menu } from '../ui/menu';
import { setIcon } from '../ui/icons';
import { DeferredView, EmptyView, UnknownView } from '../views/placeholder-views';
import type { View } from '../views/view';
import { WorkspaceItem } from './items';
import { WorkspaceMobileDrawer, WorkspaceSidedock } from './sides';
import type { WorkspaceTabs } from './tabs';
import type { Workspace } from './workspace';

/** A view and what it shows. */
export interface ViewState {
	readonly type: string;
	readonly state?: Record<string, unknown>;
	readonly active?: boolean;
	readonly pinned?: boolean;
	readonly group?: WorkspaceLeaf;
}

/** How a file is opened. */
export interface OpenViewState {
	readonly state?: Record<string, unknown>;
	readonly eState?: Record<string, unknown>;
	readonly active?: boolean;
	readonly group?: WorkspaceLeaf;
}

/** A place for a view. */
export class WorkspaceLeaf extends WorkspaceItem {
	readonly app: App;
	readonly tabHeaderEl = createDiv({ cls: 'workspace-tab-header tappable' });
	view: View;
	hoverPopover: unknown = null;
	pinned = false;
	group: string | null = null;
	/** When it was last in front; larger is later. */
	activeTime = 0;
	private readonly iconEl: HTMLElement;
	private readonly titleEl: HTMLElement;
	/** The change of the view that runs now; one at a time. */
	private changing: Promise<unknown> = Promise.resolve();

	constructor(
		workspace: Workspace,
		public id: string,
	) {
		super(workspace, 'workspace-leaf');
		this.app = workspace.app;
		this.view = new EmptyView(this);
		this.containerEl.append(this.view.containerEl);
		const inner = this.tabHeaderEl.createDiv('workspace-tab-header-inner');
		this.iconEl = inner.createDiv('workspace-tab-header-inner-icon');
		this.titleEl = inner.createDiv('workspace-tab-header-inner-title');
		const close = inner.createDiv({
			cls: 'workspace-tab-header-inner-close-button',
			attr: { 'aria-label': 'Close' },
		});
		setIcon(close, 'x');
		close.addEventListener('click', event => {
			event.stopPropagation();
			this.detach();
		});
		this.tabHeaderEl.addEventListener('click', () => {
			this.tabs?.selectTab(this);
			workspace.setActiveLeaf(this, { focus: true });
		});
		this.tabHeaderEl.addEventListener('contextmenu', event => this.openMenu(event));
		this.containerEl.addEventListener('mousedown', () => workspace.setActiveLeaf(this), true);
		this.containerEl.addEventListener('focusin', () => workspace.setActiveLeaf(this));
		this.updateHeader();
	}

	/** The group in which it stands. */
	get tabs(): WorkspaceTabs | null {
		return this.parent as WorkspaceTabs | null;
	}

	get isDeferred(): boolean {
		return this.view instanceof DeferredView;
	}

	/** True if it is on the screen: in front of its group, and its side is not folded away. */
	isVisible(): boolean {
		const root = this.getRoot();
		const isSide = root instanceof WorkspaceSidedock || root instanceof WorkspaceMobileDrawer;
		return this.tabs?.current === this && !(isSide && root.collapsed);
	}

	async loadIfDeferred(): Promise<void> {
		if (this.isDeferred) await this.setViewState(this.getViewState());
	}

	async open(view: View): Promise<View> {
		const before = this.view;
		this.view = view;
		await before.close();
		await view.open(this.containerEl);
		this.updateHeader();
		return view;
	}

	async openFile(file: TFile, openState: OpenViewState = {}): Promise<void> {
		const type = this.workspace.views.typeOfExtension(file.extension);
		const state = { ...openState.state, file: file.path };
		await this.setViewState({ type, state, active: openState.active !== false }, openState.eState);
		this.workspace.noteFile(file);
	}

	getViewState(): ViewState {
		const { view, pinned } = this;
		return {
			type: view.getViewType(),
			state: view.getState(),
			...(pinned ? { pinned } : {}),
		};
	}

	setViewState(viewState: ViewState, eState?: unknown): Promise<void> {
		const next = this.changing.catch(() => undefined).then(() => this.change(viewState, eState));
		this.changing = next;
		return next;
	}

	/** Holds the view back until somebody looks at it. */
	async defer(viewState: ViewState): Promise<void> {
		await this.open(new DeferredView(this, viewState));
	}

	/** Makes the view anew: its plugin came or went. */
	async rebuild(): Promise<void> {
		const { view } = this;
		const state = view instanceof UnknownView ? view.viewState : this.getViewState();
		await this.open(new EmptyView(this));
		await this.setViewState(state);
	}

	getEphemeralState(): Record<string, unknown> {
		return this.view.getEphemeralState();
	}

	setEphemeralState(state: unknown): void {
		this.view.setEphemeralState(state);
	}

	togglePinned(): void {
		this.setPinned(!this.pinned);
	}

	setPinned(pinned: boolean): void {
		if (pinned === this.pinned) return;
		this.pinned = pinned;
		this.tabHeaderEl.toggleClass('is-pinned', pinned);
		this.trigger('pinned-change', pinned);
	}

	setGroup(group: string): void {
		this.group = group;
		this.trigger('group-change', group);
	}

	setGroupMember(other: WorkspaceLeaf): void {
		this.setGroup(other.group ?? other.id);
	}

	detach(): void {
		this.workspace.removeLeaf(this);
	}

	getIcon(): string {
		return this.view.getIcon();
	}

	getDisplayText(): string {
		return this.view.getDisplayText();
	}

	onResize(): void {
		this.view.onResize();
	}

	/** Writes what the view is called into its tab. */
	updateHeader(): void {
		setIcon(this.iconEl, this.getIcon());
		this.titleEl.setText(this.getDisplayText());
		this.tabHeaderEl.setAttrs({
			'data-type': this.view.getViewType(),
			'aria-label': this.getDisplayText(),
		});
	}

	private async change(viewState: ViewState, eState: unknown): Promise<void> {
		const { type, state, active, pinned } = viewState;
		const isOther = type !== this.view.getViewType() || this.isDeferred;
		if (isOther) {
			const make = this.workspace.views.creatorOf(type);
			await this.open(make ? make(this) : new UnknownView(this, viewState));
		}
		if (state) await this.view.setState(state, { history: false });
		if (pinned !== undefined) this.setPinned(pinned);
		if (active) {
			this.tabs?.selectTab(this);
			this.workspace.setActiveLeaf(this, { focus: true });
		}
		if (eState !== undefined) this.setEphemeralState(eState);
		this.updateHeader();
		this.workspace.noteLayoutChange();
	}

	private openMenu(event: MouseEvent): void {
		const menu = new Menu();
		menu.addItem(item =>
			item
				.setTitle('Close')
				.setIcon('x')
				.onClick(() => this.detach()),
		);
		this.view.onPaneMenu(menu, 'tab-header');
		const file: unknown = Reflect.get(this.view, 'file');
		if (file) this.workspace.trigger('file-menu', menu, file, 'tab-header', this);
		menu.showAtMouseEvent(event);
	}
}
