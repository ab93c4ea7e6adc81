import { splitLines } from '../text/line';
import { classifyLines } from './block-lines';
import { findInlineLiterals, isClosedComment } from './mask-inline';

/**
 * Markdown in which no comment outlives its line: where one is opened for longer, its mark gets a backslash and shows.
 * In the app it might hide all that follows. So does one that reads as the marker of a region. Code and math stay as they
 * are.
 */
export function escapeOpenComments(markdown: string): string {
	const lines = splitLines(markdown);
	// With letters in place of the marks, what is code is code whatever comments stand around it.
	const neutral = markdown.replace(/%%|<!--/g, mark => 'x'.repeat(mark.length));
	const { literal, skipped } = classifyLines(neutral, lines, 0);
	return lines
		.map(({ number, start, end, next }, i) => {
			const isText = literal[i] === false || skipped.includes(number);
			const line = markdown.slice(start, end);
			return (isText ? escapeLine(line) : line) + markdown.slice(end, next);
		})
		.join('');
}

/** A comment that speaks of a region would be taken for a damaged marker, and its note left alone. */
function isMarkerLike(literal: string): boolean {
	return /^(?:<!--|%%)/.test(literal) && /stackbook\s*:/i.test(literal);
}

function escapeMark(comment: string): string {
	return comment.replace('<!--', '<\\!--').replaceAll('%%', '%\\%');
}

function escapeLine(line: string): string {
	const parts: string[] = [];
	let position = 0;
	for (const { start, end } of findInlineLiterals(line, splitLines(line))) {
		parts.push(line.slice(position, start).replaceAll('<!--', '<\\!--'));
		const literal = line.slice(start, end);
		if (literal.startsWith('%%') && !isClosedComment(literal)) {
			return `${parts.join('')}%\\${escapeLine(line.slice(start + 1))}`;
		}
		parts.push(isMarkerLike(literal) ? escapeMark(literal) : literal);
		position = end;
	}
	return parts.join('') + line.slice(position).replaceAll('<!--', '<\\!--');
}
