import type { ShippedFile } from '../core/index';

/** Path inside the folder → text. */
export type VaultTemplate = Readonly<Record<string, string>>;

/** How an installation went; with `stopped`, running it again goes on from there. */
export interface InstallOutcome {
	readonly written: number;
	/** Without an error, somebody closed it. */
	readonly stopped?: { readonly path: string; readonly error?: unknown };
}

/** The notes in the language of the screen, else those that there are. */
export function chooseTemplate(
	templates: Readonly<Record<string, VaultTemplate>>,
	language: string,
): VaultTemplate {
	return templates[language] ?? Object.values(templates)[0] ?? {};
}

/** What belongs to the notes; the settings of the app that ship beside them belong to a vault of its own. */
const SHIPPED = /\.(?:md|base|canvas)$/;

/** The notes of a template, its bases and its canvas. */
export function notesOfTemplate(template: VaultTemplate): VaultTemplate {
	const files = Object.entries(template).filter(
		([path]) => SHIPPED.test(path) && !path.split('/').some(part => part.startsWith('.')),
	);
	return Object.fromEntries(files);
}

/**
 * Writes files one after the other; stops at the first that cannot be written.
 *
 * @param mayGoOn asked before each file
 */
export async function installNotes(
	files: readonly ShippedFile[],
	create: (path: string, text: string) => Promise<boolean>,
	mayGoOn: () => boolean,
): Promise<InstallOutcome> {
	let written = 0;
	for (const { path, text } of files) {
		if (!mayGoOn()) return { written, stopped: { path } };
		try {
			if (await create(path, text)) written++;
		} catch (error) {
			return { written, stopped: { path, error } };
		}
	}
	return { written };
}
