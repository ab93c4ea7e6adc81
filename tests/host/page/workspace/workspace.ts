import type { App } from '../app';
import { debounce } from '../base/debounce';
import { Events } from '../base/events';
import { Platform } from '../base/platform';
import { parseLinktext } from '../metadata/find-links';
import type { TFile } from '../vault/abstract-file';
import { FileView } from '../views/file-view';
import { MarkdownView } from '../views/markdown-view';
import type { MarkdownFileInfo } from '../views/markdown-view';
import type { View } from '../views/view';
import { WorkspaceRoot, WorkspaceSplit } from './items';
import type { SplitDirection, WorkspaceParent } from './items';
import { describeItem, restoreChildren } from './layout';
import type { Layout } from './layout';
import { WorkspaceLeaf } from './leaf';
import type { OpenViewState, ViewState } from './leaf';
import { ReadyQueue } from './ready-queue';
import { WorkspaceRibbon } from './ribbon';
import { WorkspaceMobileDrawer, WorkspaceSidedock } from './sides';
import type { Side } from './sides';
import { ensureSideLeaf } from './side-leaf';
import type { SideLeafOptions } from './side-leaf';
import { firstTabsOf, WorkspaceTabs } from './tabs';
import { ViewRegistry } from './view-registry';

type PaneType = 'tab' | 'split' | 'window';
type AnySide = WorkspaceSidedock | WorkspaceMobileDrawer;

/** Where views are, and which of them is in front. */
export class Workspace extends Events {
	readonly views = new ViewRegistry();
	readonly rootSplit: WorkspaceRoot;
	readonly leftSplit: AnySide;
	readonly rightSplit: AnySide;
	readonly leftRibbon: WorkspaceRibbon;
	readonly rightRibbon: WorkspaceRibbon;
	activeLeaf: WorkspaceLeaf | null = null;
	private readonly ready = new ReadyQueue();
	private lastFile: TFile | null = null;
	private lastOpenFiles: string[] = [];
	private clock = 0;
	private leafCount = 0;

	private lastSave: Promise<void> = Promise.resolve();
	readonly requestSaveLayout = debounce(() => this.saveLayout(), 200, true);
	private readonly tellLayout = debounce(() => this.trigger('layout-change'), 10);
	private readonly tellActive = debounce(() => this.announceActive(), 0);

	constructor(
		readonly app: App,
		readonly containerEl: HTMLElement,
	) {
		super();
		const makeSide = (side: Side): AnySide =>
			Platform.isMobile ? new WorkspaceMobileDrawer(this, side) : new WorkspaceSidedock(this, side);
		this.leftSplit = makeSide('left');
		this.rootSplit = new WorkspaceRoot(this);
		this.rightSplit = makeSide('right');
		this.leftRibbon = new WorkspaceRibbon(containerEl, 'left');
		containerEl.append(
			...[this.leftSplit, this.rootSplit, this.rightSplit].map(item => item.containerEl),
		);
		this.rightRibbon = new WorkspaceRibbon(containerEl, 'right');
		this.leftSplit[Platform.isMobile ? 'collapse' : 'expand']();
		this.rightSplit.collapse();
		this.rootSplit.insertChild(0, new WorkspaceTabs(this));
		const rebuild = (type: string): void => {
			for (const leaf of this.getLeavesOfType(type)) if (!leaf.isDeferred) void leaf.rebuild();
		};
		this.views.on('view-registered', rebuild);
		this.views.on('view-unregistered', rebuild);
	}

	get layoutReady(): boolean {
		return this.ready.isReady;
	}

	onLayoutReady(callback: () => unknown): void {
		this.ready.add(callback);
	}

	/** The layout stands: whoever waited for it is called. */
	setLayoutReady(): void {
		this.ready.setReady();
		this.trigger('layout-ready');
		this.noteLayoutChange();
	}

	getLayout(): Layout & Record<string, unknown> {
		return {
			main: describeItem(this.rootSplit),
			left: describeItem(this.leftSplit),
			right: describeItem(this.rightSplit),
			active: this.activeLeaf?.id ?? null,
			lastOpenFiles: this.lastOpenFiles,
		};
	}

	/** Builds a layout; views that nobody sees wait. */
	async changeLayout(layout: Layout): Promise<void> {
		const waiting = new Map<WorkspaceLeaf, ViewState>();
		restoreChildren(this.rootSplit, layout.main, waiting);
		restoreChildren(this.leftSplit, layout.left, waiting);
		restoreChildren(this.rightSplit, layout.right, waiting);
		if (!Platform.isMobile) {
			this.leftSplit[layout.left.collapsed ? 'collapse' : 'expand']();
			this.rightSplit[layout.right.collapsed ? 'collapse' : 'expand']();
		}
		this.lastOpenFiles = [...layout.lastOpenFiles];
		for (const [leaf, state] of waiting) {
			if (leaf.isVisible()) await leaf.setViewState(state);
			else await leaf.defer(state);
		}
		const active = layout.active === null ? null : this.getLeafById(layout.active);
		this.setActiveLeaf(active ?? this.getMostRecentLeaf() ?? this.addLeaf(this.firstTabs()));
	}

	iterateRootLeaves(callback: (leaf: WorkspaceLeaf) => unknown): void {
		for (const leaf of [...this.rootSplit.leaves()]) callback(leaf);
	}

	iterateAllLeaves(callback: (leaf: WorkspaceLeaf) => unknown): void {
		for (const leaf of this.allLeaves()) callback(leaf);
	}

	getLeavesOfType(type: string): WorkspaceLeaf[] {
		return this.allLeaves().filter(({ view }) => view.getViewType() === type);
	}

	getLeafById(id: string): WorkspaceLeaf | null {
		return this.allLeaves().find(leaf => leaf.id === id) ?? null;
	}

	getGroupLeaves(group: string): WorkspaceLeaf[] {
		return this.allLeaves().filter(leaf => leaf.group === group);
	}

	detachLeavesOfType(type: string): void {
		for (const leaf of this.getLeavesOfType(type)) leaf.detach();
	}

	getMostRecentLeaf(root: WorkspaceParent = this.rootSplit): WorkspaceLeaf | null {
		const byTime = [...root.leaves()].sort((a, b) => b.activeTime - a.activeTime);
		return byTime[0] ?? null;
	}

	getUnpinnedLeaf(): WorkspaceLeaf {
		const recent = this.getMostRecentLeaf();
		const isFree = recent && !recent.pinned && (recent.view.navigation || recent.isDeferred);
		return isFree ? recent : this.addLeaf(recent?.tabs ?? this.firstTabs());
	}

	getLeaf(newLeaf: PaneType | boolean = false, direction?: SplitDirection): WorkspaceLeaf {
		if (newLeaf === false) return this.getUnpinnedLeaf();
		const recent = this.getMostRecentLeaf() ?? this.addLeaf(this.firstTabs());
		// A phone has one tab on its screen; windows of their own are not there.
		if (newLeaf === 'split' && !Platform.isPhone) return this.createLeafBySplit(recent, direction);
		if (recent.view.getViewType() === 'empty') return recent;
		return this.addLeaf(recent.tabs ?? this.firstTabs());
	}

	createLeafInParent(parent: WorkspaceParent, index: number): WorkspaceLeaf {
		if (parent instanceof WorkspaceTabs) return this.addLeaf(parent, index);
		const tabs = new WorkspaceTabs(this);
		parent.insertChild(index, tabs);
		return this.addLeaf(tabs);
	}

	createLeafBySplit(
		leaf: WorkspaceLeaf,
		direction: SplitDirection = 'vertical',
		before = false,
	): WorkspaceLeaf {
		const { tabs: group } = leaf;
		const parent = group?.parent;
		if (!group || !(parent instanceof WorkspaceSplit)) return this.addLeaf(this.firstTabs());
		let split = parent;
		if (parent.direction !== direction) {
			split = new WorkspaceSplit(this, direction);
			parent.replaceChild(group, split);
			split.insertChild(0, group);
		}
		const index = split.children.indexOf(group) + (before ? 0 : 1);
		return this.createLeafInParent(split, index);
	}

	splitActiveLeaf(direction?: SplitDirection): WorkspaceLeaf {
		return this.getLeaf('split', direction);
	}

	async duplicateLeaf(
		leaf: WorkspaceLeaf,
		type: PaneType | boolean = 'tab',
	): Promise<WorkspaceLeaf> {
		const copy = this.getLeaf(type);
		await copy.setViewState({ ...leaf.getViewState(), active: true });
		return copy;
	}

	/** Windows of their own are not there: a tab. */
	openPopoutLeaf(): WorkspaceLeaf {
		return this.getLeaf('tab');
	}

	getLeftLeaf(_split: boolean): WorkspaceLeaf {
		return this.addLeaf(firstTabsOf(this.leftSplit));
	}

	getRightLeaf(_split: boolean): WorkspaceLeaf {
		return this.addLeaf(firstTabsOf(this.rightSplit));
	}

	ensureSideLeaf(type: string, side: Side, options: SideLeafOptions = {}): Promise<WorkspaceLeaf> {
		return ensureSideLeaf(this, { type, side, ...options });
	}

	async revealLeaf(leaf: WorkspaceLeaf): Promise<void> {
		const root = leaf.getRoot();
		if (root instanceof WorkspaceSidedock || root instanceof WorkspaceMobileDrawer) root.expand();
		leaf.tabs?.selectTab(leaf);
		await leaf.loadIfDeferred();
	}

	setActiveLeaf(
		leaf: WorkspaceLeaf,
		params?: { focus?: boolean } | boolean,
		focus?: boolean,
	): void {
		leaf.activeTime = ++this.clock;
		const isFocused = focus ?? (typeof params === 'object' && params.focus === true);
		if (leaf !== this.activeLeaf) {
			this.activeLeaf?.containerEl.removeClass('mod-active');
			this.activeLeaf = leaf;
			leaf.containerEl.addClass('mod-active');
			// A leaf that is made active must be in front of its group.
			if (leaf.tabs && leaf.tabs.current !== leaf) leaf.tabs.selectTab(leaf);
			this.requestSaveLayout();
		}
		if (isFocused && leaf.view instanceof MarkdownView && leaf.view.getMode() === 'source') {
			if (!Platform.isMobile) leaf.view.editor.focus();
		}
		this.tellActive();
	}

	getActiveViewOfType<T extends View>(type: abstract new (...args: never[]) => T): T | null {
		const view = this.activeLeaf?.view;
		return view instanceof type ? view : null;
	}

	getActiveFile(): TFile | null {
		const active = this.getActiveViewOfType(FileView);
		if (active?.navigation) return active.file;
		const recent = this.getMostRecentLeaf()?.view;
		return recent instanceof FileView ? recent.file : null;
	}

	get activeEditor(): MarkdownFileInfo | null {
		return this.getActiveViewOfType(MarkdownView);
	}

	getLastOpenFiles(): string[] {
		return [...this.lastOpenFiles];
	}

	async openLinkText(
		linktext: string,
		sourcePath: string,
		newLeaf: PaneType | boolean = false,
		openState: OpenViewState = {},
	): Promise<void> {
		const { path, subpath } = parseLinktext(linktext);
		const { metadataCache, vault } = this.app;
		const found = metadataCache.getFirstLinkpathDest(path, sourcePath);
		// A link to a note that is not there makes it.
		const file = found ?? (await vault.create(/\.\w+$/.test(path) ? path : `${path}.md`, ''));
		const eState = subpath === '' ? openState.eState : { ...openState.eState, subpath };
		await this.getLeaf(newLeaf).openFile(file, { ...openState, ...(eState ? { eState } : {}) });
	}

	/** Editors get the extensions that are registered now. */
	updateOptions(): void {
		this.trigger('options-change');
	}

	handleLinkContextMenu(): boolean {
		return false;
	}

	makeLeaf(id = `leaf-${Date.now().toString(36)}-${++this.leafCount}`): WorkspaceLeaf {
		return new WorkspaceLeaf(this, id);
	}

	addLeaf(tabs: WorkspaceTabs, index = -1): WorkspaceLeaf {
		const leaf = this.makeLeaf();
		tabs.insertChild(index, leaf);
		tabs.selectTab(tabs.current ?? leaf);
		return leaf;
	}

	/** Takes a leaf out, and its group if it was the last one in it. */
	removeLeaf(leaf: WorkspaceLeaf): void {
		const { tabs } = leaf;
		if (!tabs) return;
		void leaf.view.close();
		tabs.removeChild(leaf);
		const parent = tabs.parent;
		if (tabs.children.length === 0 && parent && parent.children.length > 1)
			parent.removeChild(tabs);
		if (this.activeLeaf === leaf) {
			const next = this.getMostRecentLeaf() ?? this.addLeaf(this.firstTabs());
			this.setActiveLeaf(next);
		}
		this.noteLayoutChange();
	}

	/** A file came to the screen. */
	noteFile(file: TFile): void {
		this.lastOpenFiles = [file.path, ...this.lastOpenFiles.filter(path => path !== file.path)];
		this.lastOpenFiles.splice(10);
		this.tellActive();
	}

	/** Something about the layout is different: whoever listens hears it a moment later. */
	noteLayoutChange(): void {
		if (!this.layoutReady) return;
		this.tellLayout();
		this.requestSaveLayout();
	}

	private allLeaves(): WorkspaceLeaf[] {
		return [this.rootSplit, this.leftSplit, this.rightSplit].flatMap(item => [...item.leaves()]);
	}

	private firstTabs(): WorkspaceTabs {
		return firstTabsOf(this.rootSplit);
	}

	private announceActive(): void {
		this.trigger('active-leaf-change', this.activeLeaf);
		const file = this.getActiveFile();
		if (file === this.lastFile) return;
		this.lastFile = file;
		this.trigger('file-open', file);
	}

	/** Writes the layout, after any write of it that is still under way. */
	saveLayout(): Promise<void> {
		const { vault } = this.app;
		if (!this.layoutReady) return this.lastSave;
		const text = JSON.stringify(this.getLayout(), null, 2);
		const write = (): Promise<void> =>
			vault.adapter.write(`${vault.configDir}/workspace.json`, text);
		this.lastSave = this.lastSave.then(write, write);
		return this.lastSave;
	}
}
