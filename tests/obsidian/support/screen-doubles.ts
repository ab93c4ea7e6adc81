// What obsidian-test-mocks 3.11.0 leaves empty and a person would see: modals in the document that
// stay open and hear keys, notices that can be read, Markdown that leaves a trace.
import { Modal, Notice, Scope } from 'obsidian-test-mocks/obsidian';
import type { App, MarkdownRenderer } from 'obsidian-test-mocks/obsidian';

/** A modal that is in the document while it is open, and hears its keys; `Mod` is Ctrl here. */
class DocumentModal extends Modal {
	constructor(app: App) {
		super(app);
		this.containerEl.className = 'modal-container';
		const scope = Scope.create__();
		const register = scope.register.bind(scope);
		scope.register = (modifiers, key, run) => {
			this.containerEl.addEventListener('keydown', event => {
				const isMeant = key === event.key && event.ctrlKey === modifiers?.includes('Mod');
				if (isMeant) Reflect.apply(run, scope, [event, {}]);
			});
			return register(modifiers, key, run);
		};
		this.scope = scope;
	}

	override open(): void {
		document.body.append(this.containerEl);
		this.onOpen();
	}

	override close(): void {
		if (!this.containerEl.isConnected) return;
		this.containerEl.remove();
		super.close();
	}
}

type Press = (event: MouseEvent) => unknown;

/** Buttons that can be clicked, and close the modal afterwards. */
class DocumentConfirmation extends DocumentModal {
	addButton(describe: (button: unknown) => unknown): this {
		const element = this.modalEl.createEl('button', { attr: { type: 'button' } });
		const button = {
			setButtonText: (text: string) => (element.setText(text), button),
			setCta: () => (element.addClass('mod-cta'), button),
			setInitialFocus: () => button,
			onClick: (press: Press) => {
				element.addEventListener('click', event => {
					if (!press(event)) this.close();
				});
				return button;
			},
		};
		describe(button);
		return this;
	}

	addCancelButton(text: string): this {
		const element = this.modalEl.createEl('button', { text, attr: { type: 'button' } });
		element.addEventListener('click', () => this.close());
		return this;
	}
}

/** What one host showed. */
export interface Screen {
	readonly notices: string[];
	/** Pieces of Markdown on the screen whose component is still loaded. */
	readonly rendered: Set<string>;
}

/** The classes of one host, which tell its screen what they show. */
export function screenDoubles(screen: Screen): Record<string, unknown> {
	class ReadableNotice extends Notice {
		constructor(message: string | DocumentFragment) {
			super(message);
			screen.notices.push(typeof message === 'string' ? message : (message.textContent ?? ''));
		}
	}
	const render = async (...args: Parameters<typeof MarkdownRenderer.render>): Promise<void> => {
		const [, markdown, element, , component] = args;
		await Promise.resolve();
		screen.rendered.add(markdown);
		component.register(() => screen.rendered.delete(markdown));
		element.createEl('p', { text: markdown });
	};
	return {
		Modal: DocumentModal,
		ConfirmationModal: DocumentConfirmation,
		Notice: ReadableNotice,
		MarkdownRenderer: { render },
	};
}
