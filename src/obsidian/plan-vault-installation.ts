import { Vault } from 'obsidian';
import type { TFolder } from 'obsidian';
import releaseHistory from 'virtual:release-history';
import {
	createNoteIndex,
	foldName,
	isNotePath,
	newerFormat,
	notesOfType,
	parseHistory,
	parseNote,
	planInstallation,
	readHistory,
} from '../core/index';
import type { Installation, NoteIndex } from '../core/index';
import { notesOfTemplate } from './install-notes';
import type { VaultTemplate } from './install-notes';
import { createPause } from './next-task';
import { readNoteText } from './note-text';
import type { PluginContext } from './plugin-context';

/** An installation into a folder of the vault. */
export interface VaultInstallation {
	readonly plan: Installation;
	/** The folder, in the spelling of one that stands. */
	readonly folder: string;
}

/**
 * Plans to install the notes of a template, on the files as they are now.
 *
 * @throws Error if a newer program has written the notes there, or if one that may be the home note cannot be read
 */
export async function planVaultInstallation(
	context: PluginContext,
	template: VaultTemplate,
	wanted: string,
): Promise<VaultInstallation> {
	const { app, translate, version } = context;
	const folder = spellAsStanding(app.vault, wanted);
	const index = await readFolder(context, folder);
	const format = newerFormat(index);
	if (format !== undefined) throw new Error(translate('plugin.newer-format', { format }));
	const [first = ''] = Object.values(releaseHistory);
	const plan = planInstallation({
		shipped: notesOfTemplate(template),
		releases: () => readHistory(parseHistory(first), version, template),
		folder,
		index,
		standing: app.vault.getAllLoadedFiles().map(({ path }) => path),
	});
	return { plan, folder };
}

/** Many systems take two names for one that differ in case or Unicode form alone. */
function spellAsStanding(vault: Vault, wanted: string): string {
	let standing: TFolder | undefined = vault.getRoot();
	const parts: string[] = [];
	for (const part of wanted.split('/')) {
		const folders: TFolder[] = (standing?.children ?? []).flatMap(
			({ path }) => vault.getFolderByPath(path) ?? [],
		);
		standing =
			folders.find(({ name }) => name === part) ??
			folders.find(({ name }) => foldName(name) === foldName(part));
		parts.push(standing?.name ?? part);
	}
	return parts.join('/');
}

/** All notes of a folder, which need not be the one of the settings; slowly, so that keys get their turn. */
async function readFolder({ app, translate }: PluginContext, folder: string): Promise<NoteIndex> {
	const root = folder === '' ? app.vault.getRoot() : app.vault.getFolderByPath(folder);
	const paths: string[] = [];
	if (root) {
		Vault.recurseChildren(root, ({ path }) => {
			if (isNotePath(path)) paths.push(path);
		});
	}
	const pause = createPause();
	const notes = [];
	let hidden: Error | undefined;
	for (const path of paths) {
		const read = await readNoteText(app, path, false);
		if (read.kind === 'text') notes.push(parseNote(path, read.text));
		else if (read.kind === 'unreadable' && read.code === 'note-unreadable')
			hidden ??= new Error(translate('cli.error.unreadable', { path, detail: read.detail }));
		await pause();
	}
	const index = createNoteIndex(notes, []);
	// It could be the home note, beside which nothing is written again.
	if (hidden && notesOfType(index, 'home').length === 0) throw hidden;
	return index;
}
