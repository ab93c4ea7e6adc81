/** What a backslash makes a mere character. */
const ESCAPED = '\\\\[!-/:-@[-`{-~]';
/** A run of backticks with its code span, if one closes it. The lookahead keeps a long run from being tried by parts. */
const CODE = '(?=(`+))\\1(?:(?:.*?[^`])\\1(?!`))?';
const WIKILINK = '!?\\[\\[([^[\\]]+)\\]\\]';
/** One level of parentheses in the destination, as in `a (b).md`. */
const MARKDOWN_LINK = '!?\\[([^[\\]]*)\\]\\((?:<[^<>]*>|(?:[^()<>]|\\([^()]*\\))*)[^()]*\\)';
const COMMENT = '%%.*?%%|<!--.*?-->|%%|<!--|-->';
/** Tags that only dress words up. Any other stands, for it may be no tag: `List<String>`. */
const TAG =
	'<\\/?(?:a|abbr|b|br|center|code|del|div|em|font|hr|i|img|ins|kbd|mark|p|s|small|span|strong|sub|sup|u|var)(?:[\\s/][^<>]*)?>';
const AUTOLINK = '<(https?:\\/\\/[^<>\\s]+)>';
/** What becomes words, or nothing. */
const MARKUP = [ESCAPED, CODE, WIKILINK, MARKDOWN_LINK, AUTOLINK, TAG];
const LINKS = new RegExp(MARKUP.join('|'), 'gi');
/** A comment that is cut in two loses its mark, for in the app it would hide all that follows. */
const LINKS_AND_COMMENTS = new RegExp([...MARKUP, COMMENT].join('|'), 'gi');
/** A pair of underscores inside a name (`__consumer_offsets`) and an operator (`a == b`) are no emphasis. */
const EMPHASIS = new RegExp(`${CODE}|\\*\\*|~~|==(?=\\S)(.*?\\S)==|\\b__(?=\\S)(.*?\\S)__\\b`, 'g');

/** What begins a block: quote marks, then the type of a callout, or the marks of a heading or an item with its box. */
const BLOCK_START =
	/^\s*(?:(?:>\s*)+\[![^\]]+\][+-]?\s*|(?:>\s*)*(?:#{1,6}\s+|(?:[-*+]|\d+[.)])\s+(?:\[.\]\s+)?)?)/u;

/** Markdown of one line without its marks. Links become their words, so that a region makes no new link of them. */
export function plainText(markdown: string): string {
	return plainInline(markdown.slice(blockMarksOf(markdown).length));
}

/** Markdown within a line, such as the words of a heading, without its marks; `1.` at its start is a word of it. */
export function plainInline(markdown: string): string {
	return withoutEmphasis(markdown.replace(LINKS_AND_COMMENTS, wordsFor));
}

/** The marks with which a line begins: of quotes, a callout, a heading, an item and its box. */
export function blockMarksOf(line: string): string {
	return BLOCK_START.exec(line)?.[0] ?? '';
}

/** Markdown within a line with words in place of its links and tags; code stays as it is. */
export function linksAsWords(markdown: string): string {
	return markdown.replace(LINKS, wordsFor);
}

function wordsFor(found: string): string {
	if (/^[`\\]/.test(found)) return found;
	const isEmbed = found.startsWith('!');
	const link = /^!?\[\[([^]*)\]\]$/.exec(found)?.[1];
	if (link !== undefined) return wordsOf(link, isEmbed);
	const words = /^!?\[([^\]]*)\]/.exec(found)?.[1];
	if (words !== undefined) return isEmbed ? words.replace(/\|\d+(?:x\d+)?$/, '') : words;
	if (/^<http/i.test(found)) return found.slice(1, -1);
	return /^<br\b/i.test(found) ? ' ' : '';
}

function withoutEmphasis(markdown: string): string {
	return markdown
		.replace(EMPHASIS, (found, code?: string, marked?: string, strong?: string) =>
			code === undefined ? (marked ?? strong ?? '') : found,
		)
		.replace(/\s\^[A-Za-z0-9-]+\s*$/, '')
		.replace(/\s+/g, ' ')
		.trim();
}

/** What a wikilink shows; the number behind the bar of an embedded picture is its size. */
function wordsOf(inner: string, isEmbed: boolean): string {
	const bar = inner.indexOf('|');
	const alias = bar === -1 ? undefined : inner.slice(bar + 1);
	if (alias !== undefined && !(isEmbed && /^\s*\d+(?:x\d+)?\s*$/.test(alias))) return alias;
	const target = bar === -1 ? inner : inner.slice(0, bar);
	const block = target.indexOf('#^');
	return (block === -1 ? target : target.slice(0, block))
		.replace(/\\$/, '')
		.replace(/\.md(?=#|$)/, '')
		.replace(/^#/, '');
}
