import { splitLines } from '../text/line';
import { classifyLines } from './block-lines';
import { findInlineLiterals, isClosedComment } from './mask-inline';

/**
 * Markdown in which no comment outlives its line: where one is opened for longer, its mark gets a backslash and shows.
 * In the app it might hide all that follows. Words that read as the marker of a region get one too. Code and math stay as
 * they are otherwise.
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
			return escapeIn(line, isText) + markdown.slice(end, next);
		})
		.join('');
}

function escapeIn(line: string, isText: boolean): string {
	if (!/<!|%%/.test(line)) return line;
	// What is code here need not be where these lines are put.
	return isText ? escapeLine(line) : disarm(line);
}

/** A comment that speaks of a region would be taken for a damaged marker, and its note left alone. */
function disarm(text: string): string {
	return text.replace(/(stackbook\s*)(?=:\s*(?:begin|end))/gi, '$1\\');
}

function escapeLine(line: string): string {
	const parts: string[] = [];
	let position = 0;
	for (const { start, end } of findInlineLiterals(line, splitLines(line))) {
		parts.push(disarm(line.slice(position, start).replaceAll('<!--', '<\\!--')));
		const literal = line.slice(start, end);
		if (literal.startsWith('%%') && !isClosedComment(literal)) {
			return `${parts.join('')}%\\${escapeLine(line.slice(start + 1))}`;
		}
		parts.push(/^[`$]/.test(literal) ? literal : disarm(literal));
		position = end;
	}
	return parts.join('') + disarm(line.slice(position).replaceAll('<!--', '<\\!--'));
}
