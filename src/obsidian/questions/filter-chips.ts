import { categoryName, QUESTION_KINDS } from '../../core/index';
import type { NoteLanguage } from '../../core/index';
import { sentenceCase } from '../../i18n/index';
import type { Translate } from '../../i18n/index';
import { labelOfStatus } from './draw-row';
import { LEVELS, ROW_STATUSES, toggled } from './list-state';
import type { ListState } from './list-state';
import { compareCategories } from './row-group';

/** What the chips show. */
export interface FilterContent {
	readonly state: ListState;
	/** Categories that some question has; an empty one stands for none. */
	readonly categories: readonly string[];
	readonly language: NoteLanguage;
}

/** Told what the reader looks for now. */
export type ChangeState = (change: Partial<ListState>) => void;

/** Takes over an element as the chips of all filters; the answer brings them up to date. */
export function createFilterChips(
	parent: HTMLElement,
	translate: Translate,
	change: ChangeState,
): (content: FilterContent) => void {
	let drawn = '';
	return content => {
		const { state, language } = content;
		// What is chosen can be taken back, whether any question is left to which it applies or not.
		const categories = [...new Set([...content.categories, ...state.categories])];
		categories.sort(compareCategories);
		const wanted = JSON.stringify([categories, language]);
		if (wanted !== drawn) {
			drawn = wanted;
			keepingFocus(parent, () => {
				parent.empty();
				drawChips(parent, translate, { ...content, categories });
			});
		}
		bindChips(parent, state, change);
	};
}

function keepingFocus(parent: HTMLElement, draw: () => void): void {
	const { activeElement } = parent.ownerDocument;
	const focused = parent.contains(activeElement) ? chipsIn(parent) : [];
	const at = focused.findIndex(chip => chip === activeElement);
	draw();
	if (at === -1) return;
	const { filter, value } = focused[at]?.dataset ?? {};
	const chips = chipsIn(parent);
	const same = chips.find(({ dataset }) => dataset.filter === filter && dataset.value === value);
	(same ?? chips[at] ?? chips.at(-1))?.focus();
}

function chipsIn(parent: HTMLElement): HTMLButtonElement[] {
	return [...parent.querySelectorAll<HTMLButtonElement>('.stackbook-chip')];
}

function drawChips(
	parent: HTMLElement,
	translate: Translate,
	{ categories, language }: FilterContent,
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
	const statuses = ROW_STATUSES.map(value => chip(value, labelOfStatus(value, translate)));
	const kinds = QUESTION_KINDS.map(value => chip(value, sentenceCase(translate(`kind.${value}`))));
	const levels = LEVELS.map(value => chip(value, `L${value}`));
	const nameOf = (category: string): string =>
		category === '' ? translate('plugin.questions.no-category') : categoryName(category, language);
	const names = categories.map(value => chip(value, nameOf(value)));
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
	for (const chip of chipsIn(parent)) {
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
