import type { Range } from '../text/range';

/** A heading `## …`; its range is the whole line without the break. */
export interface Heading {
	readonly level: number;
	readonly text: string;
	readonly range: Range;
	readonly line: number;
}

/** A list item with a checkbox, `- [x] text ^id`. */
export interface Checkbox {
	/** What stands between the brackets; one character, a space when the box is empty. */
	readonly character: string;
	readonly characterRange: Range;
	/** The text after the box, without the block id. */
	readonly text: string;
	readonly blockId?: string;
	readonly range: Range;
	readonly line: number;
}

/** A callout `> [!type]- title`; the range covers all its lines. */
export interface Callout {
	/** Lower case, as Obsidian compares it. */
	readonly type: string;
	readonly title: string;
	readonly range: Range;
	readonly line: number;
}

/** A block id `^name` at the end of a block. */
export interface BlockId {
	readonly id: string;
	readonly line: number;
}

/** A link that Obsidian would follow inside the vault; links to the web are not kept. */
export interface Link {
	readonly form: 'wikilink' | 'markdown';
	readonly embed: boolean;
	/** The note's part of the target, decoded, without heading or block; empty for a link into the same note. */
	readonly target: string;
	/** What follows `#`, empty when nothing does; a block reference keeps its `^`. */
	readonly subpath: string;
	readonly alias?: string;
	readonly range: Range;
	readonly line: number;
	/** Name of the property that holds the link; undefined for a link in the body. */
	readonly property?: string;
}

/** A tag in the body, without its `#`. */
export interface Tag {
	readonly name: string;
	readonly range: Range;
	readonly line: number;
}

/** A machine-written part of a note, between a begin and an end marker. */
export interface Region {
	/** Kind with its argument, unique in a note: `backlinks`, `members:table-format`. */
	readonly name: string;
	/** Of the body that was written; unknown where a merge left the markers of two devices. */
	readonly hash?: string;
	/** A mark of five characters for each line that was written, one after the other; see `printBeginMarker`. */
	readonly lines?: string;
	/** True where a merge left the markers of two devices around a body that may hold lines of both. */
	readonly merged: boolean;
	readonly frozen: boolean;
	/** Both marker lines and what is between them. */
	readonly range: Range;
	/** From the first begin marker to the last, where a merge left two; lines of the reader may stand between them. */
	readonly beginMarker: Range;
	/** From the line after the begin marker to the start of the end marker. */
	readonly body: Range;
	readonly line: number;
}

/** A marker that makes no region, so that nothing may be written there. */
export interface MarkerProblem {
	/**
	 * `conflict` holds the marks of a merge that nobody has decided yet; `unfinished` lacks the end of its comment and
	 * hides what stands below it.
	 */
	readonly kind:
		| 'unclosed'
		| 'unopened'
		| 'duplicate'
		| 'nested'
		| 'conflict'
		| 'unfinished'
		| 'misplaced'
		| 'misspelt'
		| 'misnamed'
		| 'unknown-attribute';
	readonly name: string;
	/** How the marker must read, or the attribute that nobody knows. */
	readonly detail?: string;
	readonly line: number;
}

/** Everything that one pass over a note finds. Offsets are those of the whole note. */
export interface NoteStructure {
	readonly headings: readonly Heading[];
	readonly checkboxes: readonly Checkbox[];
	readonly callouts: readonly Callout[];
	readonly blockIds: readonly BlockId[];
	readonly links: readonly Link[];
	readonly tags: readonly Tag[];
	readonly regions: readonly Region[];
	readonly markerProblems: readonly MarkerProblem[];
	/** The note with front matter, code, math, comments and regions blanked, length and line breaks kept. */
	readonly masked: string;
	/** 1-based lines that are too long to be read. */
	readonly skippedLines: readonly number[];
}
