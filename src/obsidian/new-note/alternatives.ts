import { findNote } from '../../core/index';
import type { Note, NoteIndex } from '../../core/index';
import type { NoteProblem, NoteWish } from './write-note';

/** What is compared: notes that were picked, then those that were typed by name; or the first name that names none. */
export function resolveAlternatives(
	index: NoteIndex,
	{ alternatives, typed }: NoteWish,
): { readonly kind: 'found'; readonly alternatives: readonly Note[] } | NoteProblem {
	const notes = new Set(alternatives.flatMap(path => index.find(path) ?? []));
	for (const name of namesIn(typed)) {
		const found = findNote(index, name);
		if (found.kind === 'found') notes.add(found.note);
		else if (found.kind === 'missing') {
			return { kind: 'problem', key: 'plugin.new.unknown-alternative', params: { name } };
		} else {
			const params = { name, names: found.candidates.join(', ') };
			return { kind: 'problem', key: 'cli.error.ambiguous-note', params };
		}
	}
	return { kind: 'found', alternatives: [...notes] };
}

/** The names in a text, with commas of either script between them. */
function namesIn(typed: string): string[] {
	return typed
		.split(/[,，、]/)
		.map(name => name.trim())
		.filter(name => name !== '');
}

/** How a link names a note: by its title, or by its path where the title leads to another note. */
export function linkNameOf(index: NoteIndex, { path, title }: Note): string {
	const resolution = index.resolve(title, '');
	const isPlain = resolution.kind === 'found' && resolution.path === path;
	return isPlain ? title : path.replace(/\.md$/i, '');
}
