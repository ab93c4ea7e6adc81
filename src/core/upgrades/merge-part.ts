import { printBeginMarker, printEndMarker } from '../markdown/region-markers';
import { lineBreakOf } from '../text/line';
import type { TextEdit } from '../text/text-edit';
import { mergeLines, replaceLines } from './merge-lines';
import type { LineChange } from './merge-lines';
import type { NotePart, NoteParts } from './note-parts';
import type { PartHash } from './part-hash';
import { hashParts } from './release';

/** What is known of the earlier texts of a part. */
export interface PartOrigin {
	/** As it was in the release that the reader has; undefined if it was not there. */
	readonly base: PartHash | undefined;
	/** Hashes of all texts that count as untouched. */
	readonly shipped: ReadonlySet<string>;
}

/** `merge` keeps what the reader wrote, `take` puts the new text in its place. */
export type MergeChoice = 'merge' | 'take';

/** Edits of the reader's note, or that both sides changed the same lines. */
export type PartMerge =
	{ readonly kind: 'planned'; readonly edits: readonly TextEdit[] } | { readonly kind: 'conflict' };

const CONFLICT: PartMerge = { kind: 'conflict' };
const NOTHING: PartMerge = { kind: 'planned', edits: [] };

/** The reader's note and the shipped one. */
export interface Sides {
	readonly reader: NoteParts;
	readonly shipped: NoteParts;
}

/** Merges the new text of a part that both have into the reader's. */
export function mergePart(
	{ reader, shipped }: Sides,
	key: string,
	{ base, shipped: untouched }: PartOrigin,
	choice: MergeChoice,
): PartMerge {
	const [ours, theirs] = [reader.parts.get(key), shipped.parts.get(key)];
	const [oursHash, theirsHash] = [hashParts(reader).get(key), hashParts(shipped).get(key)];
	if (!ours || !theirs || oursHash === undefined || oursHash === theirsHash) return NOTHING;
	if (choice === 'take' || untouched.has(oursHash)) {
		return planChanges(reader, ours, replaceLines(textsOf(ours), textsOf(theirs)));
	}
	if (base?.hash === theirsHash) return NOTHING;
	if (!base || base.lines.length === 0) return CONFLICT;
	const merge = mergeLines(base.lines, textsOf(ours), textsOf(theirs));
	return merge.kind === 'merged' ? planChanges(reader, ours, merge.changes) : CONFLICT;
}

/** The lines of a part as they are written into a note; a region arrives empty, and a refresh follows. */
export function writtenLines(part: NotePart, source: string): string[] {
	return part.lines.flatMap(({ range, region }) =>
		region === undefined ? [source.slice(range.start, range.end)] : emptyRegion(region),
	);
}

function textsOf({ lines }: NotePart): string[] {
	return lines.map(({ text }) => text);
}

function emptyRegion(name: string): string[] {
	return [printBeginMarker(name), '', printEndMarker(name)];
}

const REGION_LINE = /^<!-- stackbook:region (\S+) -->$/;

function planChanges(
	{ note }: NoteParts,
	ours: NotePart,
	changes: readonly LineChange[],
): PartMerge {
	const standing = new Set(note.structure.regions.map(({ name }) => name));
	const edits: TextEdit[] = [];
	for (const { start, end, lines } of changes) {
		// The body of a region may hold lines of the reader's: it is never taken away.
		if (ours.lines.slice(start, end).some(({ region }) => region !== undefined)) return CONFLICT;
		const written = lines.flatMap(line => {
			const region = REGION_LINE.exec(line)?.[1];
			if (region === undefined) return [line];
			return standing.has(region) ? [] : emptyRegion(region);
		});
		edits.push(...editOfLines(note.text, ours, { start, end, lines: written }));
	}
	return { kind: 'planned', edits };
}

/** A change of lines as an edit of the note; the line breaks of the note stay what they are. */
function editOfLines(text: string, { lines: ours }: NotePart, change: LineChange): TextEdit[] {
	const { start, end, lines } = change;
	const eol = lineBreakOf(text);
	const [first, last] = [ours[start], ours[end - 1]];
	const added = lines.join(eol);
	if (first && last && end > start) {
		if (lines.length > 0)
			return [{ range: { start: first.range.start, end: last.range.end }, newText: added }];
		const next = ours[end];
		const previous = ours[start - 1];
		// With a line goes the break below it, or above it where it was the last one.
		if (next) return [{ range: { start: first.range.start, end: next.range.start }, newText: '' }];
		const from = previous?.range.end ?? first.range.start;
		return [{ range: { start: from, end: last.range.end }, newText: '' }];
	}
	if (lines.length === 0) return [];
	if (first) {
		const { start: at } = first.range;
		return [{ range: { start: at, end: at }, newText: added + eol }];
	}
	const at = ours.at(-1)?.range.end ?? text.length;
	return [{ range: { start: at, end: at }, newText: eol + added }];
}
