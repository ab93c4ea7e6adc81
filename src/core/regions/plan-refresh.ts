import { printBeginMarker, printEndMarker } from '../markdown/region-markers';
import type { MarkerProblem, Region } from '../markdown/structure';
import { hashText } from '../text/hash-text';
import { lineBreakOf } from '../text/line';
import { finishSteps } from '../text/steps';
import type { Steps } from '../text/steps';
import type { TextEdit } from '../text/text-edit';
import type { Note } from '../vault/note';
import type { NoteIndex } from '../vault/note-index';
import type { RegionChoice } from './affected-regions';
import { foldingOf, markLines } from './line-marks';
import { readersLines } from './readers-lines';
import { isKnownRegion, regionBody } from './region-body';
import { unreadableSource } from './unreadable-source';

/** Why a note's regions are left as they are. */
export type RefusalReason =
	`${MarkerProblem['kind']}-region` | 'unknown-region' | 'unreadable-source';

/** What bringing the regions of one note up to date takes: edits, or a reason to write nothing. */
export type NoteRefresh =
	| { readonly kind: 'planned'; readonly edits: readonly TextEdit[]; readonly movedLines: number }
	| {
			readonly kind: 'refused';
			readonly reason: RefusalReason;
			readonly line: number;
			/** The note that cannot be read, for an unreadable source. */
			readonly source?: string;
	  };

/**
 * Plans the refresh of one note, or of some of its regions. Equal bytes make no edit, so a refresh of a fresh note is
 * empty.
 *
 * A doubtful marker anywhere in the note refuses the whole note: what is broken is repaired by a person first.
 */
export function planNoteRefresh(
	index: NoteIndex,
	note: Note,
	choice: RegionChoice = 'all',
): NoteRefresh {
	return finishSteps(planNoteInSteps(index, note, choice));
}

/** The same in steps, one for each region. */
export function* planNoteInSteps(
	index: NoteIndex,
	note: Note,
	choice: RegionChoice = 'all',
): Steps<NoteRefresh> {
	const refused = refusalOf(index, note);
	if (refused) return refused;
	const edits: TextEdit[] = [];
	let movedLines = 0;
	for (const region of note.structure.regions) {
		if (region.frozen || (choice !== 'all' && !choice.has(region.name))) continue;
		yield;
		const planned = planRegion(note.text, region, regionBody(index, note, region.name) ?? '');
		edits.push(...planned.edits);
		movedLines += planned.movedLines;
	}
	return { kind: 'planned', edits, movedLines };
}

/** Why nothing may be written into a note, also not into the regions that could be. */
function refusalOf(index: NoteIndex, note: Note): NoteRefresh | undefined {
	const { regions, markerProblems } = note.structure;
	const [problem] = markerProblems;
	if (problem) return { kind: 'refused', reason: `${problem.kind}-region`, line: problem.line };
	for (const region of regions) {
		const { name, line, frozen } = region;
		if (frozen) continue;
		if (!isKnownRegion(index, name)) return { kind: 'refused', reason: 'unknown-region', line };
		const source = unreadableSource(index, note, region);
		if (source !== undefined) return { kind: 'refused', reason: 'unreadable-source', line, source };
	}
	return undefined;
}

function planRegion(
	text: string,
	region: Region,
	wanted: string,
): { edits: TextEdit[]; movedLines: number } {
	const eol = lineBreakOf(text);
	const current = text.slice(region.body.start, region.body.end);
	const readers = isUntouched(region, current) ? [] : readersLines(current, wanted, region);
	const marker = printBeginMarker(region.name, {
		hash: hashText(wanted),
		lines: markLines(wanted, foldingOf(region.name)),
	});
	const middle = wanted === '' ? ['', ''] : ['', ...wanted.split('\n'), '', ''];
	const below =
		readers.length > 0
			? ['', '', ...readers].join(eol) + gapBefore(text, region.range.end, eol)
			: '';
	const above = linesBetweenMarkers(text, wanted, region);
	const newText = [...above, marker, ...middle].join(eol) + printEndMarker(region.name) + below;
	const { range } = region;
	if (text.slice(range.start, range.end) === newText) return { edits: [], movedLines: 0 };
	return {
		edits: [{ range, newText }],
		// Those above stay where they are, but begin to count as those below do.
		movedLines: [...above, ...readers].filter(line => line.trim() !== '').length,
	};
}

/**
 * What a reader wrote right above the begin marker of one of two devices. A merge may have left a body below it: of that
 * only what is the reader's stays, but no line is taken from the paragraph right below the first marker, for no body
 * begins there.
 */
function linesBetweenMarkers(text: string, wanted: string, region: Region): string[] {
	const { start, end } = region.beginMarker;
	const lines = text.slice(start, end).split(/\r\n|\n|\r/);
	const between = lines.filter(line => !line.startsWith('<!-- stackbook:begin '));
	const first = between.findIndex(line => line.trim() !== '');
	if (first < 0) return [];
	const kept = between.slice(first);
	const blank = kept.findIndex(line => line.trim() === '');
	if (blank < 0) return kept;
	const below = kept.slice(blank).filter(line => line.trim() !== '');
	const readers = readersLines(kept.slice(blank).join('\n'), wanted, region);
	// Where nothing was written by a device, not even a blank line is touched.
	if (readers.filter(line => line.trim() !== '').length === below.length) return kept;
	return [...kept.slice(0, blank), '', ...readers, ...(readers.length > 0 ? [''] : [])];
}

/** Text that stood right below the region must not run on from the reader's lines; a `---` would make them a heading. */
function gapBefore(text: string, end: number, eol: string): string {
	return /^(?:\r\n|\n|\r)[^\r\n]/.test(text.slice(end, end + 3)) ? eol : '';
}

/** True while the body is what the program wrote, or empty. */
function isUntouched({ hash }: Region, body: string): boolean {
	const content = trimBlankLines(body);
	return content === '' || hash === hashText(content);
}

function trimBlankLines(body: string): string {
	return body
		.replace(/\r\n?/g, '\n')
		.replace(/^(?:[ \t]*\n)+/, '')
		.trimEnd();
}
