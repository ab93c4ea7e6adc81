import { TFile, TFolder, Vault } from 'obsidian';
import type { Plugin, TAbstractFile } from 'obsidian';
import { createNoteIndex, isNotePath, parseNote } from '../core/index';
import type { LiveNoteIndex, Note, NotePath } from '../core/index';
import type { SettingsStore } from './settings';
import { isInFolder } from './vault-folder';

/** The notes of our folder, indexed. Nothing is read before somebody asks. */
export interface VaultNotes {
	/** The index as the vault is now. */
	read(): Promise<LiveNoteIndex>;
	/** Puts in a text that is newer than the file, such as that of an open editor. */
	set(path: NotePath, text: string): Note;
	/** True for the notes that are ours to read and write. */
	contains(path: string): boolean;
}

/** How many files are read at the same time. */
const PARALLEL_READS = 32;

/**
 * Follows our folder. An event costs the entry of one path in a set; the note is read anew when it is next needed, so
 * typing costs nothing.
 */
export function createVaultNotes(plugin: Plugin, settings: SettingsStore): VaultNotes {
	const { vault, workspace } = plugin.app;
	const stale = new Set<string>();
	let index: LiveNoteIndex | undefined;
	let last: Promise<unknown> = Promise.resolve();

	const contains = (path: string): boolean =>
		isNotePath(path) && isInFolder(path, settings.folder());
	const forget = (): void => {
		index = undefined;
		stale.clear();
	};
	const start = (): LiveNoteIndex => {
		stale.clear();
		for (const path of pathsIn(vault, settings.folder())) stale.add(path);
		return createNoteIndex();
	};
	const bringIn = async (target: LiveNoteIndex): Promise<void> => {
		while (stale.size > 0 && target === index) {
			const batch = [...stale].slice(0, PARALLEL_READS);
			for (const path of batch) stale.delete(path);
			const texts = await Promise.all(batch.map(path => readText(vault, path)));
			batch.forEach((path, i) => {
				update(target, path, texts[i]);
			});
		}
	};
	const follow = (file: TAbstractFile, oldPath?: string): void => {
		if (oldPath !== undefined && isMovedFolder(settings.folder(), oldPath)) {
			const rest = settings.folder().slice(oldPath.length);
			void settings.setFolder(`${file.path}${rest}`);
		} else if (index && file instanceof TFolder && oldPath !== undefined) {
			forget();
		} else if (index) {
			for (const path of [file.path, oldPath ?? file.path]) {
				if (isInFolder(path, settings.folder())) stale.add(path);
			}
		}
	};

	settings.onFolderChange(forget);
	whenReady(plugin, () => {
		plugin.registerEvent(vault.on('create', file => follow(file)));
		plugin.registerEvent(vault.on('modify', file => follow(file)));
		plugin.registerEvent(
			vault.on('delete', file => (file instanceof TFolder ? forget() : follow(file))),
		);
		plugin.registerEvent(vault.on('rename', follow));
	});
	plugin.register(forget);

	const readNow = async (): Promise<LiveNoteIndex> => {
		await new Promise<void>(resolve => workspace.onLayoutReady(resolve));
		for (;;) {
			index ??= start();
			const current = index;
			await bringIn(current);
			// Another folder may have been chosen meanwhile.
			if (current === index) return current;
		}
	};
	return {
		contains,
		read() {
			// One after the other: two readers must not bring in the same note with different texts.
			const next = last.catch(() => undefined).then(readNow);
			last = next;
			return next;
		},
		set(path, text) {
			const note = parseNote(path, text);
			index?.set(note);
			return note;
		},
	};
}

function whenReady(plugin: Plugin, start: () => void): void {
	let unloaded = false;
	plugin.register(() => {
		unloaded = true;
	});
	plugin.app.workspace.onLayoutReady(() => {
		if (!unloaded) start();
	});
}

function isMovedFolder(folder: string, oldPath: string): boolean {
	return folder === oldPath || folder.startsWith(`${oldPath}/`);
}

function pathsIn(vault: Vault, folder: string): string[] {
	const root = folder === '' ? vault.getRoot() : vault.getFolderByPath(folder);
	const paths: string[] = [];
	if (root) {
		Vault.recurseChildren(root, file => {
			if (file instanceof TFile) paths.push(file.path);
		});
	}
	return paths;
}

/** The text of a note, empty for any other file; undefined when it is gone. */
async function readText(vault: Vault, path: string): Promise<string | undefined> {
	const file = vault.getFileByPath(path);
	if (!file) return undefined;
	if (!isNotePath(path)) return '';
	return vault.cachedRead(file).catch(() => undefined);
}

function update(index: LiveNoteIndex, path: string, text: string | undefined): void {
	if (isNotePath(path)) {
		if (text === undefined) index.remove(path);
		else if (index.find(path)?.text !== text) index.set(parseNote(path, text));
	} else if (text === undefined) index.removeFile(path);
	else index.addFile(path);
}
