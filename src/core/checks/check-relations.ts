import { comparisonRequestOf } from '../comparisons/comparison-request';
import { relationsOf } from '../relations/relation';
import type { RelationProblem } from '../relations/relation';
import { criterionValue } from '../schema/criterion';
import { noteTypeOf } from '../schema/note-type';
import type { Note } from '../vault/note';
import type { NoteIndex } from '../vault/note-index';
import type { Diagnostic, DiagnosticCode } from './diagnostic';

const RELATIONS: Readonly<Record<RelationProblem['kind'], DiagnosticCode>> = {
	'unknown-kind': 'relation-kind-unknown',
	'no-link': 'relation-without-link',
	'no-reason': 'relation-without-reason',
};

/** Items of a relations list that cannot be used; only in notes that the program knows. */
export function checkRelations(note: Note): Diagnostic[] {
	if (noteTypeOf(note) === 'plain') return [];
	const { path } = note;
	return relationsOf(note).problems.map(({ kind, line, detail }) => ({
		code: RELATIONS[kind],
		severity: 'warning',
		path,
		line,
		params: { word: detail },
	}));
}

/** Comparison notes that name no note, or whose notes say nothing on a criterion. */
export function checkComparison(index: NoteIndex, note: Note): Diagnostic[] {
	if (noteTypeOf(note) !== 'comparison') return [];
	const { alternatives, missing, criteria } = comparisonRequestOf(index, note);
	const diagnostics: Diagnostic[] = [];
	const lineOf = (property: string): number => note.properties.get(property)?.line ?? 1;
	for (const name of missing) {
		diagnostics.push({
			code: 'comparison-alternative-missing',
			severity: 'warning',
			path: note.path,
			line: lineOf('alternatives'),
			params: { target: name },
		});
	}
	for (const criterion of criteria ?? []) {
		for (const alternative of alternatives) {
			if (criterionValue(alternative, criterion) !== undefined) continue;
			diagnostics.push({
				code: 'comparison-cell-empty',
				severity: 'warning',
				path: note.path,
				line: lineOf('criteria'),
				params: { criterion, alternative: alternative.title },
			});
		}
	}
	return diagnostics;
}
