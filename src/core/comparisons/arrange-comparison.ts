import { compareNatural } from '../text/compare-natural';
import type { NotePath } from '../vault/note-path';
import type { Comparison } from './comparison';

/** How a reader wants to look at a comparison. */
export interface ComparisonArrangement {
	/** Alternatives that are left out. */
	readonly hidden?: ReadonlySet<NotePath> | undefined;
	/** Criteria that are left out. */
	readonly hiddenCriteria?: ReadonlySet<string> | undefined;
	/** Keeps the criteria whose name or a value holds all these words, whatever their case. */
	readonly filter?: string | undefined;
	/** Orders the alternatives by what they say on a criterion, numbers by value; silence comes last. */
	readonly sort?: ComparisonSort | undefined;
	readonly onlyDifferences?: boolean | undefined;
}

/** By which criterion alternatives are ordered, and which way. */
interface ComparisonSort {
	readonly criterion: string;
	readonly descending: boolean;
}

/** The part of a comparison that a reader wants to see, in the order wanted. */
export function arrangeComparison(
	{ alternatives, criteria, cells }: Comparison,
	{ hidden, hiddenCriteria, filter = '', sort, onlyDifferences = false }: ComparisonArrangement,
): Comparison {
	const shown = alternatives.flatMap(({ path }, i) => (hidden?.has(path) ? [] : [i]));
	const columns = sortColumns(shown, sort ? cells[criteria.indexOf(sort.criterion)] : undefined, {
		descending: sort?.descending === true,
	});
	const words = foldCase(filter).split(/\s+/).filter(Boolean);
	const rows = criteria
		.map((criterion, i) => ({ criterion, values: columns.map(column => cells[i]?.[column]) }))
		.filter(({ criterion }) => !hiddenCriteria?.has(criterion))
		.filter(({ criterion, values }) => {
			const text = foldCase([criterion, ...values].join(' '));
			return words.every(word => text.includes(word));
		})
		.filter(({ values }) => !onlyDifferences || new Set(values).size > 1);
	return {
		alternatives: columns.flatMap(column => alternatives[column] ?? []),
		criteria: rows.map(({ criterion }) => criterion),
		cells: rows.map(({ values }) => values),
	};
}

function sortColumns(
	columns: readonly number[],
	values: readonly (string | undefined)[] | undefined,
	{ descending }: { descending: boolean },
): number[] {
	if (!values) return [...columns];
	const sign = descending ? -1 : 1;
	return [...columns].sort((a, b) => {
		const [left, right] = [values[a], values[b]];
		if (left === undefined || right === undefined) {
			return Number(left === undefined) - Number(right === undefined);
		}
		return sign * compareNatural(left, right);
	});
}

function foldCase(text: string): string {
	return text.normalize('NFKC').toLowerCase();
}
