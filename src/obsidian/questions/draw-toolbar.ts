import type { Translate } from '../../i18n/index';
import { createFilterChips } from './filter-chips';
import type { ChangeState, FilterContent } from './filter-chips';
import { countFilters, NO_FILTERS } from './list-state';

/** What the toolbar shows. */
export interface ToolbarContent extends FilterContent {
	/** One line on how far the reader is. */
	readonly summary: string;
}

/** What stands above the list. */
export interface Toolbar {
	readonly search: HTMLInputElement;
	readonly show: (content: ToolbarContent) => void;
}

/** Draws search, filters and progress above the list. */
export function createToolbar(
	parent: HTMLElement,
	translate: Translate,
	change: ChangeState,
): Toolbar {
	const bar = parent.createDiv({ cls: 'stackbook-toolbar' });
	const search = bar.createEl('input', {
		cls: 'stackbook-search',
		type: 'search',
		placeholder: translate('plugin.questions.search'),
		attr: { 'aria-label': translate('plugin.questions.search'), enterkeyhint: 'search' },
	});
	search.addEventListener('input', () => change({ search: search.value }));
	const details = bar.createEl('details', { cls: 'stackbook-filters' });
	const title = details.createEl('summary');
	const showChips = createFilterChips(details.createDiv(), translate, change);
	const clear = bar.createEl('button', {
		cls: 'stackbook-clear',
		text: translate('plugin.questions.clear-filters'),
		attr: { type: 'button' },
	});
	clear.addEventListener('click', () => {
		// The button goes away, and not the place of whoever works with the keyboard.
		title.focus();
		change(NO_FILTERS);
	});
	const summary = bar.createDiv({ cls: 'stackbook-summary', attr: { role: 'status' } });
	const show = (content: ToolbarContent): void => {
		const { state } = content;
		// A word that is being composed must not be replaced.
		if (search.value !== state.search) search.value = state.search;
		const count = countFilters(state);
		const filters = translate('plugin.questions.filters');
		title.setText(count === 0 ? filters : `${filters} (${count})`);
		clear.hidden = count === 0;
		if (summary.textContent !== content.summary) summary.setText(content.summary);
		showChips(content);
	};
	return { search, show };
}
