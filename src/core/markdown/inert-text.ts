import { splitLines } from '../text/line';
import { findInlineLiterals } from './mask-inline';
import { linksAsWords } from './plain-text';

/** An escape, or a mark that may do something where a text is repeated. */
const MARK = /\\[^]|%%|<!--|[<[\]:$#^]/g;
/** What must stand behind each mark so that it does: HTML, links and footnotes, formulas, tags. */
const DOES_BEFORE: Readonly<Record<string, RegExp>> = {
	'<': /^[a-z/?%]/i,
	'[': /^[[^]/,
	']': /^[([]/,
	':': /^:/,
	$: /^\$/,
	'#': /^[\p{L}\p{M}\p{N}\p{Extended_Pictographic}_/-]/u,
	'^': /^\[/,
};
/** What stands before it: a second mark, and a number sign inside of a name. */
const DOES_BEHIND: Readonly<Record<string, RegExp>> = { '[': /\[$/, $: /\$$/ };
const INSIDE_NAME = /[\p{L}\p{N}&]$/u;
/** An inline query of Dataview is code that runs. */
const QUERY = /^`+\s*\$?=\s*[\p{L}_$([{"'].*$/su;

/** Text within a line that reads as it is and does nothing; backslashes stand before what would, and code and formulas stay. */
export function inertText(text: string): string {
	const parts: string[] = [];
	let position = 0;
	for (const { start, end } of findInlineLiterals(text, splitLines(text))) {
		const literal = text.slice(start, end);
		if (!/^[`$]/.test(literal)) continue;
		const kept = QUERY.test(literal) ? escapeEffects(wordsOfCode(literal)) : literal;
		parts.push(escapeEffects(text.slice(position, start)), kept);
		position = end;
	}
	parts.push(escapeEffects(text.slice(position)));
	// A name behind a blank at the end of a block would be the block's id.
	return parts.join('').replace(/(^|[^\\\p{L}\p{N}])(?=\^[A-Za-z0-9-]+\s*$)/u, '$1\\');
}

/** The same of Markdown within a line: links become their words, tags go, emphasis stays. */
export function inertMarkdown(markdown: string): string {
	return inertText(linksAsWords(markdown));
}

/**
 * Code without its marks, and the blanks that part it from them. A backslash in it is one, and would not be in words;
 * cells of tables have their own for bars.
 */
function wordsOfCode(code: string): string {
	const inner = code.replace(/^`+|`+$/g, '');
	const isPadded = inner.startsWith(' ') && inner.endsWith(' ') && inner.trim() !== '';
	const words = isPadded ? inner.slice(1, -1) : inner;
	return words.replace(/\\(?=[!-/:-@[-`{}~])/g, '\\\\');
}

function escapeEffects(text: string): string {
	return text.replace(MARK, (mark, at: number) => {
		if (mark === '%%') return '&#37;&#37;';
		if (mark === '<!--') return '&lt;!--';
		const before = text.slice(Math.max(0, at - 2), at);
		if (mark === '#' && INSIDE_NAME.test(before)) return mark;
		const does = DOES_BEFORE[mark]?.test(text.slice(at + 1, at + 3));
		if (!does && !DOES_BEHIND[mark]?.test(before)) return mark;
		// A field is named before its two colons, so the second one gets the backslash.
		return mark === ':' ? ':\\' : `\\${mark}`;
	});
}
