import { categoryName, QUESTION_KINDS } from '../../core/index';
import type { NoteLanguage } from '../../core/index';
import type { Translate } from '../../i18n/index';
import { nameOfStatus } from './draw-row';
import { countFilters, LEVELS, ROW_STATUSES, toggled } from './list-state';
import type { ListState } from './list-state';

/** What the toolbar shows. */
export interface ToolbarContent {
	readonly state: ListState;
	readonly categories: readonly string[];
	readonly language: NoteLanguage;
	/** One line on how far the reader is. */
	readonly summary: string;
}

/** Told what the reader looks for now. */
export type ChangeState = (change: Partial<ListState>) => void;

/** Draws search, filters and progress above the list; the answer brings them up to date. */
export function createToolbar(
	parent: HTMLElement,
	translate: Translate,
	change: ChangeState,
): (content: ToolbarContent) => void {
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
	const groups = details.createDiv();
	const summary = bar.createDiv({ cls: 'stackbook-summary', attr: { role: 'status' } });
	let drawn = '';
	return content => {
		const { state } = content;
		// A word that is being composed must not be replaced.
		if (search.value !== state.search) search.value = state.search;
		const count = countFilters(state);
		const filters = translate('plugin.questions.filters');
		title.setText(count === 0 ? filters : `${filters} (${count})`);
		if (summary.textContent !== content.summary) summary.setText(content.summary);
		const wanted = JSON.stringify([content.categories, content.language]);
		if (wanted !== drawn) {
			drawn = wanted;
			groups.empty();
			drawChips(groups, translate, content);
		}
		bindChips(groups, state, change);
	};
}

function drawChips(
	parent: HTMLElement,
	translate: Translate,
	{ categories, language }: ToolbarContent,
): void {
	const group = (title: string, property: FilterProperty, chips: readonly Chip[]): void => {
		const set = parent.createEl('fieldset', { cls: 'stackbook-group stackbook-chips' });
		set.createEl('legend', { text: title });
		for (const { value, text } of chips) {
			set.createEl('button', {
				cls: 'stackbook-chip',
				text,
				attr: { type: 'button', 'data-filter': property, 'data-value': String(value) },
			});
		}
	};
	const chip = <T extends string | number>(value: T, text: string): Chip => ({ value, text });
	const statuses = ROW_STATUSES.map(value => chip(value, translate(nameOfStatus(value))));
	const kinds = QUESTION_KINDS.map(value => chip(value, translate(`kind.${value}`)));
	const levels = LEVELS.map(value => chip(value, `L${value}`));
	const names = categories.map(value => chip(value, categoryName(value, language)));
	group(translate('plugin.questions.status'), 'statuses', statuses);
	group(translate('plugin.questions.kind'), 'kinds', kinds);
	group(translate('plugin.questions.level'), 'levels', levels);
	if (names.length > 0) group(translate('plugin.questions.category'), 'categories', names);
}

type FilterProperty = 'statuses' | 'kinds' | 'levels' | 'categories';

interface Chip {
	readonly value: string | number;
	readonly text: string;
}

function bindChips(parent: HTMLElement, state: ListState, change: ChangeState): void {
	for (const chip of parent.querySelectorAll<HTMLButtonElement>('.stackbook-chip')) {
		const { filter, value = '' } = chip.dataset;
		const isChosen = (items: readonly (string | number)[]): boolean =>
			items.some(item => String(item) === value);
		chip.setAttribute('aria-pressed', String(isChosen(itemsOf(state, filter))));
		chip.onclick = () => change(toggleFilter(state, filter, value));
	}
}

function itemsOf(state: ListState, filter: string | undefined): readonly (string | number)[] {
	switch (filter) {
		case 'statuses':
			return state.statuses;
		case 'kinds':
			return state.kinds;
		case 'levels':
			return state.levels;
		default:
			return state.categories;
	}
}

function toggleFilter(
	state: ListState,
	filter: string | undefined,
	value: string,
): Partial<ListState> {
	const among = <T extends string | number>(items: readonly T[], all: readonly T[]): T[] => {
		const item = all.find(known => String(known) === value);
		return item === undefined ? [...items] : toggled(items, item);
	};
	switch (filter) {
		case 'statuses':
			return { statuses: among(state.statuses, ROW_STATUSES) };
		case 'kinds':
			return { kinds: among(state.kinds, QUESTION_KINDS) };
		case 'levels':
			return { levels: among(state.levels, LEVELS) };
		default:
			return { categories: toggled(state.categories, value) };
	}
}
