import { hashText } from '../text/hash-text';
import type { Marker } from './region-markers';
import type { MarkerProblem, Region } from './structure';

/** Regions that are safe to write, and the markers that are not. */
export interface PairedMarkers {
	readonly regions: readonly Region[];
	readonly problems: readonly MarkerProblem[];
}

/** Markers that stand for one. */
interface MarkerRun {
	readonly side: Marker['side'];
	readonly name: string;
	readonly first: Marker;
	readonly last: Marker;
	readonly markers: readonly Marker[];
}

/**
 * Pairs markers. Anything doubtful (unclosed, unopened, nested, crossed, the same name twice, marks of a conflict) makes
 * a problem: after a partial sync a writer that guessed grew a note beyond 50 MB (list-modified#137).
 *
 * What is not in doubt: a merge line by line of two devices that both wrote a region keeps both begin markers, one below
 * the other (with what a reader wrote right above one of them), and all lines of both bodies between them and one end.
 */
export function pairMarkers(text: string, markers: readonly Marker[]): PairedMarkers {
	const problems: MarkerProblem[] = [];
	const pairs: (readonly [MarkerRun, MarkerRun])[] = [];
	let open: MarkerRun | undefined;
	let tangled = false;
	const report = (kind: MarkerProblem['kind'], run: MarkerRun): void => {
		for (const { name, line } of kind === 'unclosed' ? [run.first] : run.markers)
			problems.push({ kind, name, line: line.number });
	};
	for (const run of joinMarkers(text, markers)) {
		if (run.side === 'begin') {
			if (open) {
				report('nested', run);
				tangled = true;
			} else {
				open = run;
			}
			continue;
		}
		if (open?.name !== run.name) {
			report(open ? 'nested' : 'unopened', run);
			tangled ||= open !== undefined;
			continue;
		}
		if (tangled) report('unclosed', open);
		else pairs.push([open, run]);
		open = undefined;
		tangled = false;
	}
	if (open) report('unclosed', open);
	return makeRegions(text, pairs, problems);
}

function joinMarkers(text: string, markers: readonly Marker[]): MarkerRun[] {
	const runs: MarkerRun[] = [];
	for (const marker of markers) {
		const { side, name } = marker;
		const above = runs.at(-1);
		if (above && isJoined(text, above.last, marker)) {
			runs[runs.length - 1] = { ...above, last: marker, markers: [...above.markers, marker] };
		} else runs.push({ side, name, first: marker, last: marker, markers: [marker] });
	}
	return runs;
}

function isJoined(text: string, above: Marker, below: Marker): boolean {
	return (
		above.side === below.side &&
		above.name === below.name &&
		isGap(text, above, below) &&
		tellsLines(above) &&
		tellsLines(below)
	);
}

/**
 * True for blank lines between two markers, and below a begin marker for lines that follow it at once: a body that was
 * written begins with a blank line, so these stood above the marker of the other device.
 */
function isGap(text: string, above: Marker, below: Marker): boolean {
	const gap = text.slice(above.line.end, below.line.start);
	return gap.trim() === '' || (above.side === 'begin' && /^(?:\r\n|\n|\r)[ \t]*[^\s]/.test(gap));
}

/** False where a body was written and not which lines, as by earlier versions: whose they are nobody can say. */
function tellsLines({ attributes }: Marker): boolean {
	const hash = hashIn(attributes);
	return hash === undefined || hash === hashText('') || linesIn(attributes) !== undefined;
}

function hashIn(attributes: string): string | undefined {
	return / hash=([0-9A-Za-z_-]+)/.exec(attributes)?.[1];
}

function linesIn(attributes: string): string | undefined {
	return / lines=([0-9A-Za-z_-]+)/.exec(attributes)?.[1];
}

function makeRegions(
	text: string,
	pairs: readonly (readonly [MarkerRun, MarkerRun])[],
	problems: MarkerProblem[],
): PairedMarkers {
	const count = new Map<string, number>();
	for (const [{ name }] of pairs) count.set(name, (count.get(name) ?? 0) + 1);
	const broken = new Set(problems.map(({ name }) => name));
	const regions: Region[] = [];
	for (const [begin, end] of pairs) {
		const { name } = begin;
		const region = makeRegion(begin, end);
		const line = conflictLine(text, region);
		if ((count.get(name) ?? 0) > 1) problems.push({ kind: 'duplicate', name, line: region.line });
		else if (line !== undefined) problems.push({ kind: 'conflict', name, line });
		else if (!broken.has(name)) regions.push(region);
	}
	problems.sort((a, b) => a.line - b.line);
	return { regions, problems };
}

/** The line of the first mark that a merge leaves where a person has to decide; a frozen body is a person's anyway. */
function conflictLine(text: string, { body, frozen }: Region): number | undefined {
	if (frozen) return undefined;
	const found = /^(?:[<>|]{7}(?: .*)?|={7})$/m.exec(text.slice(body.start, body.end));
	const above = found && text.slice(0, body.start + found.index);
	return above ? above.split(/\r\n|\n|\r/).length : undefined;
}

function makeRegion(begin: MarkerRun, end: MarkerRun): Region {
	const attributes = begin.markers.map(marker => marker.attributes);
	const hash = begin.markers.length > 1 ? undefined : hashIn(begin.first.attributes);
	const lines = attributes.flatMap(one => linesIn(one) ?? []).join('');
	return {
		name: begin.name,
		...(hash === undefined ? {} : { hash }),
		...(lines === '' ? {} : { lines }),
		merged: begin.markers.length > 1 || end.markers.length > 1,
		frozen: attributes.some(one => / frozen(?: |$)/.test(one)),
		range: { start: begin.first.line.start, end: end.last.line.end },
		beginMarker: { start: begin.first.line.start, end: begin.last.line.end },
		body: { start: begin.last.line.next, end: end.first.line.start },
		line: begin.first.line.number,
	};
}
