import type { NoteIndex } from './note-index';
import { titleOf } from './note-path';
import type { NotePath } from './note-path';

/** A place in a note, and the words that lead there. */
export interface LinkPlace {
	readonly path: NotePath;
	/** A heading, or a block id with its `^`. */
	readonly subpath: string;
	readonly text: string;
}

/** A wikilink to a note that works from another one: its title alone where that is enough, else its path. */
export function printLink(index: NoteIndex, to: NotePath, from: NotePath): string {
	const name = shortestName(index, to, from);
	return name === titleOf(to) ? `[[${name}]]` : `[[${name}|${titleOf(to)}]]`;
}

/** What a link from one note to another has to name: its title where that is enough, else its path. */
export function shortestName(index: NoteIndex, to: NotePath, from: NotePath): string {
	const title = titleOf(to);
	const resolution = index.resolve(title, from);
	if (resolution.kind === 'found' && resolution.path === to) return title;
	return to.replace(/\.md$/i, '');
}

/** A wikilink to a place in a note. */
export function printLinkTo(
	index: NoteIndex,
	{ path, subpath, text }: LinkPlace,
	from: NotePath,
): string {
	const target = path === from ? '' : shortestName(index, path, from);
	return `[[${target}#${subpath}|${text}]]`;
}
