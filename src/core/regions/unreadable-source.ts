import { linksInLine } from '../markdown/scan-links';
import type { Region } from '../markdown/structure';
import { splitLines } from '../text/line';
import type { Note, NoteProblem } from '../vault/note';
import type { NoteIndex } from '../vault/note-index';
import { isNotePath } from '../vault/note-path';

/** Problems that keep the program from knowing what a note says. */
const HIDING: ReadonlySet<NoteProblem['kind']> = new Set([
	'invalid-yaml',
	'not-a-map',
	'too-large',
	'unclosed-front-matter',
	'binary',
]);

/**
 * A note that a region was made from and that cannot be read now; undefined if there is none.
 *
 * What cannot be read is not gone: written anew without it, a table would lose a column over one bad byte.
 */
export function unreadableSource(
	index: NoteIndex,
	note: Note,
	{ body }: Region,
): string | undefined {
	const text = note.text.slice(body.start, body.end);
	const shown = splitLines(text).flatMap(line => {
		const content = text.slice(line.start, line.end);
		return linksInLine(content, content, line);
	});
	const stated = note.links.filter(({ property }) => property !== undefined);
	for (const { target } of [...shown, ...stated]) {
		const resolution = index.resolve(target, note.path);
		if (resolution.kind === 'missing' || !isNotePath(resolution.path)) continue;
		const source = index.find(resolution.path);
		if (!source || isUnreadable(source)) return resolution.path;
	}
	return undefined;
}

/** True for a note that is there and cannot be read. */
export function isUnreadable({ problems }: Note): boolean {
	return problems.some(({ kind }) => HIDING.has(kind));
}
