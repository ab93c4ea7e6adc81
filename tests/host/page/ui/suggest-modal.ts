import type { App } from '../app';
import { prepareFuzzySearch, renderMatches } from './fuzzy-search';
import type { SearchResult } from './fuzzy-search';
import { Modal } from './modal';
import { SuggestionList } from './suggestion-list';

/** A field with suggestions below it. */
export abstract class SuggestModal<T> extends Modal {
	limit = 100;
	emptyStateText = 'No match found.';
	readonly inputEl: HTMLInputElement;
	readonly resultContainerEl: HTMLElement;
	private readonly list: SuggestionList<T>;
	private latest = 0;

	constructor(app: App) {
		super(app);
		this.containerEl.addClass('mod-prompt');
		this.modalEl.className = 'prompt';
		this.modalEl.empty();
		this.inputEl = this.modalEl
			.createDiv('prompt-input-container')
			.createEl('input', { type: 'text', cls: 'prompt-input' });
		this.resultContainerEl = this.modalEl.createDiv('prompt-results');
		this.list = new SuggestionList<T>(this.resultContainerEl, {
			draw: (value, element) => this.renderSuggestion(value, element),
			choose: (value, event) => this.selectSuggestion(value, event),
		});
		this.list.listenTo(this.scope);
		this.inputEl.addEventListener('input', () => void this.updateSuggestions());
	}

	override open(): void {
		super.open();
		this.inputEl.focus();
		void this.updateSuggestions();
	}

	setPlaceholder(placeholder: string): void {
		this.inputEl.placeholder = placeholder;
	}

	setInstructions(instructions: readonly { command: string; purpose: string }[]): void {
		const parent = this.modalEl.createDiv('prompt-instructions');
		for (const { command, purpose } of instructions) {
			const line = parent.createDiv('prompt-instruction');
			line.createSpan({ cls: 'prompt-instruction-command', text: command });
			line.createSpan({ text: purpose });
		}
	}

	onNoSuggestion(): void {
		this.list.show([]);
		this.resultContainerEl.createDiv({ cls: 'suggestion-empty', text: this.emptyStateText });
	}

	selectSuggestion(value: T, event: MouseEvent | KeyboardEvent): void {
		this.close();
		this.onChooseSuggestion(value, event);
	}

	selectActiveSuggestion(event: MouseEvent | KeyboardEvent): void {
		this.list.chooseActive(event);
	}

	abstract getSuggestions(query: string): T[] | Promise<T[]>;
	abstract renderSuggestion(value: T, element: HTMLElement): void;
	abstract onChooseSuggestion(item: T, event: MouseEvent | KeyboardEvent): void;

	private async updateSuggestions(): Promise<void> {
		const turn = ++this.latest;
		const values = await this.getSuggestions(this.inputEl.value);
		// A slow answer to an older query is late.
		if (turn !== this.latest) return;
		if (values.length === 0) this.onNoSuggestion();
		else this.list.show(this.limit > 0 ? values.slice(0, this.limit) : values);
	}
}

/** An item with where it was found. */
export interface FuzzyMatch<T> {
	readonly item: T;
	readonly match: SearchResult;
}

/** Suggests from a list of items by their texts. */
export abstract class FuzzySuggestModal<T> extends SuggestModal<FuzzyMatch<T>> {
	abstract getItems(): T[];
	abstract getItemText(item: T): string;
	abstract onChooseItem(item: T, event: MouseEvent | KeyboardEvent): void;

	getSuggestions(query: string): FuzzyMatch<T>[] {
		const search = prepareFuzzySearch(query);
		const found = this.getItems().flatMap(item => {
			const match = search(this.getItemText(item));
			return match ? [{ item, match }] : [];
		});
		return query === '' ? found : found.sort((a, b) => b.match.score - a.match.score);
	}

	renderSuggestion({ item, match }: FuzzyMatch<T>, element: HTMLElement): void {
		renderMatches(element, this.getItemText(item), match.matches);
	}

	onChooseSuggestion({ item }: FuzzyMatch<T>, event: MouseEvent | KeyboardEvent): void {
		this.onChooseItem(item, event);
	}
}
