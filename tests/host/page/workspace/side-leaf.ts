import type { WorkspaceLeaf } from './leaf';
import type { Side } from './sides';
import { firstTabsOf } from './tabs';
import type { Workspace } from './workspace';

/** How a view at a side is wanted. */
export interface SideLeafOptions {
	readonly active?: boolean;
	readonly split?: boolean;
	readonly reveal?: boolean;
	readonly state?: unknown;
}

/** The leaf at a side that shows a type of view, made if there is none. */
export async function ensureSideLeaf(
	workspace: Workspace,
	{
		type,
		side,
		active = false,
		reveal = true,
		...options
	}: SideLeafOptions & { type: string; side: Side },
): Promise<WorkspaceLeaf> {
	const parent = side === 'left' ? workspace.leftSplit : workspace.rightSplit;
	const found = [...parent.leaves()].find(({ view }) => view.getViewType() === type);
	const leaf = found ?? workspace.addLeaf(firstTabsOf(parent));
	const state = options.state as Record<string, unknown> | undefined;
	if (!found || state) await leaf.setViewState({ type, active, ...(state ? { state } : {}) });
	if (reveal) await workspace.revealLeaf(leaf);
	return leaf;
}
