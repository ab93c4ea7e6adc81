import { canvasInFolder } from '../maps/canvas';
import { notesOfType } from '../schema/note-type';
import type { NoteIndex } from '../vault/note-index';
import { foldName } from '../vault/note-path';
import { findShipped } from './find-shipped';
import { lookAround } from './look-around';
import { readShipped } from './release';
import type { Release } from './release';

/** What an installation is planned from. */
export interface InstallationRequest {
	/** Path → text of the files that ship, settings of the app left out. */
	readonly shipped: Readonly<Record<string, string>>;
	/** Oldest first; the last one is the present. Asked for only where there is a home note. */
	readonly releases: () => readonly Release[];
	/** Folder for the notes, empty for the whole vault. */
	readonly folder: string;
	/** The notes in it as they are now. */
	readonly index: NoteIndex;
	/** Paths of all else that stands in the vault. */
	readonly standing: readonly string[];
}

/** A shipped file at its place in the vault. */
export interface ShippedFile {
	readonly path: string;
	readonly text: string;
}

/** What an installation would do. */
export interface Installation {
	/** In the order in which they are to be written, the home note last: where it stands, a run came to its end. */
	readonly files: readonly ShippedFile[];
	/** Paths where something stands already, and notes that the reader moved. */
	readonly skipped: readonly string[];
	/** Missing beside a home note: the reader deleted them. Written only if they are asked for. */
	readonly deleted: readonly ShippedFile[];
	/** Missing beside a home note of a release that did not have them yet: an update brings them. */
	readonly newer: readonly ShippedFile[];
}

/** Plans to write the shipped files into a folder; never over a file that stands, whatever the form of its name. */
export function planInstallation(request: InstallationRequest): Installation {
	const { shipped, folder, index } = request;
	const keys = new Map([...readShipped(shipped)].map(([key, { note }]) => [note.path, key]));
	const places = findShipped(index, new Map([...keys].map(([path, key]) => [key, { path }])));
	const hasHome = notesOfType(index, 'home').length > 0;
	// Everything may have been moved into another folder, and what is missing belongs there too.
	const prefix = (hasHome && places.prefix) || (folder === '' ? '' : `${folder}/`);
	const paths = [...index.notes().map(({ path }) => path), ...request.standing];
	const standing = new Set(paths.map(foldName));
	const missing: MissingFile[] = [];
	const skipped: string[] = [];
	for (const [shippedPath, text] of Object.entries(shipped)) {
		const path = prefix + shippedPath;
		const key = keys.get(shippedPath);
		const isMoved = key !== undefined && places.find(key, shippedPath) !== undefined;
		if (isMoved || standing.has(foldName(path))) skipped.push(path);
		else missing.push({ path, text: inFolder(shippedPath, text, prefix), shippedPath, key });
	}
	return { ...sortMissing(request, missing), skipped };
}

interface MissingFile extends ShippedFile {
	readonly shippedPath: string;
	/** Undefined for what is no note. */
	readonly key: string | undefined;
}

/** Without a home note no run came to its end, so nothing that is missing can have been deleted. */
function sortMissing(
	{ index, shipped, releases }: InstallationRequest,
	missing: readonly MissingFile[],
): Omit<Installation, 'skipped'> {
	const isHome = ({ key }: MissingFile): boolean => key === 'home';
	const inOrder = [...missing.filter(file => !isHome(file)), ...missing.filter(isHome)];
	if (notesOfType(index, 'home').length === 0) {
		return { files: inOrder.map(toFile), deleted: [], newer: [] };
	}
	const around = missing.length > 0 ? lookAround(index, shipped, releases()) : undefined;
	const release = around && !('kind' in around) ? around.vaultRelease : undefined;
	const isNewer = ({ shippedPath, key }: MissingFile): boolean =>
		release !== undefined &&
		!(key === undefined ? release.files.has(shippedPath) : release.notes.has(key));
	return {
		files: [],
		deleted: inOrder.filter(file => !isNewer(file)).map(toFile),
		newer: inOrder.filter(isNewer).map(toFile),
	};
}

function toFile({ path, text }: MissingFile): ShippedFile {
	return { path, text };
}

function inFolder(path: string, text: string, prefix: string): string {
	return path.endsWith('.canvas') ? canvasInFolder(text, prefix.replace(/\/$/, '')) : text;
}
