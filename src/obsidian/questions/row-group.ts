import { categoryName, categoryOrder, compareText, QUESTION_KINDS } from '../../core/index';
import type { NoteLanguage, NotePath, QuestionKind } from '../../core/index';
import type { QuestionRow, RowStatus } from './question-row';

/** What a group holds together. */
type GroupKind =
	/** Questions without an id in the note in front, which is none of ours. */
	| 'open-note'
	/** The questions with an id in notes that are none of ours, and below them those of one note. */
	| 'elsewhere'
	| 'elsewhere-note'
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
	/** Empty where the screen has the words: `kind`, `elsewhere`, `untracked`, `empty-cells`, no category. */
	readonly name: string;
	readonly category?: string | undefined;
	readonly path?: NotePath;
	readonly questionKind?: QuestionKind;
	/** How many rows of each status the group has, whatever is filtered. */
	readonly counts: StatusCounts;
	readonly groups: readonly RowGroup[];
	readonly rows: readonly QuestionRow[];
	/** How many of the rows that are to be shown are in it and below it. */
	readonly size: number;
}

/** Status → how many. */
type StatusCounts = Readonly<Partial<Record<RowStatus, number>>>;

/** Key of a group → how many of each status it has. */
export type GroupCounts = ReadonlyMap<string, StatusCounts>;

/** The rows that are to be shown, and what all rows come to. */
export interface RowsToGroup {
	readonly shown: readonly QuestionRow[];
	readonly counts: GroupCounts;
	readonly language: NoteLanguage;
}

/** Groups what is to be shown by category, technology and kind; what has no id yet comes last. */
export function groupRows({ shown, counts, language }: RowsToGroup): RowGroup[] {
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

/** What the reader opened and folded. */
export interface Folding {
	/** While something is looked for, all that was found shows: a fold made before must not hide it. */
	readonly filtering: boolean;
	/** Key of a group → whether it was opened or folded, of those that count now. */
	readonly folds: Readonly<Record<string, boolean>>;
}

/** True if a group shows what is in it: as the reader said, else what was looked for, and categories. */
export function isOpen(
	{ kind, key }: RowGroup,
	{ filtering, folds }: Folding,
	shown: number,
): boolean {
	const chosen = folds[key];
	if (chosen !== undefined) return chosen;
	if (filtering) return true;
	if (kind === 'technology' || kind === 'elsewhere-note') return shown <= FEW_ROWS;
	return kind !== 'untracked' && kind !== 'empty-cells';
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

/** A row never changes, and every letter of a search asks for the places of all rows. */
const placesByRow = new WeakMap<QuestionRow, readonly Place[]>();

/** The groups in which a row stands, outermost first. */
function placesOf(row: QuestionRow): readonly Place[] {
	const known = placesByRow.get(row) ?? findPlaces(row);
	placesByRow.set(row, known);
	return known;
}

function findPlaces(row: QuestionRow): Place[] {
	const { status, path, technology: name, category = '', kind } = row;
	if (row.isElsewhere && status === 'untracked') {
		return [{ key: `open-note/${path}`, kind: 'open-note', name, row }];
	}
	if (row.isElsewhere) {
		return [
			{ key: 'elsewhere', kind: 'elsewhere', name: '', row },
			{ key: `elsewhere/${path}`, kind: 'elsewhere-note', name, row },
		];
	}
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

/** Counts the rows of every group, whatever is filtered. */
export function countByGroup(rows: readonly QuestionRow[]): GroupCounts {
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
	readonly counts: GroupCounts;
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

/** Order of the outermost groups; the others stand among their own kind. */
const ORDER: readonly GroupKind[] = [
	'open-note',
	'category',
	'elsewhere',
	'untracked',
	'empty-cells',
];

/** Orders categories as tables do; what has no category comes after what has one. */
export function compareCategories(a: string, b: string): number {
	if ((a === '') !== (b === '')) return a === '' ? 1 : -1;
	return categoryOrder(a) - categoryOrder(b) || compareText(a, b);
}

function compareDrafts({ place: a }: Draft, { place: b }: Draft): number {
	const special = ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind);
	if (special !== 0) return special;
	if (a.kind === 'category') return compareCategories(a.name, b.name);
	if (a.kind === 'kind') {
		return QUESTION_KINDS.indexOf(a.row.kind) - QUESTION_KINDS.indexOf(b.row.kind);
	}
	return compareText(a.name, b.name) || compareText(a.row.path, b.row.path);
}
