import { printBeginMarker, printEndMarker } from '../markdown/region-markers';
import type { Region } from '../markdown/structure';
import { isTemplate, noteLanguageOf, noteTypeOf } from '../schema/note-type';
import type { NoteLanguage } from '../schema/note-type';
import { lineBreakOf } from '../text/line';
import { applyEdits } from '../text/text-edit';
import type { TextEdit } from '../text/text-edit';
import { parseNote } from '../vault/note';
import type { Note } from '../vault/note';
import type { NoteIndex } from '../vault/note-index';
import type { VaultEdit } from '../vault/vault-edit';

/** Notes that can be given a backlinks region all at once. */
export const BACKLINKS_TYPES = ['technology', 'concept'] as const;

/** A type of notes that can be given a backlinks region. */
export type BacklinksType = (typeof BACKLINKS_TYPES)[number];

const TITLES: Readonly<Record<NoteLanguage, string>> = { zh: '反向链接', en: 'Backlinks' };

/**
 * Plans an empty backlinks region for each note of the given types that has none, at the end of the note or of its
 * section 反向链接 (Backlinks). Done once, it plans nothing more.
 *
 * A note is left alone if any of its markers is in doubt, or if what is written would not be read back as a region:
 * at the end of the note some code or comment may be open.
 */
export function planBacklinksRegions(
	index: NoteIndex,
	types: readonly BacklinksType[],
): VaultEdit[] {
	const language = noteLanguageOf(index);
	return index.notes().flatMap(note => {
		const type = noteTypeOf(note);
		if (!types.some(wanted => wanted === type) || isTemplate(note) || hasRegion(note)) return [];
		const edit = insertRegion(note, language);
		return isReadBack(note, edit) ? [{ kind: 'change', path: note.path, edits: [edit] }] : [];
	});
}

function hasRegion({ structure: { regions, markerProblems } }: Note): boolean {
	return markerProblems.length > 0 || regions.some(isBacklinks);
}

function isBacklinks({ name }: Region): boolean {
	return name === 'backlinks' || name.startsWith('backlinks:');
}

/** Nothing but the inserted lines changes; a last line without a break gets the one that it needs. */
function insertRegion({ text, structure }: Note, language: NoteLanguage): TextEdit {
	const eol = lineBreakOf(text);
	const region = [printBeginMarker('backlinks'), '', printEndMarker('backlinks')];
	const own = structure.headings.filter(heading => isTitle(heading.text)).at(-1);
	const next = structure.headings.find(heading => own && heading.line > own.line);
	const at = next?.range.start ?? text.length;
	const above = text.slice(0, at);
	const lines = [
		...gapAfter(above),
		...(own ? [] : [`## ${TITLES[language]}`, '']),
		...region,
		...(next ? ['', ''] : ['']),
	];
	return { range: { start: at, end: at }, newText: lines.join(eol) };
}

function isTitle(heading: string): boolean {
	return Object.values(TITLES).some(title => title.toLowerCase() === heading.toLowerCase());
}

/** Line breaks that part what stands above from what comes: one, or two where the last line is not ended. */
function gapAfter(above: string): string[] {
	if (above.trim() === '' || /(?:\r\n|\n|\r(?!\n))[ \t]*(?:\r\n|\n|\r)$/.test(above)) return [];
	return /[\r\n]$/.test(above) ? [''] : ['', ''];
}

function isReadBack(note: Note, edit: TextEdit): boolean {
	const { regions, markerProblems } = note.structure;
	const after = parseNote(note.path, applyEdits(note.text, [edit])).structure;
	return (
		markerProblems.length === after.markerProblems.length &&
		after.regions.length === regions.length + 1 &&
		after.regions.some(isBacklinks)
	);
}
