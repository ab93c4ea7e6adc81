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

/** The hash of a part as a whole. */
export function hashPart({ lines }: NotePart): string {
	return hashWhole(lines.map(({ text }) => text).join('\n'));
}

/** The hash of a property's value. */
export function hashValue(value: PropertyValue): string {
	return hashWhole(JSON.stringify(value));
}

/** The hashes of the lines of a part. */
export function hashLinesOf({ lines }: NotePart): string[] {
	return lines.map(({ text }) => hashLine(text));
}

/** The hashes of the items of a list; any other value has none. */
export function hashItemsOf(value: PropertyValue): string[] {
	const items = typeof value === 'object' && value !== null ? value : [];
	return items.map(item => hashLine(JSON.stringify(item)));
}

/** Hash of a text as a whole. */
export function hashWhole(text: string): string {
	return hashText(text).slice(0, PART_DIGITS);
}
