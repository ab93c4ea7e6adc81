import { splitLines } from '../text/line';
import type { Line } from '../text/line';
import { findInlineLiterals } from './mask-inline';
import { parseMarker } from './region-markers';
import type { Marker } from './region-markers';
import type { MarkerProblem } from './structure';

/** A comment that is meant as a marker and is none, or a marker that says what nobody knows. */
export interface FaultyMarker extends MarkerProblem {
	readonly side: Marker['side'];
}

const MENTION = /stackbook\s*:\s*(begin|end)(?![\p{L}\p{N}_-])/iu;
const NAME = /^[a-z]+(?::[\p{L}\p{N}_-]+)?$/u;
const KNOWN_ATTRIBUTE = /^(?:frozen(?:=true)?|(?:hash|lines)=[0-9A-Za-z_-]+)$/;
/** Dashes that an editor may have put in place of two hyphens count as well. */
const COMMENT_END = /[-–—]>|%%/;

/**
 * Lines that hold `stackbook:begin` or `stackbook:end` in a comment without being a marker, and begin markers with a word
 * that is no attribute. Code holds none.
 */
export function faultyMarkers(
	text: string,
	textLines: readonly Line[],
	markers: readonly Marker[],
): FaultyMarker[] {
	const known = new Set(markers.map(({ line }) => line.number));
	const faulty = markers.flatMap(marker => faultOfAttributes(marker) ?? []);
	if (!MENTION.test(text)) return faulty;
	for (const line of textLines) {
		const content = text.slice(line.start, line.end);
		if (known.has(line.number) || !/stackbook/i.test(content)) continue;
		const fault = faultOfLine(content, line.number);
		if (fault) faulty.push(fault);
	}
	return faulty.sort((a, b) => a.line - b.line);
}

function faultOfAttributes({ side, name, attributes, line }: Marker): FaultyMarker | undefined {
	if (side === 'end') return undefined;
	const fault = faultOfWords([name, ...attributes.split(' ').filter(Boolean)]);
	return fault && { ...fault, side, line: line.number };
}

/** What is wrong with a name and what follows it. */
function faultOfWords(
	words: readonly string[],
): Pick<MarkerProblem, 'kind' | 'name' | 'detail'> | undefined {
	const [name = '', ...attributes] = words;
	if (!NAME.test(name)) return { kind: 'misnamed', name: words.filter(isNoValue).join(' ') };
	const unknown = attributes.filter(attribute => !KNOWN_ATTRIBUTE.test(attribute));
	const [detail] = unknown;
	if (detail === undefined) return undefined;
	// A word behind a category is a part of its name: `comparison:stream processing`.
	if (name.includes(':') && isNoValue(detail)) {
		return { kind: 'misnamed', name: [name, ...unknown.filter(isNoValue)].join(' ') };
	}
	return { kind: 'unknown-attribute', name, detail };
}

function isNoValue(word: string): boolean {
	return !word.includes('=');
}

function faultOfLine(content: string, line: number): FaultyMarker | undefined {
	const mention = MENTION.exec(content);
	if (!mention) return undefined;
	const start = commentStart(content, mention.index);
	if (start === undefined || isInCode(content, mention.index)) return undefined;
	const side = mention[1]?.toLowerCase() === 'end' ? 'end' : 'begin';
	const rest = content.slice(mention.index + mention[0].length);
	const closing = COMMENT_END.exec(rest);
	const words = withoutDashes(rest.slice(0, closing?.index)).split(/\s+/).filter(Boolean);
	const [first = '', ...attributes] = words;
	const name = first.replace(/^[A-Za-z]+/, kind => kind.toLowerCase()).replace(/:$/, '');
	const fault = name === '' ? undefined : faultOfWords([name, ...attributes.map(lowered)]);
	if (fault) return { ...fault, side, line };
	const right = [
		'<!-- stackbook:',
		[side, name || '…', ...attributes.map(lowered)].join(' '),
		' -->',
	];
	const detail = right.join('');
	const end = content.length - rest.length + (closing ? closing.index + closing[0].length : 0);
	const kind = content.slice(start, end) === detail ? 'misplaced' : 'misspelt';
	return { kind, name, detail, side, line };
}

/** Without the dashes before the one that closes the comment; by hand, for a long run of them is no end. */
function withoutDashes(text: string): string {
	let end = text.length;
	while (end > 0 && '-–—'.includes(text.charAt(end - 1))) end--;
	return text.slice(0, end);
}

function lowered(attribute: string): string {
	return attribute.replace(/^[A-Za-z]+/, word => word.toLowerCase());
}

/** Where the comment begins in which a place lies; undefined where it lies in none. */
function commentStart(content: string, place: number): number | undefined {
	const before = content.slice(0, place);
	const start = Math.max(before.lastIndexOf('<!'), before.lastIndexOf('%%'));
	if (start === -1 || /(?:^|[^\\])\\$/.test(before.slice(0, start))) return undefined;
	const opened = before.slice(start);
	const isOpen = /^(?:<![-–—]|%%)/.test(opened) && !COMMENT_END.test(opened.slice(2));
	return isOpen ? start : undefined;
}

function isInCode(content: string, place: number): boolean {
	return findInlineLiterals(content, splitLines(content)).some(
		({ start, end }) => start < place && place < end && /[`$]/.test(content.charAt(start)),
	);
}

/** The side of each line that is a marker or is meant as one. */
export function markerSides(
	text: string,
	faulty: readonly FaultyMarker[],
): (line: Line) => Marker['side'] | undefined {
	const sides = new Map(faulty.map(({ line, side }) => [line, side]));
	return line => parseMarker(text, line)?.side ?? sides.get(line.number);
}
