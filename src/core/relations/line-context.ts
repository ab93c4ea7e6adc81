import type { Link } from '../markdown/structure';
import { plainText } from '../markdown/plain-text';
import type { Note } from '../vault/note';

const LONGEST = 120;
/** More of a sentence is not read: what is shown is its beginning. */
const LONGEST_READ = 2000;

/** The sentence that holds a link, in plain text with links shown by their words; empty for a link in a property. */
export function lineContext(note: Note, link: Link): string {
	if (link.property !== undefined) return '';
	const lineStart = note.text.lastIndexOf('\n', link.range.start - 1) + 1;
	const newline = note.text.indexOf('\n', link.range.end);
	const lineEnd = newline === -1 ? note.text.length : newline;
	const before = note.text.slice(lineStart, link.range.start);
	const after = note.text.slice(link.range.end, lineEnd);
	const sentenceStart = Math.max(
		...['。', '！', '？', '；', '. ', '! ', '? '].map(mark => endOfLast(before, mark)),
	);
	const sentenceEnd = /[。！？；]|[.!?](?:\s|$)/.exec(after);
	const sentence =
		before.slice(sentenceStart) +
		note.text.slice(link.range.start, link.range.end) +
		after.slice(0, sentenceEnd ? sentenceEnd.index + 1 : after.length);
	return shorten(plainText(sentence.slice(0, LONGEST_READ)));
}

function endOfLast(text: string, mark: string): number {
	const found = text.lastIndexOf(mark);
	return found === -1 ? 0 : found + mark.length;
}

/** Cuts by code points, so that no character is torn. */
function shorten(text: string): string {
	const characters = [...text];
	return characters.length <= LONGEST ? text : `${characters.slice(0, LONGEST - 1).join('')}…`;
}
