import type { Modal, Plugin } from 'obsidian';

/** Opens modals and closes those that are still open when the plugin is switched off. */
export class ModalHost {
	private readonly open = new Set<Modal>();

	constructor(plugin: Plugin) {
		plugin.register(() => {
			for (const modal of this.open) modal.close();
		});
	}

	/** Opens a modal. */
	show(modal: Modal): void {
		this.open.add(modal);
		modal.setCloseCallback(() => {
			this.open.delete(modal);
		});
		modal.open();
	}
}
