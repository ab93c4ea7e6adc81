import { hasPlaceholderId, isTemplate, noteIdOf, noteTypeOf } from '../schema/note-type';
import type { FrontMatterProblem } from '../markdown/front-matter-properties';
import type { MarkerProblem } from '../markdown/structure';
import type { Note, NoteProblem } from '../vault/note';
import type { Diagnostic, DiagnosticCode, Severity } from './diagnostic';

const PROBLEMS: Readonly<
	Record<NoteProblem['kind'], readonly [DiagnosticCode, Severity] | undefined>
> = {
	'invalid-yaml': ['front-matter-invalid', 'error'],
	'not-a-map': ['front-matter-invalid', 'error'],
	'too-large': ['note-too-large', 'error'],
	'duplicate-property': ['property-duplicate', 'error'],
	// Nested properties are the business of other plugins; Obsidian shows them as JSON.
	'nested-property': undefined,
	'unclosed-front-matter': ['front-matter-unclosed', 'error'],
	binary: ['note-binary', 'error'],
};

const MARKERS: Readonly<Record<MarkerProblem['kind'], DiagnosticCode>> = {
	unclosed: 'region-unclosed',
	unopened: 'region-unopened',
	duplicate: 'region-duplicate',
	nested: 'region-nested',
	conflict: 'region-conflict',
	unfinished: 'region-unfinished',
	misplaced: 'region-misplaced',
	misspelt: 'region-misspelt',
	misnamed: 'region-misnamed',
	'unknown-attribute': 'region-attribute-unknown',
};

const REQUIRED: Readonly<Record<string, readonly string[]>> = {
	technology: ['id', 'category'],
	concept: ['id'],
	comparison: ['id', 'alternatives'],
	home: ['format'],
};

/** Faults of a note that can be seen without any other note. */
export function checkNote(note: Note): Diagnostic[] {
	const { path, structure } = note;
	const diagnostics: Diagnostic[] = [];
	for (const problem of note.problems) {
		const entry = isFrontMatterTooLarge(note, problem)
			? (['front-matter-too-large', 'error'] as const)
			: PROBLEMS[problem.kind];
		if (!entry) continue;
		const [code, severity] = entry;
		diagnostics.push({
			code,
			severity,
			path,
			line: problem.line,
			params: { detail: problem.detail },
		});
	}
	for (const line of structure.skippedLines) {
		diagnostics.push({ code: 'line-too-long', severity: 'warning', path, line, params: {} });
	}
	for (const { kind, name, line, detail = '' } of tellOnce(structure.markerProblems)) {
		diagnostics.push({
			code: MARKERS[kind],
			severity: 'error',
			path,
			line,
			params: { region: name, detail },
		});
	}
	return [...diagnostics, ...checkProperties(note), ...checkValues(note)];
}

/** Faults that others follow from. */
const CAUSES: readonly MarkerProblem['kind'][] = [
	'misspelt',
	'misplaced',
	'misnamed',
	'unknown-attribute',
	'unfinished',
	'nested',
];

/** One problem for each tangle of markers: repaired at its cause, the others are gone as well. */
function tellOnce(problems: readonly MarkerProblem[]): MarkerProblem[] {
	const tangles: MarkerProblem[][] = [];
	for (const problem of problems) {
		const same = tangles.find(tangle => tangle.some(({ name }) => name === problem.name));
		const tangle = same ?? (problem.kind === 'nested' ? tangles.at(-1) : undefined);
		if (tangle) tangle.push(problem);
		else tangles.push([problem]);
	}
	return tangles.flatMap(tangle => {
		const [cause] = CAUSES.flatMap(kind => tangle.find(one => one.kind === kind) ?? []);
		return cause ?? tangle[0] ?? [];
	});
}

/** The same problem word covers the block and the note; only a note that was read can have a block. */
function isFrontMatterTooLarge(
	{ structure }: Note,
	problem: NoteProblem | FrontMatterProblem,
): boolean {
	return problem.kind === 'too-large' && structure.masked !== '';
}

function checkProperties(note: Note): Diagnostic[] {
	const type = noteTypeOf(note);
	const diagnostics: Diagnostic[] = [];
	if (type === 'plain') return diagnostics;
	const { path, properties } = note;
	for (const name of REQUIRED[type] ?? []) {
		if (properties.has(name)) continue;
		diagnostics.push({
			code: 'property-missing',
			severity: 'error',
			path,
			line: 1,
			params: { property: name },
		});
	}
	for (const { name, value, line } of properties.values()) {
		const isEmpty =
			value === null || value === '' || (typeof value === 'object' && value.length === 0);
		if (isEmpty && !(name === 'aliases')) {
			diagnostics.push({
				code: 'property-empty',
				severity: 'warning',
				path,
				line,
				params: { property: name },
			});
		}
	}
	return diagnostics;
}

/** Properties whose values the note format lists. */
const EXPECTED: Readonly<Record<string, { readonly pattern: RegExp; readonly words: string }>> = {
	status: {
		pattern: /^(?:active|dormant|attic|superseded)$/,
		words: 'active, dormant, attic, superseded',
	},
	tier: { pattern: /^[123]$/, words: '1, 2, 3' },
	verified: { pattern: /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/, words: '2026-11-20' },
};

/** Values that the note format does not know, in notes that the program knows. */
function checkValues(note: Note): Diagnostic[] {
	const type = noteTypeOf(note);
	const diagnostics: Diagnostic[] = [];
	if (type === 'plain' || isTemplate(note)) return diagnostics;
	const { path, properties } = note;
	const idLine = properties.get('id')?.line ?? 1;
	if (hasPlaceholderId(note)) {
		diagnostics.push({
			code: 'placeholder-left',
			severity: 'warning',
			path,
			line: idLine,
			params: { detail: noteIdOf(note) ?? '' },
		});
	}
	for (const [name, { pattern, words }] of Object.entries(EXPECTED)) {
		const property = properties.get(name);
		const value = property?.value ?? '';
		if (!property || value === '' || typeof value === 'object' || pattern.test(String(value)))
			continue;
		diagnostics.push({
			code: 'property-value',
			severity: 'warning',
			path,
			line: property.line,
			params: { property: name, value: String(value), expected: words },
		});
	}
	return diagnostics;
}
