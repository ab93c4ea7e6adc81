import { parseMarker, printBeginMarker, printEndMarker } from '../markdown/region-markers';
import type { Marker } from '../markdown/region-markers';
import type { MarkerProblem } from '../markdown/structure';
import { foldingOf, MARK_LENGTH, markLines, markOf } from '../regions/line-marks';
import { regionBody } from '../regions/region-body';
import { hashText } from '../text/hash-text';
import { lineBreakOf, splitLines } from '../text/line';
import type { Line } from '../text/line';
import { applyEdits } from '../text/text-edit';
import type { TextEdit } from '../text/text-edit';
import type { Note } from '../vault/note';
import type { FixContext, FixText } from './fix-text';

/** Longer bodies are left to the reader: each length of a body is tried. */
const MOST_LINES = 500;

/** Writes the markers of a region as they must read, each alone on its line. */
export const rewriteMarkers: FixText = context =>
	editLines(context, ['misspelt', 'misplaced'], (content, { detail = '' }) => {
		const comment = content.trim();
		const isAlone =
			/^(?:<|%%)/.test(comment) && !/[<>]./.test(comment.slice(1)) && /(?:>|%%)$/.test(comment);
		return isAlone && !detail.includes('…') ? detail : undefined;
	});

/** Takes the word out of a marker that nobody knows. */
export const dropAttribute: FixText = context =>
	editLines(context, ['unknown-attribute'], (content, { detail = '' }) => {
		const at = content.lastIndexOf(` ${detail}`);
		return at === -1 ? undefined : content.slice(0, at) + content.slice(at + detail.length + 1);
	});

/** Ends the comment of a begin marker. */
export const finishMarker: FixText = context =>
	editLines(context, ['unfinished'], content => {
		let end = content.length;
		while (/[-–—>\s]/.test(content.charAt(end - 1))) end--;
		return `${content.slice(0, end)} -->`;
	});

/** Puts the end marker below the last line that the program wrote, or below the begin marker if it wrote none. */
export const endRegion: FixText = ({ note, diagnostic: { line, params } }) => {
	const { text } = note;
	const lines = splitLines(text);
	const begin = lines[line - 1];
	const marker = begin && parseMarker(text, begin);
	if (!begin || marker?.side !== 'begin' || marker.name !== params['region']) return undefined;
	const last = lastWrittenLine(text, marker, linesBelow(text, lines, line));
	if (!last) return undefined;
	const eol = lineBreakOf(text);
	const below = /^(?:\r\n|\n|\r)[^\r\n]/.test(text.slice(last.end, last.end + 3)) ? eol : '';
	const newText = eol + eol + printEndMarker(marker.name) + below;
	return applyEdits(text, [{ range: { start: last.end, end: last.end }, newText }]);
};

/** Lines in which the body of a region may stand: up to the next heading or marker. */
function linesBelow(text: string, lines: readonly Line[], line: number): Line[] {
	const below = lines.slice(line, line + MOST_LINES);
	const end = below.findIndex(one => {
		const content = text.slice(one.start, one.end);
		return /^ {0,3}#{1,6}(?:[ \t]|$)/.test(content) || parseMarker(text, one) !== undefined;
	});
	return end === -1 ? below : below.slice(0, end);
}

function lastWrittenLine(text: string, marker: Marker, below: readonly Line[]): Line | undefined {
	const hash = / hash=([0-9A-Za-z_-]+)/.exec(marker.attributes)?.[1];
	const marks = / lines=([0-9A-Za-z_-]+)/.exec(marker.attributes)?.[1] ?? '';
	if (hash === undefined || hash === hashText('')) return marker.line;
	const first = below.find(({ start, end }) => text.slice(start, end).trim() !== '');
	const whole = below.find(
		({ end }) => first && end >= first.end && hashText(text.slice(first.start, end)) === hash,
	);
	if (whole) return whole;
	const fold = foldingOf(marker.name);
	const written = new Set(marks.match(new RegExp(`.{${MARK_LENGTH}}`, 'g')) ?? []);
	return below
		.filter(({ start, end }) => text.slice(start, end).trim() !== '')
		.filter(({ start, end }) => written.has(markOf(fold(text.slice(start, end)))))
		.at(-1);
}

/** Puts the begin marker above a body that reads as the program would write it now. */
export const beginRegion: FixText = ({ index, note, diagnostic: { line, params } }) => {
	const { text } = note;
	const name = params['region'] ?? '';
	const end = splitLines(text)[line - 1];
	const body = regionBody(index, note, name);
	if (!end || body === undefined) return undefined;
	const eol = lineBreakOf(text);
	const written = body.split('\n').join(eol);
	const above = text.slice(0, end.start).trimEnd();
	if (!above.endsWith(written)) return undefined;
	// What stands above may be the body of an older region.
	if (body === '' && !/(?:^|[\r\n])(?: {0,3}#{1,6}[ \t][^\r\n]*|---[ \t]*)?$/.test(above))
		return undefined;
	const start = body === '' ? end.start : above.length - written.length;
	if (start > 0 && !/[\r\n]$/.test(text.slice(0, start))) return undefined;
	const marks = { hash: hashText(body), lines: markLines(body, foldingOf(name)) };
	const newText = printBeginMarker(name, body === '' ? undefined : marks) + eol + eol;
	return applyEdits(text, [{ range: { start, end: start }, newText }]);
};

/** Takes away the copies of a region in which nobody wrote, but for one. */
export const dropCopies: FixText = ({ note, diagnostic: { params } }) => {
	const { text } = note;
	const name = params['region'] ?? '';
	const copies = pairsOf(note, name);
	const untouched = copies.filter(({ isUntouched }) => isUntouched);
	const edited = copies.length - untouched.length;
	if (copies.length < 2 || edited > 1) return undefined;
	const dropped = edited === 1 ? untouched : untouched.slice(1);
	return applyEdits(
		text,
		dropped.map(({ range }) => ({ range, newText: '' })),
	);
};

interface Copy {
	/** With the blank lines below it. */
	readonly range: TextEdit['range'];
	readonly isUntouched: boolean;
}

function pairsOf({ text, structure }: Note, name: string): Copy[] {
	const lines = splitLines(text);
	return structure.markerProblems.flatMap(problem => {
		if (problem.kind !== 'duplicate' || problem.name !== name) return [];
		const begin = lines[problem.line - 1];
		const marker = begin && parseMarker(text, begin);
		const end = lines.slice(problem.line).find(line => {
			const other = parseMarker(text, line);
			return other?.side === 'end' && other.name === name;
		});
		if (!marker || !end) return [];
		const body = text.slice(marker.line.next, end.start);
		const content = body
			.replace(/\r\n?/g, '\n')
			.replace(/^(?:[ \t]*\n)+/, '')
			.trimEnd();
		const isUntouched =
			content === '' || / hash=([0-9A-Za-z_-]+)/.exec(marker.attributes)?.[1] === hashText(content);
		const gap = /^(?:[ \t]*(?:\r\n|\n|\r))*/.exec(text.slice(end.next))?.[0] ?? '';
		return [{ range: { start: marker.line.start, end: end.next + gap.length }, isUntouched }];
	});
}

/** Edits the lines of all faulty markers of the region that a finding names: half of a region repaired is still broken. */
function editLines(
	{ note, diagnostic: { params } }: FixContext,
	kinds: readonly MarkerProblem['kind'][],
	edit: (content: string, problem: MarkerProblem) => string | undefined,
): string | undefined {
	const lines = splitLines(note.text);
	const edits: TextEdit[] = [];
	for (const problem of note.structure.markerProblems) {
		const line = lines[problem.line - 1];
		if (!line || !kinds.includes(problem.kind) || problem.name !== params['region']) continue;
		const newText = edit(note.text.slice(line.start, line.end), problem);
		if (newText === undefined) return undefined;
		edits.push({ range: { start: line.start, end: line.end }, newText });
	}
	return edits.length > 0 ? applyEdits(note.text, edits) : undefined;
}
