import { AbstractInputSuggest } from 'obsidian';
import type { App } from 'obsidian';

/** Something to pick, with the words by which it is found. */
export interface Suggestion {
	readonly value: string;
	readonly text: string;
}

/** What an input offers while somebody types in it. */
export interface SuggestOptions {
	readonly suggestions: () => readonly Suggestion[];
	readonly pick: (value: string) => void;
}

/** Offers what fits the text of an input. */
export class TextSuggest extends AbstractInputSuggest<Suggestion> {
	constructor(
		app: App,
		input: HTMLInputElement,
		private readonly options: SuggestOptions,
	) {
		super(app, input);
	}

	protected override getSuggestions(query: string): Suggestion[] {
		// Of several names, the last one is being typed.
		const wanted = query
			.replace(/^.*[,，、]/s, '')
			.trim()
			.toLowerCase();
		return this.options.suggestions().filter(({ text }) => text.toLowerCase().includes(wanted));
	}

	override renderSuggestion({ text }: Suggestion, element: HTMLElement): void {
		element.setText(text);
	}

	override selectSuggestion({ value }: Suggestion): void {
		this.options.pick(value);
		this.close();
	}
}
