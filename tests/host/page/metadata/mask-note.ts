import type { Token } from 'markdown-it';

const HIDDEN = [
	/(?<!`)(`+)(?!`)[^]*?[^`]\1(?!`)/g,
	/%%[^]*?%%/g,
	/<!--[^]*?-->/g,
	/\$\$[^]*?\$\$/g,
];

/** The note with everything blanked, at its place, in which a link or a tag is only text. */
export function maskNote(
	text: string,
	tokens: readonly Token[],
	lineStarts: readonly number[],
): string {
	const characters = [...blankLines(text, tokens, lineStarts)].join('');
	return HIDDEN.reduce((masked, pattern) => masked.replace(pattern, blank), characters);
}

function blank(part: string): string {
	return part.replace(/[^\n]/g, ' ');
}

function* blankLines(
	text: string,
	tokens: readonly Token[],
	lineStarts: readonly number[],
): Generator<string> {
	let position = 0;
	for (const { type, map } of tokens) {
		if (!map || (type !== 'fence' && type !== 'code_block')) continue;
		const start = lineStarts[map[0]] ?? text.length;
		const end = lineStarts[map[1]] ?? text.length;
		yield text.slice(position, start);
		yield blank(text.slice(start, end));
		position = end;
	}
	yield text.slice(position);
}
