import { TFile, TFolder, Vault } from 'obsidian';
import type { Plugin, TAbstractFile } from 'obsidian';
import { createNoteIndex, isNotePath, parseNote } from '../core/index';
import type { LiveNoteIndex, Note, NotePath } from '../core/index';
import type { SettingsStore } from './settings';
import { isInFolder } from './vault-folder';

/** How many files are read at the same time. */
const PARALLEL_READS = 32;

/**
 * The notes of our folder, indexed. Nothing is read before somebody asks; after that an event costs the entry of one
 * path in a set, and the note is read anew when it is next needed, so that typing costs nothing.
 */
export class VaultNotes {
	private index: LiveNoteIndex | undefined;
	/** Files whose entry in the index may be older than they are. */
	private readonly stale = new Set<string>();
	private lastRead: Promise<unknown> = Promise.resolve();

	constructor(
		private readonly plugin: Plugin,
		private readonly settings: SettingsStore,
	) {
		const forget = (): void => {
			this.index = undefined;
			this.stale.clear();
		};
		settings.onFolderChange(forget);
		plugin.register(forget);
		// Before the layout is ready, every file of the vault is announced as created.
		whenReady(plugin, () => {
			const { vault } = plugin.app;
			const note = (file: TAbstractFile): void => this.noteChange(file.path);
			plugin.registerEvent(vault.on('create', note));
			plugin.registerEvent(vault.on('modify', note));
			plugin.registerEvent(
				vault.on('delete', file => {
					if (file instanceof TFolder) forget();
					else note(file);
				}),
			);
			plugin.registerEvent(
				vault.on('rename', (file, oldPath) => {
					this.noteChange(oldPath);
					note(file);
					if (file instanceof TFolder) forget();
					void this.followFolder(file, oldPath);
				}),
			);
		});
	}

	/** True for the notes that are ours to read and write. */
	contains(path: string): boolean {
		return isNotePath(path) && isInFolder(path, this.settings.folder());
	}

	/** The index as the vault is now. */
	read(): Promise<LiveNoteIndex> {
		// One after the other: two readers must not bring in the same note with different texts.
		const next = this.lastRead.catch(() => undefined).then(() => this.readNow());
		this.lastRead = next;
		return next;
	}

	/** Puts in a text that is newer than the file, such as that of an open editor. */
	set(path: NotePath, text: string): Note {
		const note = parseNote(path, text);
		if (this.contains(path)) this.index?.set(note);
		return note;
	}

	private async readNow(): Promise<LiveNoteIndex> {
		const { workspace } = this.plugin.app;
		await new Promise<void>(resolve => workspace.onLayoutReady(resolve));
		for (;;) {
			this.index ??= this.start();
			const { index } = this;
			await this.bringIn(index);
			// Another folder may have been chosen meanwhile.
			if (index === this.index) return index;
		}
	}

	private start(): LiveNoteIndex {
		const { vault } = this.plugin.app;
		for (const path of pathsIn(vault, this.settings.folder())) this.stale.add(path);
		return createNoteIndex();
	}

	private async bringIn(index: LiveNoteIndex): Promise<void> {
		const { vault } = this.plugin.app;
		while (this.stale.size > 0 && index === this.index) {
			const batch = [...this.stale].slice(0, PARALLEL_READS);
			for (const path of batch) this.stale.delete(path);
			const texts = await Promise.all(batch.map(path => readText(vault, path)));
			batch.forEach((path, i) => {
				update(index, path, texts[i]);
			});
		}
	}

	private noteChange(path: string): void {
		if (this.index && isInFolder(path, this.settings.folder())) this.stale.add(path);
	}

	/** Our folder, or one around it, got another name: it is still the folder that the reader chose. */
	private async followFolder(file: TAbstractFile, oldPath: string): Promise<void> {
		const folder = this.settings.folder();
		if (!(file instanceof TFolder) || !`${folder}/`.startsWith(`${oldPath}/`)) return;
		await this.settings.setFolder(`${file.path}${folder.slice(oldPath.length)}`);
	}
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
