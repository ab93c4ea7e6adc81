import { plainText } from '../markdown/plain-text';

/** A word of letters that are parted by spaces, or one character of any other kind. */
const PIECE = / ?(?:[\p{Script=Latin}\p{M}\p{N}\p{Script=Greek}\p{Script=Cyrillic}'’_./+-]+|\S)/gu;
const IN_WORD = /^[\p{Script=Latin}\p{M}\p{N}\p{Script=Greek}\p{Script=Cyrillic}'’_./+-]$|^\s$/u;

/** Ten characters of Chinese or twenty-four of English take the same room on the line of a question. */
const LONGEST = 120;
const WIDE = 12;
const NARROW = 5;

/** The topic of a prompt: its first words as far as they fit, none of them cut; empty where it has none. */
export function topicOf(prompt: string): string {
	const plain = plainText(prompt)
		.replace(/[?？\s·^`$%<>[\]\\]+/g, ' ')
		.trim();
	let topic = '';
	for (const [piece] of plain.matchAll(PIECE)) {
		if (widthOf(topic + piece) > LONGEST) break;
		topic += piece;
	}
	// A first word that does not fit is cut: some topic is better than none.
	return topic === '' ? [...plain].slice(0, LONGEST / NARROW).join('') : topic;
}

function widthOf(text: string): number {
	let width = 0;
	for (const character of text) width += IN_WORD.test(character) ? NARROW : WIDE;
	return width;
}
