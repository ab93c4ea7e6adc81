import type { App, TFile, Vault } from 'obsidian';
import { isNotePath } from '../core/index';
import type { DiagnosticCode, NotePath } from '../core/index';
import type { Translate } from '../i18n/index';
import { isEditing, openViewOf } from './open-editor';

/** What Obsidian puts in place of bytes that are no UTF-8; written back, the bytes would be lost for ever. */
const LOST_BYTES = '\uFFFD';

/** Why a file that is there cannot be read as a note. */
export interface UnreadableNote {
	readonly code: Extract<DiagnosticCode, 'note-not-utf8' | 'note-unreadable'>;
	readonly detail: string;
}

/** The text of a note, why it has none, or `gone`. */
export type NoteText =
	| { readonly kind: 'text'; readonly text: string }
	| ({ readonly kind: 'unreadable' } & UnreadableNote)
	| { readonly kind: 'gone' };

/** What stands in the editor if `typed` says that somebody typed there, else in the file; empty for any other file. */
export async function readNoteText(app: App, path: NotePath, typed: boolean): Promise<NoteText> {
	const file = app.vault.getFileByPath(path);
	if (!file) return { kind: 'gone' };
	if (!isNotePath(path)) return { kind: 'text', text: '' };
	try {
		const text =
			(typed ? textInEditor(app, path) : undefined) ?? (await app.vault.cachedRead(file));
		return (await isLosingBytes(app.vault, file, text))
			? { kind: 'unreadable', code: 'note-not-utf8', detail: '' }
			: { kind: 'text', text };
	} catch (error) {
		// A sync tool may have taken it away meanwhile.
		if (!app.vault.getFileByPath(path)) return { kind: 'gone' };
		const detail = error instanceof Error ? error.message : String(error);
		return { kind: 'unreadable', code: 'note-unreadable', detail };
	}
}

/** The text of an open editor; undefined where none shows the note. */
export function textInEditor(app: App, path: NotePath): string | undefined {
	const view = app.vault.getFileByPath(path) ? openViewOf(app, path) : undefined;
	return view && isEditing(view) ? view.editor.getValue() : undefined;
}

/**
 * Makes sure that a text may be written back over its file.
 *
 * @throws Error if the file holds bytes that the text has lost.
 */
export async function requireWholeText(
	vault: Vault,
	file: TFile,
	text: string,
	translate: Translate,
): Promise<void> {
	if (!(await isLosingBytes(vault, file, text))) return;
	const reason = translate('check.note-not-utf8');
	throw new Error(translate('plugin.refresh.refused', { path: file.path, reason }));
}

/** True for a text in which bytes may be lost; whoever wrote the character itself is told apart by the file. */
export function mayLackBytes(text: string): boolean {
	return text.includes(LOST_BYTES);
}

async function isLosingBytes(vault: Vault, file: TFile, text: string): Promise<boolean> {
	if (!mayLackBytes(text)) return false;
	try {
		new TextDecoder('utf-8', { fatal: true }).decode(await vault.readBinary(file));
		return false;
	} catch (error) {
		if (error instanceof TypeError) return true;
		throw error;
	}
}
