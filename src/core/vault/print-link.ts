import type { NoteIndex } from './note-index';
import { titleOf } from './note-path';
import type { NotePath } from './note-path';

/** A wikilink to a note that works from another one: its title alone where that is enough, else its path. */
export function printLink(index: NoteIndex, to: NotePath, from: NotePath): string {
	const title = titleOf(to);
	const target = printTarget(index, to, from);
	return target === title ? `[[${title}]]` : `[[${target}|${title}]]`;
}

/** The target of such a link. */
export function printTarget(index: NoteIndex, to: NotePath, from: NotePath): string {
	const title = titleOf(to);
	const resolution = index.resolve(title, from);
	if (resolution.kind === 'found' && resolution.path === to) return title;
	return to.replace(/\.md$/i, '');
}
