import type { Link } from '../markdown/structure';
import { noteTypeOf } from '../schema/note-type';
import type { Note } from '../vault/note';
import type { NoteIndex } from '../vault/note-index';
import type { Diagnostic, DiagnosticCode, Severity } from './diagnostic';

/**
 * Links that lead nowhere, or to one of several notes.
 *
 * In a note of the reader's own an unresolved link is a note to be written, as Obsidian means it: worth knowing, no fault.
 */
export function checkLinks(index: NoteIndex, note: Note): Diagnostic[] {
	const type = noteTypeOf(note);
	// What an interview asked may be gone a year later.
	const severity: Severity =
		type === 'plain' || type === 'interview' || type === 'upgrade' ? 'info' : 'warning';
	const diagnostics: Diagnostic[] = [];
	for (const link of note.links) {
		const report = (code: DiagnosticCode, params: Record<string, string>): void => {
			diagnostics.push({ code, severity, path: note.path, line: link.line, params });
		};
		const resolution = index.resolve(link.target, note.path);
		if (resolution.kind === 'missing') {
			report('link-unresolved', { target: link.target });
			continue;
		}
		if (resolution.kind === 'ambiguous') {
			report('link-ambiguous', {
				target: link.target,
				candidates: resolution.candidates.join(', '),
			});
		}
		const target = index.find(resolution.path);
		if (target && link.subpath !== '' && !hasSubpath(target, link)) {
			report('link-subpath-unresolved', { target: target.title, subpath: link.subpath });
		}
	}
	return diagnostics;
}

/** Block ids compare without case; of nested headings `A#B` the last one counts, without punctuation, as in the app. */
function hasSubpath({ structure }: Note, { subpath }: Link): boolean {
	if (subpath.startsWith('^')) {
		const wanted = subpath.slice(1).toLowerCase();
		return structure.blockIds.some(({ id }) => id.toLowerCase() === wanted);
	}
	const wanted = foldHeading(subpath.slice(subpath.lastIndexOf('#') + 1));
	return structure.headings.some(({ text }) => foldHeading(text) === wanted);
}

function foldHeading(text: string): string {
	return text
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim()
		.toLowerCase();
}
