/** A run of backticks with its code span, if one closes it. The lookahead keeps a long run from being tried by parts. */
const CODE = '(?=(`+))\\1(?:(?:.*?[^`])\\1(?!`))?';
/** Links and comments; a comment that is cut in two loses its mark, for in the app it would hide all that follows. */
const LINKS = new RegExp(
	`${CODE}|!?\\[\\[([^[\\]]+)\\]\\]|!?\\[([^[\\]]*)\\]\\([^()]*\\)|%%.*?%%|<!--.*?-->|%%|<!--|-->`,
	'g',
);
/** A pair of underscores inside a name (`__consumer_offsets`) and an operator (`a == b`) are no emphasis. */
const EMPHASIS = new RegExp(`${CODE}|\\*\\*|~~|==(?=\\S)(.*?\\S)==|\\b__(?=\\S)(.*?\\S)__\\b`, 'g');

/** What begins a block: quote marks, then those of a heading or an item with its box. */
const BLOCK_START = /^\s*(?:>\s*)*(?:#{1,6}\s+|(?:[-*+]|\d+[.)])\s+(?:\[.\]\s+)?)?/u;

/** Markdown of one line without its marks. Links become their words, so that a region makes no new link of them. */
export function plainText(markdown: string): string {
	return withoutEmphasis(withoutLinks(markdown).replace(BLOCK_START, ''));
}

/** Markdown within a line, such as the words of a heading, without its marks; `1.` at its start is a word of it. */
export function plainInline(markdown: string): string {
	return withoutEmphasis(withoutLinks(markdown));
}

function withoutLinks(markdown: string): string {
	return markdown.replace(LINKS, (found, code?: string, wiki?: string, words?: string) => {
		if (code !== undefined) return found;
		return wiki === undefined ? (words ?? '') : wordsOf(wiki);
	});
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

function wordsOf(inner: string): string {
	const bar = inner.indexOf('|');
	if (bar !== -1) return inner.slice(bar + 1);
	return inner.replace(/#\^.*$/, '').replace(/\.md(?=#|$)/, '');
}
