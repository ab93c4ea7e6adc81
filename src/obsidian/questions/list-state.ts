import { QUESTION_KINDS } from '../../core/index';
import type { QuestionKind } from '../../core/index';
import { foldText } from './question-row';
import type { QuestionRow, RowStatus } from './question-row';

/** All statuses of rows in the order in which the screen names them. */
export const ROW_STATUSES: readonly RowStatus[] = [
	'open',
	'shaky',
	'solid',
	'not-for-me',
	'untracked',
	'empty-cell',
];

/** All levels. */
export const LEVELS: readonly number[] = [1, 2, 3, 4];

/** What the reader looks for and which groups are open: kept in the layout of the workspace. */
export interface ListState {
	readonly search: string;
	/** An empty list keeps everything; so with the others. */
	readonly statuses: readonly RowStatus[];
	readonly kinds: readonly QuestionKind[];
	readonly levels: readonly number[];
	/** An empty category stands for none. */
	readonly categories: readonly string[];
	/** Key of a group → whether the reader opened or folded it while nothing was looked for. */
	readonly folds: Readonly<Record<string, boolean>>;
}

/** No filter is set. */
export const NO_FILTERS = { statuses: [], kinds: [], levels: [], categories: [] } as const;

/** Nothing looked for, nothing touched. */
export const EMPTY_STATE: ListState = {
	search: '',
	...NO_FILTERS,
	folds: {},
};

/** Reads a state that was kept; what is not understood is left out. */
export function parseListState(raw: unknown): ListState {
	if (typeof raw !== 'object' || raw === null) return EMPTY_STATE;
	const kept: Readonly<Record<string, unknown>> = { ...raw };
	return {
		search: typeof kept['search'] === 'string' ? kept['search'] : '',
		statuses: known(kept['statuses'], ROW_STATUSES),
		kinds: known(kept['kinds'], QUESTION_KINDS),
		levels: known(kept['levels'], LEVELS),
		categories: listOf(kept['categories']).filter(item => typeof item === 'string'),
		folds: foldsIn(kept['folds']),
	};
}

function known<T>(raw: unknown, allowed: readonly T[]): T[] {
	const items = listOf(raw);
	return allowed.filter(item => items.includes(item));
}

function listOf(raw: unknown): unknown[] {
	return Array.isArray(raw) ? raw : [];
}

function foldsIn(raw: unknown): Record<string, boolean> {
	if (typeof raw !== 'object' || raw === null) return {};
	return Object.fromEntries(
		Object.entries(raw).filter(
			(entry): entry is [string, boolean] => typeof entry[1] === 'boolean',
		),
	);
}

/** True if the state hides anything. */
export function isFiltering(state: ListState): boolean {
	return state.search.trim() !== '' || countFilters(state) > 0;
}

/** How many filters are set. */
export function countFilters({ statuses, kinds, levels, categories }: ListState): number {
	return statuses.length + kinds.length + levels.length + categories.length;
}

/** The rows that fit the search and every filter, in their order. All words of a search must be found. */
export function filterRows(rows: readonly QuestionRow[], state: ListState): QuestionRow[] {
	const words = foldText(state.search).split(/\s+/).filter(Boolean);
	const { statuses, kinds, levels, categories } = state;
	return rows.filter(
		({ status, kind, level, category, searched }) =>
			fits(statuses, status) &&
			fits(kinds, kind) &&
			fits(levels, level) &&
			fits(categories, category ?? '') &&
			words.every(word => searched.includes(word)),
	);
}

function fits<T>(wanted: readonly T[], value: T | undefined): boolean {
	return wanted.length === 0 || (value !== undefined && wanted.includes(value));
}

/** A list without an item that was in it, or with it at its end. */
export function toggled<T>(items: readonly T[], item: T): T[] {
	return items.includes(item) ? items.filter(other => other !== item) : [...items, item];
}
