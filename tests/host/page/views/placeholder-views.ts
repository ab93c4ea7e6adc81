import type { ViewState, WorkspaceLeaf } from '../workspace/leaf';
import { ItemView } from './view';

/** A new tab. */
export class EmptyView extends ItemView {
	override icon = 'file';
	override navigation = true;

	constructor(leaf: WorkspaceLeaf) {
		super(leaf);
		this.contentEl.createDiv({ cls: 'empty-state', text: 'No file is open' });
	}

	getViewType(): string {
		return 'empty';
	}

	getDisplayText(): string {
		return 'New tab';
	}
}

/** Stands for a view until somebody looks at it. */
export class DeferredView extends ItemView {
	constructor(
		leaf: WorkspaceLeaf,
		private readonly viewState: ViewState,
	) {
		super(leaf);
	}

	getViewType(): string {
		return this.viewState.type;
	}

	getDisplayText(): string {
		const file = this.viewState.state?.file;
		return typeof file === 'string' ? file.replace(/^.*\/|\.md$/g, '') : this.viewState.type;
	}

	override getState(): Record<string, unknown> {
		return this.viewState.state ?? {};
	}
}

/** Stands for a view whose plugin is switched off. */
export class UnknownView extends ItemView {
	constructor(
		leaf: WorkspaceLeaf,
		readonly viewState: ViewState,
	) {
		super(leaf);
		this.contentEl.createDiv({ cls: 'empty-state', text: 'Plugin no longer active' });
	}

	getViewType(): string {
		return this.viewState.type;
	}

	getDisplayText(): string {
		return 'Plugin no longer active';
	}

	override getState(): Record<string, unknown> {
		return this.viewState.state ?? {};
	}
}
