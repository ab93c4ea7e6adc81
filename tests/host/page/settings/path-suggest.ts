import type { App } from '../app';
import { AbstractInputSuggest } from '../ui/input-suggest';
import { prepareFuzzySearch } from '../ui/fuzzy-search';

/** Suggests paths of the vault below a field. */
export class PathSuggest extends AbstractInputSuggest<string> {
	constructor(
		app: App,
		field: HTMLInputElement,
		private readonly paths: () => readonly string[],
	) {
		super(app, field);
		this.onSelect(path => {
			this.setValue(path);
			field.trigger('input');
		});
	}

	getSuggestions(query: string): string[] {
		const search = prepareFuzzySearch(query);
		return this.paths().filter(path => search(path) !== null);
	}

	renderSuggestion(path: string, element: HTMLElement): void {
		element.setText(path);
	}
}
