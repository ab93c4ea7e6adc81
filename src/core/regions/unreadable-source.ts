import { targetsOfMap } from '../maps/mermaid-text';
import { linksInLine } from '../markdown/scan-links';
import type { Region } from '../markdown/structure';
import { splitLines } from '../text/line';
import type { Note } from '../vault/note';
import type { NoteIndex } from '../vault/note-index';
import { isNotePath } from '../vault/note-path';
import { isReadable } from '../vault/readable';
import { isBacklinks, namesIn } from './plain-names';

/**
 * A note that a region was made from and that cannot be read now; undefined if there is none.
 *
 * What cannot be read is not gone: written anew without it, a table would lose a column over one bad byte.
 */
export function unreadableSource(
	index: NoteIndex,
	note: Note,
	{ name, body }: Region,
): string | undefined {
	const text = note.text.slice(body.start, body.end);
	const shown = splitLines(text).flatMap(line => {
		const content = text.slice(line.start, line.end);
		const named = isBacklinks(name) ? namesIn(content) : [];
		return [...linksInLine(content, content, line), ...named];
	});
	const stated = note.links.filter(({ property }) => property !== undefined);
	const targets = [...shown, ...stated].map(({ target }) => target);
	if (/^map(?::|$)/.test(name)) targets.push(...targetsOfMap(text));
	for (const target of targets) {
		const resolution = index.resolve(target, note.path);
		if (resolution.kind === 'missing' || !isNotePath(resolution.path)) continue;
		const source = index.find(resolution.path);
		if (!source || !isReadable(source)) return resolution.path;
	}
	return undefined;
}
