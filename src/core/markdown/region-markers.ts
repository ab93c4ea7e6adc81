import type { Line } from '../text/line';
import type { MarkerProblem, Region } from './structure';

/** A begin or end marker, alone on its line at column 0. */
export interface Marker {
	readonly side: 'begin' | 'end';
	readonly name: string;
	readonly attributes: string;
	readonly line: Line;
}

const MARKER =
	/^<!-- stackbook:(begin|end) ([a-z]+(?::[\p{L}\p{N}_-]+)?)((?: [a-z]+(?:=[0-9A-Za-z_-]+)?)*) -->[ \t]*$/u;

/** Reads a marker line; undefined for any other line. */
export function parseMarker(text: string, line: Line): Marker | undefined {
	if (!text.startsWith('<!-- stackbook:', line.start)) return undefined;
	const match = MARKER.exec(text.slice(line.start, line.end));
	if (!match) return undefined;
	const [, side, name = '', written = ''] = match;
	const attributes = written.replace(/ frozen=true(?= |$)/g, ' frozen');
	return { side: side === 'begin' ? 'begin' : 'end', name, attributes, line };
}

/** Prints the begin marker of a region, without a hash for one that nothing was written into yet. */
export function printBeginMarker(name: string, hash?: string): string {
	return `<!-- stackbook:begin ${name}${hash === undefined ? '' : ` hash=${hash}`} -->`;
}

/** Prints the end marker of a region. */
export function printEndMarker(name: string): string {
	return `<!-- stackbook:end ${name} -->`;
}

/** Regions that are safe to write, and the markers that are not. */
export interface PairedMarkers {
	readonly regions: readonly Region[];
	readonly problems: readonly MarkerProblem[];
}

/**
 * Pairs markers. Anything doubtful (unclosed, unopened, nested, crossed, the same name twice) makes a problem and no
 * region: after a partial sync a writer that guessed grew a note beyond 50 MB (list-modified#137).
 */
export function pairMarkers(markers: readonly Marker[]): PairedMarkers {
	const problems: MarkerProblem[] = [];
	const pairs: (readonly [Marker, Marker])[] = [];
	let open: Marker | undefined;
	let tangled = false;
	const report = (kind: MarkerProblem['kind'], { name, line }: Marker): void => {
		problems.push({ kind, name, line: line.number });
	};
	for (const marker of markers) {
		if (marker.side === 'begin') {
			if (open) {
				report('nested', marker);
				tangled = true;
			} else {
				open = marker;
			}
			continue;
		}
		if (open?.name !== marker.name) {
			report(open ? 'nested' : 'unopened', marker);
			tangled ||= open !== undefined;
			continue;
		}
		if (tangled) report('unclosed', open);
		else pairs.push([open, marker]);
		open = undefined;
		tangled = false;
	}
	if (open) report('unclosed', open);
	return withoutDuplicates(pairs, problems);
}

function withoutDuplicates(
	pairs: readonly (readonly [Marker, Marker])[],
	problems: MarkerProblem[],
): PairedMarkers {
	const count = new Map<string, number>();
	for (const [{ name }] of pairs) count.set(name, (count.get(name) ?? 0) + 1);
	const broken = new Set(problems.map(({ name }) => name));
	const regions: Region[] = [];
	for (const [begin, end] of pairs) {
		if ((count.get(begin.name) ?? 0) > 1) {
			problems.push({ kind: 'duplicate', name: begin.name, line: begin.line.number });
		} else if (!broken.has(begin.name)) {
			regions.push(makeRegion(begin, end));
		}
	}
	problems.sort((a, b) => a.line - b.line);
	return { regions, problems };
}

function makeRegion(begin: Marker, end: Marker): Region {
	const hash = / hash=([0-9A-Za-z_-]+)/.exec(begin.attributes)?.[1];
	return {
		name: begin.name,
		...(hash === undefined ? {} : { hash }),
		frozen: / frozen(?: |$)/.test(begin.attributes),
		range: { start: begin.line.start, end: end.line.end },
		beginMarker: { start: begin.line.start, end: begin.line.end },
		body: { start: begin.line.next, end: end.line.start },
		line: begin.line.number,
	};
}

/**
 * Text lines without those that a lost or faulty marker may have made: from a begin marker down to its end, or up from an end
 * marker, as far as the next heading, for no region holds one. They count as the program's, or a broken region would
 * feed the others.
 */
export function withoutDoubtful(
	text: string,
	textLines: readonly Line[],
	sideOf: (line: Line) => Marker['side'] | undefined,
): Line[] {
	const kept: Line[] = [];
	let section: Line[] = [];
	let isOpen = false;
	for (const line of textLines) {
		const side = sideOf(line);
		if (side) {
			// What stood above an end marker without a beginning is in doubt as well.
			if (side === 'end' && !isOpen) section = [];
			kept.push(...section);
			section = [];
			isOpen = side === 'begin';
			continue;
		}
		if (/^ {0,3}#{1,6}(?:[ \t]|$)/.test(text.slice(line.start, line.end))) {
			kept.push(...section, line);
			section = [];
			isOpen = false;
		} else if (!isOpen) section.push(line);
	}
	return [...kept, ...section];
}
