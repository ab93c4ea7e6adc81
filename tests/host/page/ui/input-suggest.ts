import type { App } from '../app';
import { Scope } from './keymap';
import { SuggestionList } from './suggestion-list';

/** Suggestions that float beside what they are for. */
export abstract class PopoverSuggest<T> {
	protected readonly suggestEl = createDiv('suggestion-container');
	protected readonly list: SuggestionList<T>;
	protected isOpen = false;

	constructor(
		public app: App,
		readonly scope: Scope = new Scope(),
	) {
		this.list = new SuggestionList<T>(this.suggestEl.createDiv('suggestion'), {
			draw: (value, element) => this.renderSuggestion(value, element),
			choose: (value, event) => this.selectSuggestion(value, event),
		});
		this.list.listenTo(scope);
		scope.register([], 'Escape', () => {
			this.close();
			return false;
		});
	}

	open(): void {
		if (this.isOpen) return;
		this.isOpen = true;
		this.app.keymap.pushScope(this.scope);
		document.body.append(this.suggestEl);
	}

	close(): void {
		if (!this.isOpen) return;
		this.isOpen = false;
		this.app.keymap.popScope(this.scope);
		this.suggestEl.detach();
	}

	abstract renderSuggestion(value: T, element: HTMLElement): void;
	abstract selectSuggestion(value: T, event: MouseEvent | KeyboardEvent): void;
}

/** Suggestions below a field. */
export abstract class AbstractInputSuggest<T> extends PopoverSuggest<T> {
	limit = 100;
	private readonly chosen: ((value: T, event: MouseEvent | KeyboardEvent) => unknown)[] = [];

	constructor(
		app: App,
		private readonly textInputEl: HTMLInputElement | HTMLDivElement,
	) {
		super(app);
		textInputEl.addEventListener('input', () => void this.update());
		textInputEl.addEventListener('focus', () => void this.update());
		textInputEl.addEventListener('blur', () => this.close());
	}

	getValue(): string {
		const { textInputEl } = this;
		return textInputEl instanceof HTMLInputElement ? textInputEl.value : textInputEl.getText();
	}

	setValue(value: string): void {
		const { textInputEl } = this;
		if (textInputEl instanceof HTMLInputElement) textInputEl.value = value;
		else textInputEl.setText(value);
	}

	onSelect(callback: (value: T, event: MouseEvent | KeyboardEvent) => unknown): this {
		this.chosen.push(callback);
		return this;
	}

	selectSuggestion(value: T, event: MouseEvent | KeyboardEvent): void {
		for (const callback of this.chosen) callback(value, event);
		this.close();
	}

	protected abstract getSuggestions(query: string): T[] | Promise<T[]>;

	private async update(): Promise<void> {
		const values = await this.getSuggestions(this.getValue());
		if (values.length === 0 || !this.textInputEl.isActiveElement()) {
			this.close();
			return;
		}
		this.list.show(this.limit > 0 ? values.slice(0, this.limit) : values);
		this.open();
		const { left, bottom, width } = this.textInputEl.getBoundingClientRect();
		this.suggestEl.setCssStyles({ left: `${left}px`, top: `${bottom}px`, minWidth: `${width}px` });
	}
}
