/** Tags with which a line becomes HTML as a whole, so that nothing else in it is Markdown (CommonMark 4.6). */
const HTML_BLOCK = /^<(?:!|\?|\/?[A-Za-z])/;

/** Marks at the start of a line that make a block of it, or of what would follow. */
const BLOCK_START =
	/^(?:#{1,6}(?:\s|$)|>|[-+*](?:\s|$)|(?:\*[ \t]*){3,}$|(?:-[ \t]*){3,}$|(?:_[ \t]*){3,}$|`{3}(?!.*`)|`{4,}(?!.*`)|~{3}|\$\$(?!.*\$\$)|%%(?!.*%%)|\[[^\]]*\]:)/;

/**
 * One line as Markdown that begins no block: a prompt such as `1. What is it?` is no list where it is shown by itself.
 * All that is within the line stays.
 */
export function inlineMarkdown(line: string): string {
	const text = line.trim();
	const [, number] = /^(\d{1,9})[.)](?:\s|$)/.exec(text) ?? [];
	if (number !== undefined) return `${number}\\${text.slice(number.length)}`;
	return BLOCK_START.test(text) || beginsHtml(text) ? `\\${text}` : text;
}

/** A tag of a phrase, such as `<kbd>`, is within the line unless it is alone there. */
function beginsHtml(text: string): boolean {
	if (!HTML_BLOCK.test(text)) return false;
	return !/^<\/?(?:abbr|b|code|em|i|kbd|mark|s|small|span|strong|sub|sup|u|var)\b[^>]*>./i.test(
		text,
	);
}
