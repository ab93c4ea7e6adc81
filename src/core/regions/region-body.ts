import { buildComparison } from '../comparisons/comparison';
import { comparisonOfCategory, comparisonRequestOf } from '../comparisons/comparison-request';
import { printComparison } from '../comparisons/print-comparison';
import { findInlineLiterals } from '../markdown/mask-inline';
import { isShippedCategory } from '../schema/category';
import { technologiesOf } from '../schema/category-members';
import { categoryOf, isTemplate, noteLanguageOf } from '../schema/note-type';
import { splitLines } from '../text/line';
import { applyEdits } from '../text/text-edit';
import type { TextEdit } from '../text/text-edit';
import type { Note } from '../vault/note';
import type { NoteIndex } from '../vault/note-index';
import { printBacklinks } from './print-backlinks';
import { printMap } from './print-map';
import { printMembers } from './print-members';
import { printProgress } from './print-progress';
import type { RegionContext } from './region-context';

/** Undefined for an argument that the kind does not know, such as a category of no note. */
type RegionWriter = (context: RegionContext) => string | undefined;

const WRITERS: ReadonlyMap<string, RegionWriter> = new Map<string, RegionWriter>([
	['backlinks', printBacklinks],
	['comparison', ofKnownCategory(writeComparison)],
	['map', ofKnownCategory(printMap)],
	['members', writeMembers],
	['progress', ofKnownCategory(printProgress)],
]);

/**
 * The body that a region should have, with LF line breaks and no blank line at its ends; undefined for an unknown kind or
 * category.
 */
export function regionBody(index: NoteIndex, note: Note, name: string): string | undefined {
	const [kind = '', argument = ''] = name.split(':');
	const write = WRITERS.get(kind);
	const body = write?.({ index, note, language: noteLanguageOf(index), argument });
	return body === undefined ? undefined : withoutComments(body);
}

/** Emptied over a slip of the pen, a table would be gone: a category that nobody knows is told instead. */
function ofKnownCategory(write: RegionWriter): RegionWriter {
	return context => (isKnownCategory(context) ? write(context) : undefined);
}

/** Without a category nobody knows whose members are meant. */
function writeMembers(context: RegionContext): string | undefined {
	const { argument } = context;
	if (argument === '') return undefined;
	return argument === 'concept' || isKnownCategory(context) ? printMembers(context) : undefined;
}

function isKnownCategory({ index, argument }: RegionContext): boolean {
	if (argument === '' || isShippedCategory(argument)) return true;
	const isOfIt = (note: Note): boolean => categoryOf(note) === argument && !isTemplate(note);
	return technologiesOf(index, argument).length > 0 || index.notes().some(isOfIt);
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
