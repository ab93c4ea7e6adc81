import type { Range } from '../text/range';

/** A mark that ends a sentence, with the quotes and brackets that it closes. */
const END = /(?:[。！？；]+|[.!?]+)[」』”’）)\]"'】》]*/g;
/** Before a dot: what it shortens or numbers. */
const NO_END = /(?:\d|\b(?:e\.g|i\.e|etc|vs|cf|al|ca|approx|resp|incl|no|fig|[a-z]))$/i;

/** Marks of the Latin script end a sentence before a blank only; in `Node.js` the dot does not. */
function isLatinEnd(line: string, mark: string, index: number): boolean {
	const next = line.charAt(index + mark.length);
	if (/[】》]/.test(mark) || (next !== '' && !/\s/.test(next))) return false;
	return !mark.startsWith('.') || !NO_END.test(line.slice(Math.max(0, index - 8), index));
}

/** The sentence of a line in which a place lies, without the blanks around it. */
export function sentenceAround(line: string, place: Range): Range {
	let [start, end] = [0, line.length];
	for (const { 0: mark, index } of line.matchAll(END)) {
		if (/^[.!?]/.test(mark) && !isLatinEnd(line, mark, index)) continue;
		const next = index + mark.length;
		if (next <= place.start) start = next;
		else if (index >= place.end) {
			end = next;
			break;
		}
	}
	while (start < place.start && /\s/.test(line.charAt(start))) start++;
	return { start, end };
}
