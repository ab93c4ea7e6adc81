import {
	LIST_PROPERTIES,
	misplacedFrontMatter,
	unquotedLinks,
} from '../markdown/front-matter-forms';
import { noteTypeOf } from '../schema/note-type';
import type { Note } from '../vault/note';
import type { Diagnostic, DiagnosticCode, Severity } from './diagnostic';

/** Properties in a form that Obsidian has dropped, or never read. */
export function checkPropertyForms(note: Note): Diagnostic[] {
	const { path, text, properties, problems } = note;
	const type = noteTypeOf(note);
	// In a note of the reader's own it may be meant for another program.
	const severity: Severity = type === 'plain' ? 'info' : 'warning';
	const found: Diagnostic[] = [];
	const report = (code: DiagnosticCode, line: number, params: Diagnostic['params'] = {}): void => {
		found.push({ code, severity, path, line, params });
	};
	const misplaced = misplacedFrontMatter(text);
	if (misplaced) report('front-matter-misplaced', misplaced.line);
	for (const { name, value, line, range } of properties.values()) {
		const plural = LIST_PROPERTIES.get(name);
		const isText = value !== null && value !== '' && typeof value !== 'object';
		if (plural === name) {
			if (isText) report('property-not-list', line, { property: name });
		} else if (plural !== undefined && value !== null && value !== '') {
			report('property-singular', line, { property: name, plural });
		}
		if (unquotedLinks(text.slice(range.start, range.end), value))
			report('property-link-unquoted', line, { property: name });
	}
	if (type === 'plain') return found;
	for (const { kind, line, detail } of problems) {
		// Nested properties of a plain note are the business of other plugins.
		if (kind === 'nested-property') report('property-nested', line, { property: detail });
	}
	return found;
}
