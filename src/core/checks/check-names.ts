import { noteTypeOf } from '../schema/note-type';
import { foldName, folderOf, fileNameOf, isNotePath } from '../vault/note-path';
import type { NoteIndex } from '../vault/note-index';
import type { Diagnostic, DiagnosticCode } from './diagnostic';

/** Devices of Windows: with any ending they are no files there. */
const DEVICE = /^(?:con|prn|aux|nul|(?:com|lpt)[1-9¹²³])(?:\.|$)/i;
/** Obsidian itself refuses them on Windows and Android. */
const FORBIDDEN = /[\\<>:"|?*\p{Cc}]/u;
const UNLINKABLE = /[#^[\]]/;
/** Bytes of UTF-8 that Linux and Android give to one name. */
const LONGEST_NAME = 255;

type Fault = readonly [DiagnosticCode, Readonly<Record<string, string>>];

/**
 * Files and folders whose names fail on Windows, Android or iOS, or in a link. What a folder is named is told once, not
 * for each file in it.
 */
export function checkNames(index: NoteIndex): Diagnostic[] {
	const diagnostics: Diagnostic[] = [];
	const known = new Map<string, string>();
	const seen = new Set<string>();
	const look = (path: string, isFile: boolean): void => {
		if (path === '' || seen.has(path)) return;
		seen.add(path);
		look(folderOf(path), false);
		const key = `${folderOf(path)}/${foldName(fileNameOf(path))}`;
		const other = known.get(key);
		const faults = faultsOf(fileNameOf(path), isFile && isNotePath(path));
		if (other === undefined) known.set(key, path);
		else faults.push(['name-clash', { other }]);
		const note = index.find(path);
		// A vault may live on one device for ever; notes that are made to be carried around must be portable.
		const severity = note && noteTypeOf(note) !== 'plain' ? 'warning' : 'info';
		for (const [code, params] of faults)
			diagnostics.push({ code, severity, path, line: 1, params });
	};
	for (const path of allPaths(index)) look(path, true);
	return diagnostics;
}

function allPaths(index: NoteIndex): string[] {
	const notes = index.notes().map(({ path }) => path);
	return [...notes, ...index.attachments(), ...index.unreadPaths()].sort();
}

function faultsOf(name: string, isNote: boolean): Fault[] {
	const faults: Fault[] = [];
	if (DEVICE.test(name)) faults.push(['name-reserved', { name }]);
	if (/[. ]$/.test(name)) faults.push(['name-ending', { name }]);
	const [character] = FORBIDDEN.exec(name) ?? [];
	if (character !== undefined) faults.push(['name-character', { name, character }]);
	const [mark] = UNLINKABLE.exec(name) ?? [];
	if (isNote && mark !== undefined) faults.push(['name-unlinkable', { name, character: mark }]);
	const bytes = countBytes(name);
	if (bytes > LONGEST_NAME) faults.push(['name-too-long', { name, bytes: String(bytes) }]);
	return faults;
}

function countBytes(text: string): number {
	let bytes = 0;
	for (const character of text) {
		const code = character.codePointAt(0) ?? 0;
		bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
	}
	return bytes;
}
