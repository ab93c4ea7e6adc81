/** A path as the vault has it: no slash at its ends, no double ones, composed characters. */
export function normalizePath(path: string): string {
	const plain = path
		.replace(/[\u00A0\u202F]/g, ' ')
		.replace(/[\\/]+/g, '/')
		.replace(/^\/+|\/+$/g, '')
		.normalize('NFC');
	return plain === '' ? '/' : plain;
}

/** The folder part of a path, empty for the vault itself. */
export function folderOf(path: string): string {
	return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
}

/** The last part of a path. */
export function nameOf(path: string): string {
	return path.slice(path.lastIndexOf('/') + 1);
}

/** True if a part of the path is hidden; the vault does not know such files. */
export function isHidden(path: string): boolean {
	return path.split('/').some(part => part.startsWith('.'));
}

/** A name without its ending, and the ending without its dot. */
export function splitName(name: string): { basename: string; extension: string } {
	const dot = name.lastIndexOf('.');
	if (dot <= 0) return { basename: name, extension: '' };
	return { basename: name.slice(0, dot), extension: name.slice(dot + 1).toLowerCase() };
}
