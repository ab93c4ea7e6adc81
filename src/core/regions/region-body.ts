import { buildComparison } from '../comparisons/comparison';
import { comparisonOfCategory, comparisonRequestOf } from '../comparisons/comparison-request';
import { printComparison } from '../comparisons/print-comparison';
import { findInlineLiterals } from '../markdown/mask-inline';
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

/** Undefined for an argument that the kind does not know. */
type RegionWriter = (context: RegionContext) => string | undefined;

const WRITERS: ReadonlyMap<string, RegionWriter> = new Map<string, RegionWriter>([
	['backlinks', printBacklinks],
	['comparison', writeComparison],
	['map', printMap],
	['members', printMembers],
	['progress', printProgress],
]);

/** The body that a region should have, with LF line breaks and no blank line at its ends; undefined for an unknown kind. */
export function regionBody(index: NoteIndex, note: Note, name: string): string | undefined {
	const [kind = '', argument = ''] = name.split(':');
	const write = WRITERS.get(kind);
	const body = write?.({ index, note, language: noteLanguageOf(index), argument });
	return body === undefined ? undefined : withoutComments(body);
}

/** False for a region whose kind, or its argument, nobody knows how to write. */
export function isKnownRegion(name: string): boolean {
	const [kind = '', argument = ''] = name.split(':');
	return WRITERS.has(kind) && (kind !== 'backlinks' || isBacklinksForm(argument));
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
