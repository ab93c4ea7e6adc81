import type { PropertyValue } from '../markdown/property';
import { hashText } from '../text/hash-text';
import type { NotePart } from './note-parts';

/** Digits of a line's hash: 40 bits tell the lines of one note apart. */
export const LINE_DIGITS = 10;
const PART_DIGITS = 12;

/** What is known of a text that was shipped: enough to notice it, and to merge by lines. */
export interface PartHash {
	readonly hash: string;
	/** One hash a line, or an item of a list. */
	readonly lines: readonly string[];
}

/** The hash of one line. */
export function hashLine(line: string): string {
	return hashText(line).slice(0, LINE_DIGITS);
}

/** The hashes of a part and of its lines. */
export function hashPart({ lines }: NotePart): PartHash {
	return hashLines(lines.map(({ text }) => text));
}

/** The hashes of a property's value; the items of a list are its lines. */
export function hashValue(value: PropertyValue): PartHash {
	const { hash } = hashLines([JSON.stringify(value)]);
	const items = typeof value === 'object' && value !== null ? value : [];
	return { hash, lines: items.map(item => hashLine(JSON.stringify(item))) };
}

function hashLines(lines: readonly string[]): PartHash {
	return { hash: hashText(lines.join('\n')).slice(0, PART_DIGITS), lines: lines.map(hashLine) };
}
