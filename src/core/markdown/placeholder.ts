/** A label in bold at the start of a line, and what leads an item: `**要点**`, `- `, `深入：`. */
const LABEL = /^\*\*[^*]+\*\*\s*/;
const ITEM = /^(?:[-*+]|\d{1,9}[.)])\s+/;
const LEAD = /^\p{L}{1,12}[：:]\s*/u;

/**
 * What a template has in brackets where a text is to be filled in, `（可核对的事实）` or `(a fact)`; undefined for a
 * text that says anything else before its first ` · ` or ` → `. Label, item mark and lead word say nothing.
 */
export function placeholderIn(line: string): string | undefined {
	const text = line.trim().replace(LABEL, '').replace(ITEM, '').replace(LEAD, '');
	const [first = ''] = text.split(/ [·→] /);
	return /^([（(][^（）()]+[）)])[?？。.]?$/.exec(first.trim())?.[1];
}

/** The label at the start of a line, empty where there is none. */
export function labelOfLine(line: string): string {
	return LABEL.exec(line.trim())?.[0].trim() ?? '';
}
