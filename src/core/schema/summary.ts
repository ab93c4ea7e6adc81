import { splitLines } from '../text/line';
import { oncePer } from '../text/once-per';
import type { Note } from '../vault/note';

/**
 * What a note says of itself in one breath: the body of its first `[!abstract]` callout, as one line of Markdown. Read
 * once for each reading of the note.
 */
export const summaryOf: (note: Note) => string | undefined = oncePer(({ text, structure }) => {
	const callout = structure.callouts.find(({ type }) => type === 'abstract');
	if (!callout) return undefined;
	const source = text.slice(callout.range.start, callout.range.end);
	const lines = splitLines(source)
		.slice(1)
		.map(({ start, end }) =>
			source
				.slice(start, end)
				.replace(/^ {0,3}>[ \t]?/, '')
				.trim(),
		)
		.filter(line => line !== '');
	return lines.length > 0 ? lines.join(' ') : undefined;
});
