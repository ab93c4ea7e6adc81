import { isNotePath } from '../core/index';
import type { NotePath } from '../core/index';

/** Path inside the folder → text. */
export type VaultTemplate = Readonly<Record<string, string>>;

/** What an installation into a folder would do. */
export interface Installation {
	readonly notes: readonly { readonly path: NotePath; readonly text: string }[];
	/** Paths where something stands already. */
	readonly skipped: readonly string[];
}

/** How an installation went; with `stopped`, running it again goes on from there. */
export interface InstallOutcome {
	readonly written: number;
	readonly stopped?: { readonly path: NotePath; readonly error: unknown };
}

/** The notes in the language of the screen, else those that there are. */
export function chooseTemplate(
	templates: Readonly<Record<string, VaultTemplate>>,
	language: string,
): VaultTemplate {
	return templates[language] ?? Object.values(templates)[0] ?? {};
}

/** Plans to write the notes of a template. The settings of the app that ship beside them belong to a vault of its own. */
export function planInstallation(
	template: VaultTemplate,
	folder: string,
	isTaken: (path: string) => boolean,
): Installation {
	const all = Object.entries(template)
		.filter(([path]) => isNotePath(path) && !path.split('/').some(part => part.startsWith('.')))
		.map(([path, text]) => ({ path: folder === '' ? path : `${folder}/${path}`, text }));
	return {
		notes: all.filter(({ path }) => !isTaken(path)),
		skipped: all.filter(({ path }) => isTaken(path)).map(({ path }) => path),
	};
}

/** Writes the notes one after the other; stops at the first that cannot be written. */
export async function installNotes(
	{ notes }: Installation,
	create: (path: NotePath, text: string) => Promise<boolean>,
): Promise<InstallOutcome> {
	let written = 0;
	for (const { path, text } of notes) {
		try {
			if (await create(path, text)) written++;
		} catch (error) {
			return { written, stopped: { path, error } };
		}
	}
	return { written };
}
