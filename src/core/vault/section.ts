import type { Range } from '../text/range';
import type { Heading } from '../markdown/structure';
import type { Note } from './note';

/** A heading with what stands under it. */
export interface Section {
	readonly heading: Heading;
	/** From after the heading's line to the next heading of any level. */
	readonly own: Range;
	/** Titles of the headings above, outermost first. */
	readonly parents: readonly Heading[];
}

/** The sections of a note in order; text before the first heading belongs to none. */
export function sectionsOf({ text, structure: { headings } }: Note): Section[] {
	const open: Heading[] = [];
	return headings.map((heading, i) => {
		while ((open.at(-1)?.level ?? 0) >= heading.level) open.pop();
		const parents = [...open];
		open.push(heading);
		const end = headings[i + 1]?.range.start ?? text.length;
		return { heading, own: { start: Math.min(heading.range.end, end), end }, parents };
	});
}
