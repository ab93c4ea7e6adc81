/** Path of a file in the vault: `/` between folders, no leading slash, NFC as the file system gave it. */
export type NotePath = string;

/** The file name without folder and `.md`: what Obsidian shows as the title. */
export function titleOf(path: NotePath): string {
	return fileNameOf(path).replace(/\.md$/i, '');
}

/** The last part of a path. */
export function fileNameOf(path: string): string {
	return path.slice(path.lastIndexOf('/') + 1);
}

/** The folder of a path, without a trailing slash; empty for the root. */
export function folderOf(path: string): string {
	return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** True for files that hold a note. */
export function isNotePath(path: string): boolean {
	return /\.md$/i.test(path);
}

/** Joins a relative target to a folder; undefined if it climbs out of the vault. */
export function joinPath(folder: string, relative: string): string | undefined {
	const parts = folder === '' ? [] : folder.split('/');
	for (const part of relative.split('/')) {
		if (part === '' || part === '.') continue;
		if (part !== '..') parts.push(part);
		else if (parts.pop() === undefined) return undefined;
	}
	return parts.join('/');
}

/** The key under which names are compared: links ignore case and Unicode form. */
export function foldName(name: string): string {
	return name.normalize('NFC').toLowerCase();
}
