import type { Link } from '../markdown/structure';
import type { Note } from '../vault/note';

const LONGEST = 120;

/** The sentence that holds a link, in plain text with links shown by their words; empty for a link in a property. */
export function lineContext(note: Note, link: Link): string {
	if (link.property !== undefined) return '';
	const lineStart = note.text.lastIndexOf('\n', link.range.start - 1) + 1;
	const newline = note.text.indexOf('\n', link.range.end);
	const lineEnd = newline === -1 ? note.text.length : newline;
	const before = note.text.slice(lineStart, link.range.start);
	const after = note.text.slice(link.range.end, lineEnd);
	const sentenceStart = Math.max(...['。', '！', '？', '；', '. ', '! ', '? '].map((mark) => endOfLast(before, mark)));
	const sentenceEnd = /[。！？；]|[.!?](?:\s|$)/.exec(after);
	const sentence =
		before.slice(sentenceStart) +
		note.text.slice(link.range.start, link.range.end) +
		after.slice(0, sentenceEnd ? sentenceEnd.index + 1 : after.length);
	return shorten(plainText(sentence));
}

/** Markdown of one line without its marks. Links become their words, so that a region makes no new link of them. */
export function plainText(markdown: string): string {
	return markdown
		.replace(/!?\[\[([^[\]]+)\]\]/g, (_, inner: string) => wordsOf(inner))
		.replace(/!?\[([^[\]]*)\]\([^()]*\)/g, '$1')
		.replace(/^\s*(?:>\s*)*(?:#{1,6}\s+|(?:[-*+]|\d+[.)])\s+(?:\[.\]\s+)?)?/u, '')
		.replace(/\*\*|__|==|~~/g, '')
		.replace(/\s\^[A-Za-z0-9-]+\s*$/, '')
		.replace(/\s+/g, ' ')
		.trim();
}

function wordsOf(inner: string): string {
	const bar = inner.indexOf('|');
	if (bar !== -1) return inner.slice(bar + 1);
	return inner.replace(/#\^.*$/, '').replace(/\.md(?=#|$)/, '');
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
