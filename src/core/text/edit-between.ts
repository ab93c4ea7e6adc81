import type { TextEdit } from './text-edit';

/** The one edit that makes a text out of another, as short as it can be; no pair of surrogates is parted. */
export function editBetween(before: string, after: string): TextEdit {
	const most = Math.min(before.length, after.length);
	let start = 0;
	while (start < most && before[start] === after[start]) start++;
	if (isHigh(before.charCodeAt(start - 1))) start--;
	let tail = 0;
	while (
		tail < most - start &&
		before[before.length - 1 - tail] === after[after.length - 1 - tail]
	) {
		tail++;
	}
	if (tail > 0 && isLow(before.charCodeAt(before.length - tail))) tail--;
	return {
		range: { start, end: before.length - tail },
		newText: after.slice(start, after.length - tail),
	};
}

function isHigh(code: number): boolean {
	return code >= 0xd800 && code < 0xdc00;
}

function isLow(code: number): boolean {
	return code >= 0xdc00 && code < 0xe000;
}
