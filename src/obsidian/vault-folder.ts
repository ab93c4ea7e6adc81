import { normalizePath } from 'obsidian';

/** A folder as a person or a setting names it, as Obsidian's paths have it: no slash at its ends, empty for the whole vault. */
export function toFolder(name: string): string {
	const folder = normalizePath(name.trim());
	return folder === '/' ? '' : folder;
}

/** True for a name that every system can hold as a visible folder inside the vault. */
export function isFolderName(folder: string): boolean {
	if (folder === '') return true;
	return folder
		.split('/')
		.every(part => !/[\\:*?"<>|#^[\]]/.test(part) && !/^\.|[. ]$/.test(part) && part !== '');
}

/** True for a path, as `toFolder` gives it, that stays in the vault and leads into no hidden folder. */
export function isVisibleFolder(folder: string): boolean {
	return !folder.split('/').some(part => part.startsWith('.'));
}

/** True if a path lies in a folder. */
export function isInFolder(path: string, folder: string): boolean {
	return folder === '' || path.startsWith(`${folder}/`);
}

/** The path itself if it lies in the folder, else the path below the folder. */
export function placeInFolder(path: string, folder: string): string {
	return isInFolder(path, folder) ? path : `${folder}/${path}`;
}
