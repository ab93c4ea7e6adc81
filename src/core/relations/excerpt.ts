import { findInlineLiterals } from '../markdown/mask-inline';
import { splitLines } from '../text/line';
import type { Range } from '../text/range';

/** A longer word is cut rather than left out. */
const LONGEST_WORD = 24;
const WORD = /[A-Za-z0-9_\u00c0-\u024f]/;
/** What belongs to the character before it. */
const JOINED = /\p{M}|\u200d|\ufe0f/u;

/**
 * A window of a text around a place that stays in it, with `…` where something is cut off. Counted in code points; no
 * character, word of usual length, code span or formula is torn.
 */
export function excerptAround(text: string, place: Range, longest: number): string {
	const characters = [...text];
	if (characters.length <= longest) return text;
	const count = (offset: number): number => [...text.slice(0, offset)].length;
	const kept = { start: count(place.start), end: count(place.end) };
	kept.end = Math.min(kept.end, kept.start + longest - 2);
	const rough = windowAround(kept, characters.length, longest);
	const literals = findInlineLiterals(text, splitLines(text)).map(({ start, end }) => ({
		...{ start: count(start), end: count(end) },
	}));
	const start = settleStart(characters, { rough: rough.start, kept: kept.start, literals });
	const end = settleEnd(characters, { rough: rough.end, kept: kept.end, literals });
	const shown = characters.slice(start, end).join('').trim();
	return `${start > 0 ? '…' : ''}${shown}${end < characters.length ? '…' : ''}`;
}

/** The place in the middle, or nearer to an end of the text where the text ends sooner. */
function windowAround(kept: Range, length: number, longest: number): Range {
	const half = Math.floor((longest - (kept.end - kept.start)) / 2);
	if (kept.start <= half) return { start: 0, end: longest - 1 };
	if (length - kept.end <= half) return { start: length - longest + 1, end: length };
	const start = kept.start - half + 1;
	return { start, end: start + longest - 2 };
}

interface Cut {
	/** Where the text would be cut. */
	readonly rough: number;
	/** How far the cut may move. */
	readonly kept: number;
	readonly literals: readonly Range[];
}

function settleStart(characters: readonly string[], { rough, kept, literals }: Cut): number {
	if (rough === 0) return 0;
	const torn = literals.find(({ start, end }) => start < rough && rough < end);
	if (torn) return Math.min(torn.end, kept);
	let start = rough;
	while (start < kept && isWithin(characters, start) && start - rough < LONGEST_WORD) start++;
	return start - rough < LONGEST_WORD ? start : rough;
}

function settleEnd(characters: readonly string[], { rough, kept, literals }: Cut): number {
	if (rough === characters.length) return rough;
	const torn = literals.find(({ start, end }) => start < rough && rough < end);
	if (torn) return Math.max(torn.start, kept);
	let end = rough;
	while (end > kept && isWithin(characters, end) && rough - end < LONGEST_WORD) end--;
	return rough - end < LONGEST_WORD ? end : rough;
}

/** True where a cut would go through a word, or through a character of several code points. */
function isWithin(characters: readonly string[], position: number): boolean {
	const [before = '', after = ''] = [characters[position - 1], characters[position]];
	return (WORD.test(before) && WORD.test(after)) || JOINED.test(after) || before === '\u200d';
}
