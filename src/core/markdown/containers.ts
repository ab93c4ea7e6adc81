/** What can hold other blocks: a quote, or a list item whose content begins `width` columns further in. */
export type Container =
	{ readonly kind: 'quote' } | { readonly kind: 'item'; readonly width: number };

/** What is left of a line behind the marks of its containers. */
export interface Cursor {
	rest: string;
	column: number;
}

/** Deeper nesting is not followed: nobody writes it, and each line would cost its depth. */
const DEEPEST = 50;

/** Skips the marks of containers that go on in this line; returns how many do. */
export function matchContainers(cursor: Cursor, containers: readonly Container[]): number {
	for (const [i, container] of containers.entries()) {
		if (container.kind === 'quote') {
			if (!skipQuoteMark(cursor)) return i;
		} else if (!isBlank(cursor.rest)) {
			if (indentOf(cursor) < container.width) return i;
			skipColumns(cursor, container.width);
		}
	}
	return containers.length;
}

/** Skips the marks of containers that begin in this line, inside of `depth` others. */
export function openContainers(
	cursor: Cursor,
	{ depth, inParagraph }: { readonly depth: number; readonly inParagraph: boolean },
): Container[] {
	const opened: Container[] = [];
	if (!/^[ \t]*[>*+\-\d]/.test(cursor.rest)) return opened;
	while (depth + opened.length < DEEPEST) {
		if (skipQuoteMark(cursor)) {
			opened.push({ kind: 'quote' });
			continue;
		}
		const width = skipItemMark(cursor, inParagraph && opened.length === 0);
		if (width === undefined) break;
		opened.push({ kind: 'item', width });
	}
	return opened;
}

/** Columns of blank at the start of what is left; a tab runs to the next multiple of four. */
export function indentOf({ rest, column }: Cursor): number {
	let end = column;
	for (let i = 0; rest[i] === ' ' || rest[i] === '\t'; i++) end += columnsOf(rest[i], end);
	return end - column;
}

/** True for a thematic break: three or more of `*`, `-` or `_`. */
export function isRule(text: string): boolean {
	return /^[ \t]*(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/.test(text);
}

/** True where nothing but spaces and tabs is left. */
export function isBlank(text: string): boolean {
	return /^[ \t]*$/.test(text);
}

function columnsOf(character: string | undefined, column: number): number {
	return character === '\t' ? 4 - (column % 4) : 1;
}

/** What a tab reaches beyond the goal stays as blanks. */
function skipColumns(cursor: Cursor, columns: number): void {
	const goal = cursor.column + columns;
	let { column } = cursor;
	let i = 0;
	for (; column < goal && (cursor.rest[i] === ' ' || cursor.rest[i] === '\t'); i++) {
		column += columnsOf(cursor.rest[i], column);
	}
	cursor.rest = ' '.repeat(Math.max(0, column - goal)) + cursor.rest.slice(i);
	cursor.column = Math.min(column, goal);
}

function skipCharacters(cursor: Cursor, count: number): void {
	cursor.rest = cursor.rest.slice(count);
	cursor.column += count;
}

function skipQuoteMark(cursor: Cursor): boolean {
	const indent = indentOf(cursor);
	if (indent > 3 || !/^ *>/.test(cursor.rest)) return false;
	skipCharacters(cursor, indent + 1);
	skipColumns(cursor, 1);
	return true;
}

/** Returns the columns from the start of the mark's line to the item's content. */
function skipItemMark(cursor: Cursor, inParagraph: boolean): number | undefined {
	const indent = indentOf(cursor);
	const match = /^ *([-*+]|(\d{1,9})[.)])(?=[ \t]|$)/.exec(cursor.rest);
	if (indent > 3 || !match || isRule(cursor.rest)) return undefined;
	const [whole, mark = '', number = '1'] = match;
	const isEmpty = isBlank(cursor.rest.slice(whole.length));
	// Only a list that begins with 1 and with a text can interrupt a paragraph.
	if (inParagraph && (isEmpty || Number(number) !== 1)) return undefined;
	skipCharacters(cursor, whole.length);
	const gap = indentOf(cursor);
	const padding = isEmpty || gap > 4 ? 1 : gap;
	skipColumns(cursor, padding);
	return indent + mark.length + padding;
}
