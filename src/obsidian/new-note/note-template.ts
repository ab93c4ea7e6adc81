import { folderOf, isTemplate, noteTypeOf, parseNote } from '../../core/index';
import type { Note, NoteIndex, NoteLanguage } from '../../core/index';
import { categoryOf, compareText, notesOfType } from '../../core/index';
import type { VaultTemplate } from '../install-notes';
import { placeInFolder } from '../vault-folder';

/** What can be made from a template. */
export type TemplateType = 'technology' | 'concept' | 'comparison';

/** Folders of templates, as shipped vaults name them. */
const TEMPLATE_FOLDER = /(?:^|\/)(?:模板|Templates)\//i;

/** The text of the template for a type: the reader's own if there is one, else that which ships. */
export function findTemplateText(
	index: NoteIndex,
	type: TemplateType,
	shipped: VaultTemplate,
): string | undefined {
	const own = index.notes().find(note => isTemplateFor(note, type));
	if (own) return own.text;
	return Object.entries(shipped)
		.filter(([path]) => TEMPLATE_FOLDER.test(path))
		.map(([path, text]) => parseNote(path, text))
		.find(note => isTemplateFor(note, type))?.text;
}

function isTemplateFor(note: Note, type: TemplateType): boolean {
	return TEMPLATE_FOLDER.test(note.path) && isTemplate(note) && noteTypeOf(note) === type;
}

const FOLDERS: Readonly<Record<TemplateType, Readonly<Record<NoteLanguage, string>>>> = {
	technology: { zh: '技术', en: 'Technologies' },
	concept: { zh: '概念', en: 'Concepts' },
	comparison: { zh: '对比', en: 'Comparisons' },
};

/** Where a new note belongs. */
export interface NewNotePlace {
	readonly type: TemplateType;
	readonly category: string | undefined;
	readonly language: NoteLanguage;
	/** Folder of all our notes. */
	readonly root: string;
}

/** The folder in which most notes of its kind stand, a technology among those of its category. */
export function folderForNote(index: NoteIndex, place: NewNotePlace): string {
	const { type, category, language, root } = place;
	const counts = new Map<string, number>();
	for (const note of notesOfType(index, type)) {
		if (type === 'technology' && categoryOf(note) !== category) continue;
		const folder = folderOf(note.path);
		counts.set(folder, (counts.get(folder) ?? 0) + 1);
	}
	const [most] = [...counts].sort(([a, m], [b, n]) => n - m || compareText(a, b));
	return most?.[0] ?? placeInFolder(FOLDERS[type][language], root);
}
