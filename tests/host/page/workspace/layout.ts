import { WorkspaceParent, WorkspaceSplit } from './items';
import type { WorkspaceItem } from './items';
import { WorkspaceLeaf } from './leaf';
import type { ViewState } from './leaf';
import { WorkspaceTabs } from './tabs';
import type { Workspace } from './workspace';

/** A part of the layout as `workspace.json` has it. */
export interface LayoutItem {
	readonly id?: string;
	readonly type: 'split' | 'tabs' | 'leaf';
	readonly direction?: 'vertical' | 'horizontal';
	readonly children?: readonly LayoutItem[];
	readonly currentTab?: number;
	readonly collapsed?: boolean;
	readonly state?: ViewState;
}

/** The whole layout. */
export interface Layout {
	readonly main: LayoutItem;
	readonly left: LayoutItem;
	readonly right: LayoutItem;
	readonly active: string | null;
	readonly lastOpenFiles: readonly string[];
}

/** Writes a part down. */
export function describeItem(item: WorkspaceItem): LayoutItem {
	if (item instanceof WorkspaceLeaf)
		return { id: item.id, type: 'leaf', state: item.getViewState() };
	const children = item instanceof WorkspaceParent ? item.children.map(describeItem) : [];
	if (item instanceof WorkspaceTabs) return { type: 'tabs', currentTab: item.currentTab, children };
	const collapsed: unknown = Reflect.get(item, 'collapsed');
	return {
		type: 'split',
		direction: item instanceof WorkspaceSplit ? item.direction : 'horizontal',
		children,
		...(typeof collapsed === 'boolean' ? { collapsed } : {}),
	};
}

/** Builds a part again; leaves wait with their views in `waiting`. */
function buildItem(
	workspace: Workspace,
	{ id, type, children = [], currentTab = 0, direction = 'vertical', state }: LayoutItem,
	waiting: Map<WorkspaceLeaf, ViewState>,
): WorkspaceItem {
	if (type === 'leaf') {
		const leaf = workspace.makeLeaf(id);
		if (state) waiting.set(leaf, state);
		return leaf;
	}
	const parent =
		type === 'tabs' ? new WorkspaceTabs(workspace) : new WorkspaceSplit(workspace, direction);
	for (const child of children) parent.insertChild(-1, buildItem(workspace, child, waiting));
	if (parent instanceof WorkspaceTabs) {
		const current = parent.tabs[currentTab];
		if (current) parent.selectTab(current);
	}
	return parent;
}

/** Puts what was written down in place of what is there. */
export function restoreChildren(
	parent: WorkspaceParent,
	item: LayoutItem,
	waiting: Map<WorkspaceLeaf, ViewState>,
): void {
	for (const child of [...parent.children]) parent.removeChild(child);
	for (const child of item.children ?? []) {
		parent.insertChild(-1, buildItem(parent.workspace, child, waiting));
	}
	if (parent.children.length === 0) parent.insertChild(0, new WorkspaceTabs(parent.workspace));
}
