import { buildComparison } from '../comparisons/comparison';
import { comparisonOfCategory, comparisonRequestOf } from '../comparisons/comparison-request';
import { printComparison } from '../comparisons/print-comparison';
import { findInlineLiterals } from '../markdown/mask-inline';
import { isShippedCategory } from '../schema/category';
import { notesOfCategory } from '../schema/category-members';
import { noteLanguageOf } from '../schema/note-type';
import { splitLines } from '../text/line';
import { applyEdits } from '../text/text-edit';
import type { TextEdit } from '../text/text-edit';
import type { Note } from '../vault/note';
import type { NoteIndex } from '../vault/note-index';
import { isBacklinksForm, printBacklinks } from './print-backlinks';
import { printMap } from './print-map';
import { printMembers } from './print-members';
import { printProgress } from './print-progress';
import type { RegionContext } from './region-context';

/** One kind of region. */
interface RegionKind {
	readonly print: (context: RegionContext) => string | undefined;
	/** False for an argument that says nothing: emptied over a slip of the pen, a table would be gone. */
	readonly knows: (index: NoteIndex, argument: string) => boolean;
}

const KINDS: ReadonlyMap<string, RegionKind> = new Map<string, RegionKind>([
	['backlinks', { print: printBacklinks, knows: (_, argument) => isBacklinksForm(argument) }],
	['comparison', { print: writeComparison, knows: isNoneOrCategory }],
	['map', { print: printMap, knows: isNoneOrCategory }],
	['members', { print: printMembers, knows: hasMembers }],
	['progress', { print: printProgress, knows: isNoneOrCategory }],
]);

/**
 * The body that a region should have, with LF line breaks and no blank line at its ends; undefined for an unknown kind or
 * category.
 */
export function regionBody(index: NoteIndex, note: Note, name: string): string | undefined {
	if (!isKnownRegion(index, name)) return undefined;
	const [kind = '', argument = ''] = name.split(':');
	const body = KINDS.get(kind)?.print({ index, note, language: noteLanguageOf(index), argument });
	return body === undefined ? undefined : withoutComments(body);
}

/** False for a region whose kind, or its argument, nobody knows how to write. */
export function isKnownRegion(index: NoteIndex, name: string): boolean {
	const [kind = '', argument = ''] = name.split(':');
	return KINDS.get(kind)?.knows(index, argument) === true;
}

function isNoneOrCategory(index: NoteIndex, argument: string): boolean {
	return argument === '' || isCategory(index, argument);
}

/** Without a category nobody knows whose members are meant. */
function hasMembers(index: NoteIndex, argument: string): boolean {
	return argument === 'concept' || (argument !== '' && isCategory(index, argument));
}

function isCategory(index: NoteIndex, name: string): boolean {
	return isShippedCategory(name) || notesOfCategory(index, name).length > 0;
}

/** A comment that some value opens would hide the end marker and all that follows, so its mark becomes an entity. */
function withoutComments(body: string): string {
	if (!/%%|<!--/.test(body)) return body;
	const edits: TextEdit[] = [];
	const literals = findInlineLiterals(body, splitLines(body)).filter(({ start }) =>
		/[`$]/.test(body.charAt(start)),
	);
	let next = 0;
	for (const { index: start, 0: mark } of body.matchAll(/%%|<!--/g)) {
		while ((literals[next]?.end ?? Infinity) <= start) next++;
		if ((literals[next]?.start ?? Infinity) < start) continue;
		const newText = mark === '%%' ? '&#37;&#37;' : '&lt;!--';
		edits.push({ range: { start, end: start + mark.length }, newText });
	}
	return applyEdits(body, edits);
}

/** The table of a comparison note, or with an argument that of a category. */
function writeComparison({ index, note, language, argument }: RegionContext): string {
	const request =
		argument === '' ? comparisonRequestOf(index, note) : comparisonOfCategory(index, argument);
	const { alternatives, criteria, layout, onlyDifferences } = request;
	if (alternatives.length === 0) return '';
	return printComparison(buildComparison(alternatives, { criteria, onlyDifferences }), {
		index,
		from: note.path,
		language,
		layout,
		withProofs: true,
	});
}
