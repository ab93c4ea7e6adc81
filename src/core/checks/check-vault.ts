import { compareText } from '../text/compare-text';
import { splitLines } from '../text/line';
import { listQuestions } from '../questions/question';
import { planVaultInSteps } from '../regions/refresh-vault';
import { isTemplate, noteIdOf, noteTypeOf } from '../schema/note-type';
import type { Note } from '../vault/note';
import type { NoteIndex } from '../vault/note-index';
import { finishSteps } from '../text/steps';
import type { Steps } from '../text/steps';
import { checkAttempts } from './check-attempts';
import { checkLinks } from './check-links';
import { checkNames } from './check-names';
import { checkNote } from './check-note';
import { checkPropertyForms } from './check-property-forms';
import { checkQuestionIds, checkQuestions } from './check-questions';
import { checkComparison, checkRelationConflicts, checkRelations } from './check-relations';
import { checkConflictCopies, findConflictCopies, isSameOriginal } from './conflict-copies';
import type { ConflictCopies } from './conflict-copies';
import type { Diagnostic, Severity } from './diagnostic';

/** All findings about a vault, by path and line. Linear in its size, reference answers apart. */
export function checkVault(index: NoteIndex): Diagnostic[] {
	return finishSteps(checkVaultInSteps(index));
}

/** The same in short steps, on the notes as they are at the first one. */
export function* checkVaultInSteps(index: NoteIndex): Steps<Diagnostic[]> {
	const notes = index.notes().filter(note => !isTemplate(note));
	const found: Diagnostic[] = [];
	for (const note of notes) {
		found.push(...checkInVault(index, note));
		yield;
	}
	const copies = findConflictCopies(index);
	found.push(...checkConflictCopies(copies), ...checkNames(index));
	yield;
	found.push(...checkRelationConflicts(index));
	yield;
	found.push(...checkNoteIds(notes, copies), ...checkQuestionIds(listQuestions(index), copies));
	found.push(...(yield* checkRegions(index)));
	return sortDiagnostics(found);
}

/** Findings about one note, without those that only a look at all notes shows; a template has none. */
export function checkInVault(index: NoteIndex, note: Note): Diagnostic[] {
	if (isTemplate(note)) return [];
	return [
		...checkNote(note),
		...checkPropertyForms(note),
		...checkAttempts(note),
		...checkLinks(index, note),
		...checkQuestions(note),
		...checkRelations(note),
		...checkComparison(index, note),
	];
}

/** Orders findings by path, line and code, the same everywhere. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
	return [...diagnostics].sort(
		(a, b) => compareText(a.path, b.path) || a.line - b.line || compareText(a.code, b.code),
	);
}

/** How many findings of each severity there are. */
export function countSeverities(
	diagnostics: readonly Diagnostic[],
): Readonly<Record<Severity, number>> {
	const counts = { error: 0, warning: 0, info: 0 };
	for (const { severity } of diagnostics) counts[severity]++;
	return counts;
}

function checkNoteIds(notes: readonly Note[], copies: ConflictCopies): Diagnostic[] {
	const first = new Map<string, Note>();
	const diagnostics: Diagnostic[] = [];
	for (const note of notes) {
		const id = noteIdOf(note);
		if (id === undefined || noteTypeOf(note) === 'plain') continue;
		const other = first.get(id);
		if (!other) {
			first.set(id, note);
			continue;
		}
		if (isSameOriginal(copies, note.path, other.path)) continue;
		const line = note.properties.get('id')?.line ?? 1;
		const params = { id, other: other.path };
		diagnostics.push({
			code: 'note-id-duplicate',
			severity: 'error',
			path: note.path,
			line,
			params,
		});
	}
	return diagnostics;
}

/** Regions that a refresh would change or refuse; markers that are broken are reported with their note. */
function* checkRegions(index: NoteIndex): Steps<Diagnostic[]> {
	const { edits, refused } = yield* planVaultInSteps(index);
	const outdated = edits.map((edit): Diagnostic => {
		const start = edit.kind === 'change' ? (edit.edits[0]?.range.start ?? 0) : 0;
		const above = index.find(edit.path)?.text.slice(0, start) ?? '';
		const line = splitLines(`${above}x`).length;
		return { code: 'region-outdated', severity: 'info', path: edit.path, line, params: {} };
	});
	const unknown = refused
		.filter(({ reason }) => reason === 'unknown-region')
		.map(({ path, line }): Diagnostic => ({
			code: 'region-unknown',
			severity: 'warning',
			path,
			line,
			params: {},
		}));
	return [...outdated, ...unknown];
}
