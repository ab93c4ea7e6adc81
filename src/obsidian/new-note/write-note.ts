import {
	buildComparison,
	categoryNamed,
	categoryOf,
	idOfTitle,
	noteIdOf,
	noteLanguageOf,
	notesOfType,
	writeNewNote,
} from '../../core/index';
import type { Note, NoteIndex, NotePath } from '../../core/index';
import type { TextKey } from '../../i18n/index';
import { formatLocalTime } from '../local-time';
import type { PluginContext } from '../plugin-context';
import { showPlace } from '../show-place';
import { linkNameOf, resolveAlternatives } from './alternatives';
import { folderForNote } from './note-template';
import type { TemplateType } from './note-template';
import { isLongTitle, isNoteTitle, pathInFolder } from './note-title';

/** What the reader typed. */
export interface NoteWish {
	readonly type: TemplateType;
	readonly title: string;
	readonly id: string;
	/** In the reader's words. */
	readonly category: string;
	/** Paths of what is compared. */
	readonly alternatives: readonly NotePath[];
	/** Names of what is compared that were typed and not picked, commas between them. */
	readonly typed: string;
}

/** Something that keeps a wish from being written, or a note from being what the reader expects. */
export interface NoteProblem {
	readonly kind: 'problem';
	readonly key: TextKey;
	readonly params: Readonly<Record<string, string>>;
}

/** A note that can be written: a path that is free, and what it will say. */
export interface NotePlan {
	readonly kind: 'plan';
	readonly path: NotePath;
	/** Empty for none; undefined where the template's stays. */
	readonly category: string | undefined;
	/** What is compared. */
	readonly alternatives: readonly Note[];
}

/** Plans a new note; nothing is written. */
export function planNote(
	{ app, settings }: PluginContext,
	index: NoteIndex,
	wish: NoteWish,
): NotePlan | NoteProblem {
	const { type, title, id } = wish;
	if (!isNoteTitle(title)) return problem('plugin.new.invalid-title');
	if (isLongTitle(title)) return problem('plugin.new.long-title');
	if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id)) return problem('plugin.new.invalid-id');
	const taken = index.notes().find(note => noteIdOf(note) === id);
	if (taken) return problem('plugin.new.id-taken', { path: taken.path });
	const resolved = resolveAlternatives(index, wish);
	if (resolved.kind === 'problem') return resolved;
	const { alternatives } = resolved;
	const category = categoryFor(index, wish, alternatives);
	const place = { type, category: category || undefined, language: noteLanguageOf(index) };
	const folder = folderForNote(index, { ...place, root: settings.folder() });
	const path = pathInFolder(folder, title);
	// Some systems take names apart only by more than their case.
	const twin = index.notes().find(note => note.path.toLowerCase() === path.toLowerCase());
	if (twin || app.vault.getAbstractFileByPath(path)) {
		return problem('plugin.new.path-taken', { path: twin?.path ?? path });
	}
	if (type === 'comparison' && alternatives.length < 2) return problem('plugin.new.too-few');
	return { kind: 'plan', path, category, alternatives };
}

/**
 * The category that somebody typed: a known one by its id or its name in either language, one in kebab-case if no
 * letter and no sign is lost by it, else the words as they are.
 */
function categoryOfText(index: NoteIndex, text: string): string {
	const words = text.trim().replace(/\s+/g, ' ');
	const known = categoryNamed(words);
	if (known !== undefined) return known;
	const own = index.notes().map(categoryOf);
	const same = own.find(category => category?.toLowerCase() === words.toLowerCase());
	if (same !== undefined) return same;
	return /^[A-Za-z0-9]+(?:[ _-]+[A-Za-z0-9]+)*$/.test(words) ? (idOfTitle(words) ?? words) : words;
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
	{ wish, plan }: { readonly wish: NoteWish; readonly plan: NotePlan },
): Promise<void> {
	const { title, id } = wish;
	const { path, category, alternatives } = plan;
	const isComparison = wish.type === 'comparison';
	const text = writeNewNote(template, {
		...{ title, id, category },
		date: formatLocalTime(new Date()).slice(0, 10),
		alternatives: isComparison ? alternatives.map(note => linkNameOf(index, note)) : undefined,
		criteria: isComparison ? [...buildComparison(alternatives).criteria] : undefined,
	});
	if (!(await writer.create(path, text)))
		throw new Error(translate('plugin.new.path-taken', { path }));
	await showPlace(app, path, 1);
}

/** All technologies. */
export function technologies(index: NoteIndex): readonly Note[] {
	return notesOfType(index, 'technology');
}

/** A comparison is of the category that all alternatives have. */
function categoryFor(
	index: NoteIndex,
	{ type, category }: NoteWish,
	alternatives: readonly Note[],
): string | undefined {
	if (type === 'technology') return categoryOfText(index, category);
	if (type === 'concept') return undefined;
	const [first, ...others] = new Set(alternatives.map(note => categoryOf(note) ?? ''));
	return first === undefined || others.length > 0 ? '' : first;
}

function problem(key: TextKey, params: NoteProblem['params'] = {}): NoteProblem {
	return { kind: 'problem', key, params };
}
