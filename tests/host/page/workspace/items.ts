import { Events } from '../base/events';
import type { WorkspaceLeaf } from './leaf';
import type { Workspace } from './workspace';

/** The direction in which the parts of a split stand side by side. */
export type SplitDirection = 'vertical' | 'horizontal';

/** A part of the layout. */
export abstract class WorkspaceItem extends Events {
	parent: WorkspaceParent | null = null;
	readonly containerEl: HTMLElement;

	constructor(
		readonly workspace: Workspace,
		cls: string,
	) {
		super();
		this.containerEl = createDiv(cls);
	}

	/** The outermost part: the middle or one of the sides. */
	getRoot(): WorkspaceItem {
		return this.parent ? this.parent.getRoot() : this;
	}

	/** The window; there is one. */
	getContainer(): WorkspaceItem {
		return this.workspace.rootSplit;
	}
}

/** A part that holds others. */
export abstract class WorkspaceParent extends WorkspaceItem {
	children: WorkspaceItem[] = [];

	insertChild(index: number, child: WorkspaceItem): void {
		const at = index < 0 ? this.children.length : index;
		this.children.splice(at, 0, child);
		child.parent = this;
		const before = this.children[at + 1]?.containerEl ?? null;
		this.contentEl().insertBefore(child.containerEl, before);
		this.onChildrenChange();
	}

	removeChild(child: WorkspaceItem): void {
		this.children = this.children.filter(one => one !== child);
		child.parent = null;
		child.containerEl.detach();
		this.onChildrenChange();
	}

	replaceChild(child: WorkspaceItem, other: WorkspaceItem): void {
		const index = this.children.indexOf(child);
		this.removeChild(child);
		this.insertChild(index, other);
	}

	/** All leaves below, in their order. */
	*leaves(): Generator<WorkspaceLeaf> {
		for (const child of this.children) {
			if (child instanceof WorkspaceParent) yield* child.leaves();
			else yield child as WorkspaceLeaf;
		}
	}

	protected contentEl(): HTMLElement {
		return this.containerEl;
	}

	protected onChildrenChange(): void {
		return;
	}
}

/** Parts side by side. */
export class WorkspaceSplit extends WorkspaceParent {
	direction: SplitDirection;

	constructor(workspace: Workspace, direction: SplitDirection, cls = '') {
		super(workspace, `workspace-split mod-${direction} ${cls}`.trim());
		this.direction = direction;
	}
}

/** The split of a window. */
export abstract class WorkspaceContainer extends WorkspaceSplit {
	readonly win: Window = window;
	readonly doc: Document = document;
}

/** The middle. */
export class WorkspaceRoot extends WorkspaceContainer {
	constructor(workspace: Workspace) {
		super(workspace, 'vertical', 'mod-root');
	}
}

/** There are no windows of their own here; the class is for `instanceof`. */
export class WorkspaceWindow extends WorkspaceContainer {}

/** The same for what floats. */
export class WorkspaceFloating extends WorkspaceParent {}
