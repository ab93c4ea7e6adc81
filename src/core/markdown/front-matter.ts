import type { Range } from '../text/range';
import { splitLines } from '../text/line';

/** Where the front matter of a note stands; the block includes both fences and the last line break. */
export interface FrontMatterBlock {
	readonly block: Range;
	readonly content: Range;
}

/** What stands at the top of a note. */
export type FrontMatterSplit =
	| { readonly kind: 'none' }
	| { readonly kind: 'unclosed' }
	| ({ readonly kind: 'found' } & FrontMatterBlock);

const BYTE_ORDER_MARK = 0xfeff;

/**
 * Finds the front matter with exact offsets: a line `---` at the very start (a byte order mark may precede it),
 * closed by the next line `---`. Since 1.4.6 Obsidian accepts no blank line before it.
 */
export function splitFrontMatter(text: string): FrontMatterSplit {
	const start = text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0;
	if (!/^\uFEFF?---[ \t]*(?:[\r\n]|$)/.test(text)) return { kind: 'none' };
	const [first, ...rest] = splitLines(text.slice(start));
	if (!first) return { kind: 'none' };
	for (const line of rest) {
		if (!/^---[ \t]*$/.test(text.slice(start + line.start, start + line.end))) continue;
		return {
			kind: 'found',
			block: { start, end: start + line.next },
			content: { start: start + first.next, end: start + line.start },
		};
	}
	return { kind: 'unclosed' };
}

/** Where the body of a note begins: after the front matter, or after a byte order mark. */
export function bodyStart(text: string, split: FrontMatterSplit): number {
	if (split.kind === 'found') return split.block.end;
	return text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0;
}
