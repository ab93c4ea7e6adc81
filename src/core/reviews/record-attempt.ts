import { lineBreakOf, splitLines } from '../text/line';
import { noteLanguageOf, notesOfType } from '../schema/note-type';
import type { NoteIndex } from '../vault/note-index';
import { folderOf } from '../vault/note-path';
import type { VaultEdit } from '../vault/vault-edit';
import { printAttempt } from './attempt';
import type { Attempt } from './attempt';
import { ATTEMPTS_FOLDERS } from './attempts-note';

/** Folder of the files of attempts: beside the home note. */
export function attemptsFolder(index: NoteIndex): string {
	const home = notesOfType(index, 'home')[0];
	const root = home ? folderOf(home.path) : '';
	const folder = ATTEMPTS_FOLDERS[noteLanguageOf(index)];
	return root === '' ? folder : `${root}/${folder}`;
}

/** A device name that is safe in file names and YAML on every system. */
export function deviceName(raw: string): string {
	const name = raw
		.normalize('NFC')
		.replace(/[^\p{L}\p{N}]+/gu, '-')
		.replace(/^-+|-+$/g, '');
	return [...name].slice(0, 30).join('') || 'device';
}

/**
 * Plans to append an attempt to this device's file of its month, unless it stands there. The month is that of the
 * attempt's own zone.
 */
export function planAttempt(index: NoteIndex, attempt: Attempt, device: string): VaultEdit {
	const month = attempt.time.slice(0, 7);
	const name = deviceName(device);
	const path = `${attemptsFolder(index)}/${month} ${name}.md`;
	const existing = index.find(path);
	if (!existing) {
		const head = ['---', 'type: attempts', `device: "${name}"`, `month: "${month}"`, '---', ''];
		return { kind: 'create', path, text: [...head, printAttempt(attempt), ''].join('\n') };
	}
	const { text } = existing;
	const line = printAttempt(attempt);
	// A second try after a failure, whose first one came as far as this.
	const isThere = splitLines(text).some(({ start, end }) => text.slice(start, end) === line);
	if (isThere) return { kind: 'change', path, edits: [] };
	const eol = lineBreakOf(text);
	const separator = text === '' || /[\r\n]$/.test(text) ? '' : eol;
	const range = { start: text.length, end: text.length };
	return {
		kind: 'change',
		path,
		edits: [{ range, newText: `${separator}${line}${eol}` }],
	};
}
