import { criteriaOf, criterionValue } from '../schema/criterion';
import type { Note } from '../vault/note';
import type { NotePath } from '../vault/note-path';

/** One of the products that are compared. */
interface Alternative {
	readonly path: NotePath;
	readonly title: string;
}

/** Alternatives by criteria. */
export interface Comparison {
	readonly alternatives: readonly Alternative[];
	readonly criteria: readonly string[];
	/** A row for each criterion, a value for each alternative; undefined where the note says nothing. */
	readonly cells: readonly (readonly (string | undefined)[])[];
}

/** What to compare by. */
export interface ComparisonOptions {
	/** Criteria in the order wanted; without them, all that any alternative has. */
	readonly criteria?: readonly string[] | undefined;
	/** Leaves out criteria on which all alternatives say the same. */
	readonly onlyDifferences?: boolean | undefined;
}

/** Compares notes by their properties; order of notes and criteria is kept. */
export function buildComparison(
	notes: readonly Note[],
	options: ComparisonOptions = {},
): Comparison {
	const wanted = options.criteria ?? [...new Set(notes.flatMap(criteriaOf))];
	const rows = wanted.map(criterion => ({
		criterion,
		values: notes.map(note => criterionValue(note, criterion)),
	}));
	const kept = options.onlyDifferences
		? rows.filter(({ values }) => new Set(values).size > 1)
		: rows;
	return {
		alternatives: notes.map(({ path, title }) => ({ path, title })),
		criteria: kept.map(({ criterion }) => criterion),
		cells: kept.map(({ values }) => values),
	};
}
