import {
	buildComparison,
	findNote,
	idOfTitle,
	noteIdOf,
	noteLanguageOf,
	notesOfType,
	writeNewNote,
} from '../../core/index';
import type { NoteIndex, NotePath } from '../../core/index';
import type { TextKey } from '../../i18n/index';
import { formatLocalTime } from '../local-time';
import type { PluginContext } from '../plugin-context';
import { showPlace } from '../show-place';
import { folderForNote, isNoteTitle, pathInFolder } from './note-template';
import type { TemplateType } from './note-template';

/** What the reader typed. */
export interface NoteWish {
	readonly type: TemplateType;
	readonly title: string;
	readonly id: string;
	readonly category: string;
	/** Titles of what is compared. */
	readonly alternatives: readonly string[];
}

/** Where a wish leads: a path that is free, or what is wrong with it. */
export type NotePlan =
	| { readonly kind: 'path'; readonly path: NotePath }
	| { readonly kind: 'problem'; readonly key: TextKey; readonly path: NotePath };

/** Plans a new note; nothing is written. */
export function planNote(
	{ app, settings }: PluginContext,
	index: NoteIndex,
	{ type, title, id, category }: NoteWish,
): NotePlan {
	const problem = (key: TextKey, path = ''): NotePlan => ({ kind: 'problem', key, path });
	if (!isNoteTitle(title)) return problem('plugin.new.invalid-title');
	if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id)) return problem('plugin.new.invalid-id');
	const taken = index.notes().find(note => noteIdOf(note) === id);
	if (taken) return problem('plugin.new.id-taken', taken.path);
	const place = { type, category: category || undefined, language: noteLanguageOf(index) };
	const folder = folderForNote(index, { ...place, root: settings.folder() });
	const path = pathInFolder(folder, title);
	// Some systems take names apart only by more than their case.
	const twin = index.notes().find(note => note.path.toLowerCase() === path.toLowerCase());
	if (twin || app.vault.getAbstractFileByPath(path)) {
		return problem('plugin.new.path-taken', twin?.path ?? path);
	}
	return { kind: 'path', path };
}

/** A category in kebab-case as somebody may have typed it. */
export function categoryOfText(text: string): string {
	return idOfTitle(text) ?? text.trim();
}

/**
 * Writes a note from a template and opens it.
 *
 * @throws Error if something stands there meanwhile.
 */
export async function writeNote(
	{ app, writer, translate }: PluginContext,
	index: NoteIndex,
	template: string,
	{ wish, path }: { readonly wish: NoteWish; readonly path: NotePath },
): Promise<void> {
	const { title, id, category, alternatives } = wish;
	const compared = alternatives.flatMap(name => {
		const found = findNote(index, name);
		return found.kind === 'found' ? [found.note] : [];
	});
	const text = writeNewNote(template, {
		...{ title, id, alternatives },
		date: formatLocalTime(new Date()).slice(0, 10),
		category: wish.type === 'technology' ? category : undefined,
		criteria: [...buildComparison(compared).criteria],
	});
	if (!(await writer.create(path, text)))
		throw new Error(translate('plugin.new.path-taken', { path }));
	await showPlace(app, path, 1);
}

/** Titles of all technologies. */
export function technologyTitles(index: NoteIndex): string[] {
	return notesOfType(index, 'technology').map(({ title }) => title);
}
