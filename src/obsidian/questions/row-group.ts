import { categoryName, categoryOrder, compareText, QUESTION_KINDS } from '../../core/index';
import type { NoteLanguage, NotePath, QuestionKind } from '../../core/index';
import { isFiltering } from './list-state';
import type { ListState } from './list-state';
import type { QuestionRow, RowStatus } from './question-row';

/** What a group holds together. */
type GroupKind =
	| 'category'
	| 'technology'
	| 'kind'
	/** The questions without an id, and below them those of one note. */
	| 'untracked'
	| 'untracked-note'
	| 'empty-cells'
	| 'empty-cells-note';

/** Rows under one heading, in groups or by themselves. */
export interface RowGroup {
	readonly key: string;
	readonly kind: GroupKind;
	/** 1 for the outermost. */
	readonly depth: number;
	/** Empty where the screen has the words: `kind`, `untracked`, `empty-cells`, no category. */
	readonly name: string;
	readonly category?: string | undefined;
	readonly path?: NotePath;
	readonly questionKind?: QuestionKind;
	/** How many rows of each status the group has, whatever is filtered. */
	readonly counts: StatusCounts;
	readonly groups: readonly RowGroup[];
	readonly rows: readonly QuestionRow[];
	/** How many rows are in it and below it. */
	readonly size: number;
}

/** Status → how many. */
type StatusCounts = Readonly<Partial<Record<RowStatus, number>>>;

/** All rows and those of them that are to be shown. */
export interface RowsToGroup {
	readonly all: readonly QuestionRow[];
	readonly shown: readonly QuestionRow[];
	readonly language: NoteLanguage;
}

/** Groups what is to be shown by category, technology and kind; what has no id yet comes last. */
export function groupRows({ all, shown, language }: RowsToGroup): RowGroup[] {
	const counts = countByGroup(all);
	const roots = new Map<string, Draft>();
	for (const row of shown) {
		let siblings = roots;
		let draft: Draft | undefined;
		for (const place of placesOf(row)) {
			draft = siblings.get(place.key) ?? { place, groups: new Map(), rows: [] };
			siblings.set(place.key, draft);
			siblings = draft.groups;
		}
		draft?.rows.push(row);
	}
	return finish(roots, { counts, language, depth: 1 });
}

/** True if a group shows what is in it: as the reader said, else categories and whatever was searched for. */
export function isOpen({ kind, key }: RowGroup, state: ListState, shown: number): boolean {
	const chosen = state.folds[key];
	if (chosen !== undefined) return chosen;
	if (kind === 'technology') return isFiltering(state) || shown <= FEW_ROWS;
	if (kind === 'untracked') return state.statuses.includes('untracked');
	if (kind === 'empty-cells') return state.statuses.includes('empty-cell');
	return true;
}

/** So many rows are shown without a tap. */
const FEW_ROWS = 60;

interface Place {
	readonly key: string;
	readonly kind: GroupKind;
	readonly name: string;
	readonly row: QuestionRow;
}

interface Draft {
	readonly place: Place;
	readonly groups: Map<string, Draft>;
	readonly rows: QuestionRow[];
}

/** The groups in which a row stands, outermost first. */
function placesOf(row: QuestionRow): Place[] {
	const { status, path, technology: name, category = '', kind } = row;
	if (status === 'untracked' || status === 'empty-cell') {
		const special = status === 'untracked' ? 'untracked' : 'empty-cells';
		return [
			{ key: special, kind: special, name: '', row },
			{ key: `${special}/${path}`, kind: `${special}-note`, name, row },
		];
	}
	return [
		{ key: `c/${category}`, kind: 'category', name: category, row },
		{ key: `t/${path}`, kind: 'technology', name, row },
		{ key: `k/${path}/${kind}`, kind: 'kind', name: '', row },
	];
}

function countByGroup(rows: readonly QuestionRow[]): ReadonlyMap<string, StatusCounts> {
	const counts = new Map<string, Partial<Record<RowStatus, number>>>();
	for (const row of rows) {
		for (const { key } of placesOf(row)) {
			const count = counts.get(key) ?? {};
			count[row.status] = (count[row.status] ?? 0) + 1;
			counts.set(key, count);
		}
	}
	return counts;
}

interface Finishing {
	readonly counts: ReadonlyMap<string, StatusCounts>;
	readonly language: NoteLanguage;
	readonly depth: number;
}

function finish(drafts: ReadonlyMap<string, Draft>, finishing: Finishing): RowGroup[] {
	const { counts, language, depth } = finishing;
	return [...drafts.values()].sort(compareDrafts).map(({ place, groups: inner, rows }) => {
		const { key, kind, name, row } = place;
		const groups = finish(inner, { counts, language, depth: depth + 1 });
		const size = groups.reduce((sum, group) => sum + group.size, rows.length);
		return {
			...{ key, kind, depth, groups, rows, size },
			name: kind === 'category' && name !== '' ? categoryName(name, language) : name,
			counts: counts.get(key) ?? {},
			...(kind === 'category' ? { category: row.category } : { path: row.path }),
			...(kind === 'kind' ? { questionKind: row.kind } : {}),
		};
	});
}

const LAST: readonly GroupKind[] = ['untracked', 'empty-cells'];

function compareDrafts({ place: a }: Draft, { place: b }: Draft): number {
	const special = LAST.indexOf(a.kind) - LAST.indexOf(b.kind);
	if (special !== 0) return special;
	if (a.kind === 'category') {
		// What has no category comes after what has one.
		if ((a.name === '') !== (b.name === '')) return a.name === '' ? 1 : -1;
		return categoryOrder(a.name) - categoryOrder(b.name) || compareText(a.name, b.name);
	}
	if (a.kind === 'kind') {
		return QUESTION_KINDS.indexOf(a.row.kind) - QUESTION_KINDS.indexOf(b.row.kind);
	}
	return compareText(a.name, b.name) || compareText(a.row.path, b.row.path);
}
