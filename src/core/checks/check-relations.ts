import { comparisonRequestOf } from '../comparisons/comparison-request';
import { listRelationConflicts } from '../relations/relation-conflict';
import type { RelationConflict } from '../relations/relation-conflict';
import { relationKindName } from '../relations/relation-kind';
import { relationsOf } from '../relations/relation';
import type { RelationProblem } from '../relations/relation';
import { criterionValue } from '../schema/criterion';
import { noteLanguageOf, noteTypeOf } from '../schema/note-type';
import type { NoteLanguage } from '../schema/note-type';
import type { Note } from '../vault/note';
import type { NoteIndex } from '../vault/note-index';
import { titleOf } from '../vault/note-path';
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

/** Relations that cannot all hold, each at one of the items that state them. Linear in the relations of the vault. */
export function checkRelationConflicts(index: NoteIndex): Diagnostic[] {
	const language = noteLanguageOf(index);
	return listRelationConflicts(index).map(conflict => {
		const { source: path, line } = conflict.stated;
		const note = index.find(path);
		// In a note of the reader's own nothing has to be in order.
		const severity = note && noteTypeOf(note) === 'plain' ? 'info' : 'warning';
		return {
			code: `relation-${conflict.kind}`,
			severity,
			path,
			line,
			params: describeConflict(conflict, language),
		};
	});
}

function describeConflict(
	conflict: RelationConflict,
	language: NoteLanguage,
): Record<string, string> {
	const { stated } = conflict;
	const word = relationKindName(stated.kind, language);
	const target = titleOf(stated.target);
	switch (conflict.kind) {
		case 'to-itself':
			return { word };
		case 'twice':
			return { word, target, other: String(conflict.other.line) };
		case 'contradiction': {
			const { source, line, kind } = conflict.other;
			return {
				word,
				source: titleOf(stated.source),
				target,
				otherWord: relationKindName(kind, language),
				other: `${source}:${line}`,
			};
		}
		case 'cycle': {
			const chain = conflict.chain.map(titleOf).join(' → ');
			return { word: relationKindName(conflict.along, language), chain };
		}
	}
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
