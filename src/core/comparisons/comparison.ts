import { listProperty } from '../markdown/property';
import { parseWikilinkTarget } from '../markdown/scan-links';
import { criteriaOf, criterionValue } from '../schema/criterion';
import type { Note } from '../vault/note';
import type { NoteIndex } from '../vault/note-index';
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

/** What a comparison note asks for, and the alternatives that it names in vain. */
export interface ComparisonRequest {
	readonly alternatives: readonly Note[];
	readonly missing: readonly string[];
	readonly criteria: readonly string[] | undefined;
}

/** Reads `alternatives` and `criteria` of a comparison note. */
export function comparisonRequestOf(index: NoteIndex, note: Note): ComparisonRequest {
	const alternatives: Note[] = [];
	const missing: string[] = [];
	for (const item of listProperty(note.properties, 'alternatives')) {
		const inner = /^\[\[(.+)\]\]$/.exec(item)?.[1] ?? item;
		const resolution = index.resolve(parseWikilinkTarget(inner).target, note.path);
		const found = resolution.kind === 'missing' ? undefined : index.find(resolution.path);
		if (found) alternatives.push(found);
		else missing.push(item);
	}
	const criteria = listProperty(note.properties, 'criteria');
	return { alternatives, missing, criteria: criteria.length > 0 ? criteria : undefined };
}
