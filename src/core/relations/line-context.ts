import type { Link } from '../markdown/structure';
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
	const sentenceStart = Math.max(...['。', '！', '？', '；', '. ', '! ', '? '].map((mark) => endOfLast(before, mark)));
	const sentenceEnd = /[。！？；]|[.!?](?:\s|$)/.exec(after);
	const sentence =
		before.slice(sentenceStart) +
		note.text.slice(link.range.start, link.range.end) +
		after.slice(0, sentenceEnd ? sentenceEnd.index + 1 : after.length);
	return shorten(plainText(sentence.slice(0, LONGEST_READ)));
}

/** A run of backticks with its code span, if one closes it. The lookahead keeps a long run from being tried by parts. */
const CODE = '(?=(`+))\\1(?:(?:.*?[^`])\\1(?!`))?';
/** Links and comments; a comment that is cut in two loses its mark, for in the app it would hide all that follows. */
const LINKS = new RegExp(
	`${CODE}|!?\\[\\[([^[\\]]+)\\]\\]|!?\\[([^[\\]]*)\\]\\([^()]*\\)|%%.*?%%|<!--.*?-->|%%|<!--|-->`,
	'g',
);
/** A pair of underscores inside a name (`__consumer_offsets`) and an operator (`a == b`) are no emphasis. */
const EMPHASIS = new RegExp(`${CODE}|\\*\\*|~~|==(?=\\S)(.*?\\S)==|\\b__(?=\\S)(.*?\\S)__\\b`, 'g');

/** Markdown of one line without its marks. Links become their words, so that a region makes no new link of them. */
export function plainText(markdown: string): string {
	return markdown
		.replace(LINKS, (found, code?: string, wiki?: string, words?: string) => {
			if (code !== undefined) return found;
			return wiki === undefined ? (words ?? '') : wordsOf(wiki);
		})
		.replace(/^\s*(?:>\s*)*(?:#{1,6}\s+|(?:[-*+]|\d+[.)])\s+(?:\[.\]\s+)?)?/u, '')
		.replace(EMPHASIS, (found, code?: string, marked?: string, strong?: string) =>
			code === undefined ? (marked ?? strong ?? '') : found,
		)
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
