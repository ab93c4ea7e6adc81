import type { Region } from '../markdown/structure';
import type { Aggregate } from '../vault/aggregate';
import { nameKey } from '../vault/file-names';
import type { Note } from '../vault/note';
import type { NoteIndex } from '../vault/note-index';
import { isNotePath } from '../vault/note-path';
import type { NotePath } from '../vault/note-path';
import { isReadable } from '../vault/readable';
import { shownNames, shownTargets, statedTargets } from './shown-target';

/**
 * A note that a region was made from and that cannot be read now; undefined if there is none.
 *
 * What cannot be read is not gone: written anew without it, a table would lose a column over one bad byte.
 */
export function unreadableSource(index: NoteIndex, note: Note, region: Region): string | undefined {
	if (!showsOneOf(note, [...index.gather(unreadableNotes), ...index.unreadPaths()]))
		return undefined;
	for (const target of [...shownTargets(note, region), ...statedTargets(note)]) {
		const resolution = index.resolve(target, note.path);
		if (resolution.kind === 'missing' || !isNotePath(resolution.path)) continue;
		const source = index.find(resolution.path);
		if (!source || !isReadable(source)) return resolution.path;
	}
	return undefined;
}

/** Hardly ever is a note unreadable: then no link has to be followed. */
function showsOneOf(note: Note, hidden: readonly NotePath[]): boolean {
	return hidden.length > 0 && hidden.some(path => shownNames(note).has(nameKey(path)));
}

/** Notes that are there and whose content cannot be known. */
function unreadableNotes(): Aggregate<ReadonlySet<NotePath>> {
	const paths = new Set<NotePath>();
	return {
		value: paths,
		replace(before, after) {
			if (before) paths.delete(before.path);
			if (after && !isReadable(after)) paths.add(after.path);
		},
	};
}
