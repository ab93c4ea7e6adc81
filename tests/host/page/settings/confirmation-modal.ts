import type { App } from '../app';
import { Modal } from '../ui/modal';
import { ButtonComponent } from './button-component';

/** A button of a question; a click closes the question unless the answer is awaited first. */
export class ConfirmationButton extends ButtonComponent {
	constructor(
		containerEl: HTMLElement,
		private readonly modal: Modal,
	) {
		super(containerEl);
		super.onClick(() => modal.close());
	}

	override onClick(callback: (event: MouseEvent) => unknown): this {
		return super.onClick(async event => {
			this.setDisabled(true);
			await callback(event);
			this.modal.close();
		});
	}

	setInitialFocus(): this {
		window.setTimeout(() => this.buttonEl.focus());
		return this;
	}

	setSecondary(): this {
		return this.setClass('mod-secondary');
	}

	setCancel(): this {
		return this.setClass('mod-cancel');
	}
}

/** A question with buttons as answers. */
export class ConfirmationModal extends Modal {
	readonly buttonContainerEl: HTMLElement;

	constructor(app: App) {
		super(app);
		this.containerEl.addClass('mod-confirmation');
		this.buttonContainerEl = this.modalEl.createDiv('modal-button-container');
	}

	addClass(name: string): this {
		this.modalEl.addClass(name);
		return this;
	}

	addCheckbox(label: string, callback: (value: boolean) => unknown): this {
		const line = this.buttonContainerEl.createEl('label', 'mod-checkbox');
		const box = line.createEl('input', { type: 'checkbox' });
		line.appendText(label);
		box.addEventListener('change', () => void callback(box.checked));
		return this;
	}

	addButton(callback: (button: ConfirmationButton) => unknown): this {
		callback(new ConfirmationButton(this.buttonContainerEl, this));
		return this;
	}

	addCancelButton(text = 'Cancel'): this {
		return this.addButton(button => button.setButtonText(text).setCancel());
	}
}
