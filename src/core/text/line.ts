/** One line of a text: `end` leaves out the line break, `next` is where the following line starts. */
export interface Line {
	/** 1-based, as editors count. */
	readonly number: number;
	readonly start: number;
	readonly end: number;
	readonly next: number;
}

/** Splits at LF, CRLF and lone CR, the breaks that CommonMark knows; an empty text has one line. */
export function splitLines(text: string): Line[] {
	const lines: Line[] = [];
	let start = 0;
	for (let i = 0; i <= text.length; i++) {
		const code = i < text.length ? text.charCodeAt(i) : 10;
		if (code !== 10 && code !== 13) continue;
		const next = code === 13 && text.charCodeAt(i + 1) === 10 ? i + 2 : i + 1;
		if (i === text.length && start === i && lines.length > 0) break;
		lines.push({ number: lines.length + 1, start, end: i, next: Math.min(next, text.length) });
		i = next - 1;
		start = next;
	}
	return lines;
}

/** A text on one line: each break is a blank, with no other blanks around it. */
export function onOneLine(text: string): string {
	const lines = text.split(/[\r\n]+/).map(line => line.trim());
	return lines.filter(line => line !== '').join(' ');
}

/** The line break that a text uses first, LF if it has none: new lines must look like their neighbours. */
export function lineBreakOf(text: string): '\n' | '\r\n' | '\r' {
	const found = /\r\n|\n|\r/.exec(text)?.[0];
	return found === '\r\n' || found === '\r' ? found : '\n';
}

/** The text without the line breaks at its end. */
export function withoutLastBreaks(text: string): string {
	let end = text.length;
	while (end > 0 && (text[end - 1] === '\n' || text[end - 1] === '\r')) end--;
	return text.slice(0, end);
}
