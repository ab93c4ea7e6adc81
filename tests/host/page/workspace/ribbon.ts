import { setIcon } from '../ui/icons';
import type { Side } from './sides';

/** Icons beside the workspace. */
export class WorkspaceRibbon {
	readonly containerEl: HTMLElement;
	private readonly actionsEl: HTMLElement;

	constructor(parent: HTMLElement, side: Side) {
		this.containerEl = parent.createDiv(`workspace-ribbon side-dock-ribbon mod-${side}`);
		this.actionsEl = this.containerEl.createDiv('side-dock-actions');
	}

	addAction(icon: string, title: string, callback: (event: MouseEvent) => unknown): HTMLElement {
		const action = this.actionsEl.createEl('button', {
			cls: 'clickable-icon side-dock-ribbon-action',
			attr: { 'aria-label': title, type: 'button' },
		});
		setIcon(action, icon);
		action.addEventListener('click', callback);
		return action;
	}
}
