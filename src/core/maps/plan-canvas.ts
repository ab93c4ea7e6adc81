import { compareText } from '../text/compare-text';
import { noteIdOf, noteLanguageOf, notesOfType } from '../schema/note-type';
import type { NoteLanguage } from '../schema/note-type';
import type { NoteIndex } from '../vault/note-index';
import { fileNameOf, folderOf, isNotePath } from '../vault/note-path';
import { isReadable } from '../vault/readable';
import { contentOf, printCanvas, readCanvas } from './canvas';
import { stackCanvas } from './stack-canvas';

/** What bringing the canvas of the stack up to date takes. */
export type CanvasPlan =
	| { readonly kind: 'write'; readonly text: string }
	| { readonly kind: 'unchanged' }
	/** Somebody else's canvas: theirs to change. */
	| { readonly kind: 'foreign' }
	| {
			readonly kind: 'refused';
			readonly reason: 'edited-canvas' | 'unreadable-source';
			/** The note that cannot be read, for an unreadable source. */
			readonly source?: string;
	  };

const NAMES: Readonly<Record<NoteLanguage, string>> = {
	zh: '技术全景.canvas',
	en: 'The stack.canvas',
};

/** Where the canvas of the stack stands: beside the home note, without one in the given folder. */
export function stackCanvasPath(index: NoteIndex, folder: string): string {
	const home = notesOfType(index, 'home')[0];
	const place = home ? folderOf(home.path) : folder;
	const name = NAMES[noteLanguageOf(index)];
	return place === '' ? name : `${place}/${name}`;
}

/**
 * Where the canvas of the stack may stand by now, the likeliest place first: where it is drawn, then under its name in
 * another folder, then any other canvas.
 */
export function canvasCandidates(index: NoteIndex, folder: string): string[] {
	const home = stackCanvasPath(index, folder);
	const names: ReadonlySet<string> = new Set(Object.values(NAMES));
	const rank = (path: string): number => (path === home ? 0 : names.has(fileNameOf(path)) ? 1 : 2);
	return [...index.attachments()]
		.filter(path => /\.canvas$/i.test(path))
		.sort((a, b) => rank(a) - rank(b) || compareText(a, b));
}

/** True for the text of a canvas that the program keeps up to date, also of one that a reader arranged or a merge tore. */
export function isStackCanvas(text: string): boolean {
	return text.includes('<!-- stackbook:canvas hash=');
}

/** Plans the canvas of the stack, new or on the text that stands there; what a reader arranged is never written over. */
export function planCanvas(index: NoteIndex, currentText?: string): CanvasPlan {
	const canvas = stackCanvas(index);
	if (currentText === undefined) return { kind: 'write', text: printCanvas(canvas) };
	const current = readCanvas(currentText);
	if (!current) {
		// Cut off or torn by a merge it is still nobody else's.
		return isStackCanvas(currentText)
			? { kind: 'refused', reason: 'edited-canvas' }
			: { kind: 'foreign' };
	}
	if (current.content === contentOf(canvas)) return { kind: 'unchanged' };
	if (!current.isUntouched || isSwapped(index, current.files)) {
		return { kind: 'refused', reason: 'edited-canvas' };
	}
	const source = [...current.files.values()].find(path => isHidden(index, path));
	if (source !== undefined) return { kind: 'refused', reason: 'unreadable-source', source };
	return { kind: 'write', text: printCanvas(canvas) };
}

/** True if somebody chose another note for a card: the app itself only follows a note to its new name. */
function isSwapped(index: NoteIndex, files: ReadonlyMap<string, string>): boolean {
	const ids = new Set(notesOfType(index, 'technology').map(note => `note-${noteIdOf(note) ?? ''}`));
	return [...files].some(([card, path]) => {
		const note = index.find(path);
		// A note that got another id is gone under the old one; that is no swap.
		return note !== undefined && ids.has(card) && card !== `note-${noteIdOf(note) ?? ''}`;
	});
}

/** What cannot be read is not gone: drawn without it, the canvas would lose a card over one bad byte. */
function isHidden(index: NoteIndex, path: string): boolean {
	const note = index.find(path);
	if (note) return !isReadable(note);
	return isNotePath(path) && index.resolve(`/${path}`, '').kind !== 'missing';
}
