import { canvasInFolder } from '../core/index';

/** Path inside the folder → text. */
export type VaultTemplate = Readonly<Record<string, string>>;

/** What an installation into a folder would do. */
export interface Installation {
	readonly files: readonly { readonly path: string; readonly text: string }[];
	/** Paths where something stands already. */
	readonly skipped: readonly string[];
}

/** How an installation went; with `stopped`, running it again goes on from there. */
export interface InstallOutcome {
	readonly written: number;
	readonly stopped?: { readonly path: string; readonly error: unknown };
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

/** Plans to write the notes of a template, its bases and its canvas. */
export function planInstallation(
	template: VaultTemplate,
	folder: string,
	isTaken: (path: string) => boolean,
): Installation {
	const all = Object.entries(template)
		.filter(([path]) => SHIPPED.test(path) && !path.split('/').some(part => part.startsWith('.')))
		.map(([path, text]) => ({
			path: folder === '' ? path : `${folder}/${path}`,
			text: path.endsWith('.canvas') ? canvasInFolder(text, folder) : text,
		}));
	return {
		files: all.filter(({ path }) => !isTaken(path)),
		skipped: all.filter(({ path }) => isTaken(path)).map(({ path }) => path),
	};
}

/** Writes the files one after the other; stops at the first that cannot be written. */
export async function installNotes(
	{ files }: Installation,
	create: (path: string, text: string) => Promise<boolean>,
): Promise<InstallOutcome> {
	let written = 0;
	for (const { path, text } of files) {
		try {
			if (await create(path, text)) written++;
		} catch (error) {
			return { written, stopped: { path, error } };
		}
	}
	return { written };
}
