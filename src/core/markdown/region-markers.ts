import type { Line } from '../text/line';
import type { MarkerProblem } from './structure';

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

/** True for a line that begins as a begin marker does, whatever follows. */
export function beginsMarker(content: string): boolean {
	return /^<!-- stackbook:begin\b/.test(content);
}

/** What an unfinished begin marker makes: no region, and a reason to leave the note alone. */
export function unfinishedMarker(text: string, line: Line): MarkerProblem {
	const name = /^<!-- stackbook:begin ([a-z]+(?::[\p{L}\p{N}_-]+)?)/u.exec(
		text.slice(line.start, line.end),
	)?.[1];
	return { kind: 'unfinished', name: name ?? '', line: line.number };
}

/** What a begin marker tells of the body that was written. */
export interface WrittenBody {
	readonly hash: string;
	/** Marks of its lines, five characters each; empty where there are none, or too many. */
	readonly lines: string;
}

/** Prints the begin marker of a region, without attributes for one that nothing was written into yet. */
export function printBeginMarker(name: string, written?: WrittenBody): string {
	const hash = written ? ` hash=${written.hash}` : '';
	const lines = written && written.lines !== '' ? ` lines=${written.lines}` : '';
	return `<!-- stackbook:begin ${name}${hash}${lines} -->`;
}

/** Prints the end marker of a region. */
export function printEndMarker(name: string): string {
	return `<!-- stackbook:end ${name} -->`;
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
