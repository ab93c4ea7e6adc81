import { setIcon } from '../ui/icons';
import { WorkspaceParent, WorkspaceSplit } from './items';
import type { WorkspaceLeaf } from './leaf';
import type { Workspace } from './workspace';

/** Leaves behind one another, of which one is shown. */
export class WorkspaceTabs extends WorkspaceParent {
	currentTab = 0;
	readonly tabHeaderContainerEl: HTMLElement;
	private readonly headersEl: HTMLElement;
	private readonly tabsEl: HTMLElement;

	constructor(workspace: Workspace) {
		super(workspace, 'workspace-tabs mod-top');
		this.tabHeaderContainerEl = this.containerEl.createDiv('workspace-tab-header-container');
		this.headersEl = this.tabHeaderContainerEl.createDiv('workspace-tab-header-container-inner');
		const add = this.tabHeaderContainerEl.createDiv({
			cls: 'workspace-tab-header-new-tab clickable-icon',
			attr: { 'aria-label': 'New tab' },
		});
		setIcon(add, 'plus');
		add.addEventListener('click', () => workspace.setActiveLeaf(workspace.addLeaf(this)));
		this.tabsEl = this.containerEl.createDiv('workspace-tab-container');
	}

	/** The leaves of this group. */
	get tabs(): WorkspaceLeaf[] {
		return [...this.leaves()];
	}

	get current(): WorkspaceLeaf | undefined {
		return this.tabs[this.currentTab];
	}

	/** Shows a leaf; one that waits to be shown is loaded now. */
	selectTab(leaf: WorkspaceLeaf): void {
		this.currentTab = Math.max(0, this.tabs.indexOf(leaf));
		this.showCurrent();
		if (this.workspace.layoutReady) void leaf.loadIfDeferred();
		this.workspace.noteLayoutChange();
	}

	protected override contentEl(): HTMLElement {
		return this.tabsEl;
	}

	protected override onChildrenChange(): void {
		this.currentTab = Math.max(0, Math.min(this.currentTab, this.children.length - 1));
		this.headersEl.replaceChildren(...this.tabs.map(({ tabHeaderEl }) => tabHeaderEl));
		this.showCurrent();
	}

	private showCurrent(): void {
		this.tabs.forEach((leaf, index) => {
			leaf.containerEl.toggle(index === this.currentTab);
			leaf.tabHeaderEl.toggleClass('is-active', index === this.currentTab);
		});
	}
}

/** The first group below, made if there is none. */
export function firstTabsOf(parent: WorkspaceParent): WorkspaceTabs {
	for (const child of parent.children) {
		if (child instanceof WorkspaceTabs) return child;
		if (child instanceof WorkspaceSplit) return firstTabsOf(child);
	}
	const tabs = new WorkspaceTabs(parent.workspace);
	parent.insertChild(0, tabs);
	return tabs;
}
