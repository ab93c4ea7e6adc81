import { normalizePath } from 'obsidian';
import type { NotePath } from '../../core/index';

/** Longest title in characters; a longer one cannot be read in a tab or a list. */
const LONGEST_TITLE = 80;
/** Longest title in bytes of UTF-8: most systems take 255 for a name, and sync tools add their own words to it. */
const MOST_BYTES = 200;

/** Names of devices, which Windows cannot hold as files, whatever ends them. */
const DEVICE = /^(?:con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³])(?:\.|$)/i;

/** A title as it was typed, in the one form in which files are named; `.md` at its end is not a part of it. */
export function titleOfText(text: string): string {
	const name = text.normalize('NFC').trim();
	const folded = name.toLowerCase();
	// What has another length in lower case is in no ending.
	let cut = 0;
	while (folded.endsWith('.md', folded.length - cut)) cut += 3;
	return name.slice(0, name.length - cut).trim();
}

/** True for a title that every system can hold as a file name and every link as its target. */
export function isNoteTitle(title: string): boolean {
	if (title === '' || /[\p{Cc}\u2028\u2029\\/:*?"<>|#^[\]]|%%|\{\{/u.test(title)) return false;
	return !/^\.|[. ]$|^ /.test(title) && !DEVICE.test(title);
}

/** True for a title that is too long for a file name. */
export function isLongTitle(title: string): boolean {
	const characters = [...title];
	const bytes = characters.reduce((sum, one) => sum + bytesOf(one.codePointAt(0) ?? 0), 0);
	return characters.length > LONGEST_TITLE || bytes > MOST_BYTES;
}

/** The path of a note in a folder. */
export function pathInFolder(folder: string, title: string): NotePath {
	return normalizePath(folder === '' ? `${title}.md` : `${folder}/${title}.md`);
}

function bytesOf(codePoint: number): number {
	if (codePoint < 0x80) return 1;
	if (codePoint < 0x800) return 2;
	return codePoint < 0x10000 ? 3 : 4;
}
