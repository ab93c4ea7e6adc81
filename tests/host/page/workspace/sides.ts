import { WorkspaceParent, WorkspaceSplit } from './items';
import { WorkspaceTabs } from './tabs';
import type { Workspace } from './workspace';

/** Left or right of the middle. */
export type Side = 'left' | 'right';

interface Collapsible {
	collapsed: boolean;
	readonly containerEl: HTMLElement;
	readonly workspace: Workspace;
	leaves(): Iterable<{ isVisible(): boolean; loadIfDeferred(): Promise<void> }>;
}

function setCollapsed(side: Collapsible, collapsed: boolean): void {
	side.collapsed = collapsed;
	side.containerEl.toggleClass('is-sidedock-collapsed', collapsed);
	side.containerEl.toggle(!collapsed);
	if (!collapsed && side.workspace.layoutReady) {
		for (const leaf of side.leaves()) if (leaf.isVisible()) void leaf.loadIfDeferred();
	}
	side.workspace.noteLayoutChange();
}

/** A side of a desktop. */
export class WorkspaceSidedock extends WorkspaceSplit {
	collapsed = false;

	constructor(workspace: Workspace, side: Side) {
		super(workspace, 'horizontal', `mod-sidedock mod-${side}-split`);
		this.insertChild(0, new WorkspaceTabs(workspace));
	}

	collapse(): void {
		setCollapsed(this, true);
	}

	expand(): void {
		setCollapsed(this, false);
	}

	toggle(): void {
		setCollapsed(this, !this.collapsed);
	}
}

/** A side of a mobile: it slides over everything else, and a tap beside it closes it. */
export class WorkspaceMobileDrawer extends WorkspaceParent {
	collapsed = true;
	private readonly innerEl: HTMLElement;

	constructor(workspace: Workspace, side: Side) {
		super(workspace, `workspace-drawer mod-${side}`);
		const backdrop = this.containerEl.createDiv('workspace-drawer-backdrop');
		backdrop.addEventListener('click', () => this.collapse());
		this.innerEl = this.containerEl.createDiv('workspace-drawer-inner');
		this.insertChild(0, new WorkspaceTabs(workspace));
	}

	collapse(): void {
		setCollapsed(this, true);
	}

	expand(): void {
		setCollapsed(this, false);
	}

	toggle(): void {
		setCollapsed(this, !this.collapsed);
	}

	protected override contentEl(): HTMLElement {
		return this.innerEl;
	}
}
