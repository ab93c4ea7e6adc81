import { plainText } from '../markdown/plain-text';

/** Tags, a footnote and single marks of emphasis at the end of a heading: nothing that a person reads aloud. */
const TAIL = /(?:\s#[^\s#]+|\[\^[^[\]]*\]|[\s*_])$/u;
/** What may stand behind a question mark: an exclamation, closing brackets and quotes. */
const BEHIND_MARK = /[!！)）\]】」』》〉”’"'\s]$/u;

/** No more of a heading is looked at from its end: its tags and brackets are not longer. */
const LONGEST_END = 200;

/** The words of a heading as they are read: no marks, no tags at the end. */
function wordsOfHeading(text: string): string {
	return withoutEnd(plainText(text).slice(-LONGEST_END), TAIL).replace(/^[*_]+/, '');
}

/** True for a heading that asks: its words end in a question mark, whatever closes them. */
export function asksQuestion(text: string): boolean {
	if (!/[?？]/.test(text)) return false;
	return /[?？]$/.test(withoutEnd(wordsOfHeading(text), BEHIND_MARK));
}

const PICTURES =
	/^(?:[\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F\u200D\s]|\d\uFE0F?\u20E3)+/u;
const NUMBER =
	/^(?:[(（](?:\d+|[一二三四五六七八九十百]+)[)）]|\d+(?:\.\d+)+(?:[、．)）:：]|\.?(?=\s))|(?:\d+|[一二三四五六七八九十百]+)(?:[、．)）:：]|\.(?!\d))|第[\d一二三四五六七八九十百]+[章节部分]+[、:：]?)\s*/u;

/** The words of a heading without the emoji and the numbering that an outline puts before them. */
export function nameOfHeading(text: string): string {
	const words = wordsOfHeading(text).replace(PICTURES, '');
	return words.replace(NUMBER, '').replace(PICTURES, '').trim();
}

function withoutEnd(text: string, tail: RegExp): string {
	let rest = text;
	for (let found = tail.exec(rest); found; found = tail.exec(rest)) {
		rest = rest.slice(0, found.index);
	}
	return rest;
}
