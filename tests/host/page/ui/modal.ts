import type { App } from '../app';
import { setIcon } from './icons';
import { Scope } from './keymap';

/** A window in front of everything else, in the document while it is open. */
export class Modal {
	readonly scope = new Scope();
	readonly containerEl = createDiv({ cls: 'modal-container mod-dim' });
	readonly bgEl = this.containerEl.createDiv({ cls: 'modal-bg' });
	readonly modalEl = this.containerEl.createDiv({
		cls: 'modal',
		attr: { role: 'dialog', 'aria-modal': 'true', tabindex: -1 },
	});
	readonly titleEl: HTMLElement;
	readonly contentEl: HTMLElement;
	shouldRestoreSelection = true;
	private isOpen = false;
	private before: Element | null = null;
	private onClosed: (() => unknown) | undefined;

	constructor(public app: App) {
		const close = this.modalEl.createDiv({ cls: 'modal-close-button mod-raised clickable-icon' });
		setIcon(close, 'x');
		this.titleEl = this.modalEl.createDiv('modal-header').createDiv('modal-title');
		this.contentEl = this.modalEl.createDiv('modal-content');
		close.addEventListener('click', () => this.close());
		this.bgEl.addEventListener('click', () => this.close());
		this.scope.register([], 'Escape', () => {
			this.close();
			return false;
		});
	}

	open(): void {
		if (this.isOpen) return;
		this.isOpen = true;
		this.before = document.activeElement;
		if (this.before instanceof HTMLElement) this.before.blur();
		this.app.keymap.pushScope(this.scope);
		document.body.append(this.containerEl);
		void this.onOpen();
		if (!this.modalEl.contains(document.activeElement)) this.modalEl.focus();
	}

	close(): void {
		if (!this.isOpen) return;
		this.isOpen = false;
		this.app.keymap.popScope(this.scope);
		this.containerEl.detach();
		this.onClose();
		this.onClosed?.();
		if (this.shouldRestoreSelection && this.before instanceof HTMLElement) this.before.focus();
	}

	onOpen(): unknown {
		return undefined;
	}

	onClose(): void {
		return;
	}

	setTitle(title: string): this {
		this.titleEl.setText(title);
		return this;
	}

	setContent(content: string | DocumentFragment): this {
		this.contentEl.setText(content);
		return this;
	}

	setCloseCallback(callback: () => unknown): this {
		this.onClosed = callback;
		return this;
	}
}
