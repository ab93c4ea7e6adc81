import { TFile, TFolder, Vault } from 'obsidian';
import type { Plugin, TAbstractFile } from 'obsidian';
import { createNoteIndex, isNotePath, parseNote } from '../core/index';
import type { Diagnostic, LiveNoteIndex, Note, NoteIndex, NotePath } from '../core/index';
import { createChangeJournal } from './change-journal';
import { createChangeSignal } from './change-signal';
import { createGuestNotes } from './guest-notes';
import { nextTask } from './next-task';
import { readNoteText, textInEditor } from './note-text';
import type { NoteText, UnreadableNote } from './note-text';
import type { SettingsStore } from './settings';
import { isInFolder } from './vault-folder';

/** How many files are read at the same time. */
const PARALLEL_READS = 32;

/** How long notes are parsed before keys and taps get their turn, in milliseconds. */
const LONGEST_SLICE = 8;

/**
 * The notes of our folder, indexed. Nothing is read before somebody asks; after that an event costs the entry of one
 * path in a set, and the note is read anew when it is next needed, so that typing costs nothing.
 *
 * Of all other notes only those are read that are asked for by name, see GuestNotes.
 */
export class VaultNotes {
	private index: LiveNoteIndex | undefined;
	/** True when every note is in the index. */
	private isComplete = false;
	/** Files whose entry in the index may be older than they are. */
	private readonly stale = new Set<string>();
	/** Files that are being read. */
	private readonly reading = new Set<string>();
	/** Notes that somebody typed in: what their editor shows is newer than the file. */
	private readonly typed = new Set<string>();
	/** Notes that are there and cannot be read: known by name, so that what was made from them stays. */
	private readonly unreadableNotes = new Map<NotePath, UnreadableNote>();
	private readonly guests = createGuestNotes();
	private readonly signal = createChangeSignal();
	/** What changed in the index, for whoever follows it. */
	readonly changes = createChangeJournal();
	private lastRead: Promise<unknown> = Promise.resolve();

	constructor(
		private readonly plugin: Plugin,
		private readonly settings: SettingsStore,
	) {
		const forget = (): void => {
			this.index = undefined;
			this.isComplete = false;
			this.stale.clear();
			for (const path of this.guests.paths()) this.stale.add(path);
			this.unreadableNotes.clear();
			this.changes.lose();
			this.signal.announce();
		};
		settings.onFolderChange(forget);
		plugin.register(() => {
			forget();
			this.signal.stop();
		});
		// Before the layout is ready, every file of the vault is announced as created.
		whenReady(plugin, () => {
			const { vault, workspace } = plugin.app;
			const note = (file: TAbstractFile): void => this.noteChange(file.path);
			plugin.registerEvent(vault.on('create', note));
			plugin.registerEvent(vault.on('modify', note));
			plugin.registerEvent(
				workspace.on('editor-change', (_, { file }) => {
					if (file) this.noteTyping(file.path);
				}),
			);
			plugin.registerEvent(
				vault.on('delete', file => {
					if (file instanceof TFolder) forget();
					else note(file);
				}),
			);
			plugin.registerEvent(
				vault.on('rename', (file, oldPath) => {
					this.guests.rename(oldPath, file.path);
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
		return this.inTurn(() => this.readNow());
	}

	/**
	 * The index with these notes as they are now; others may be older or missing. One note is there long before all are.
	 * Those outside of our folder can be found in it from now on, by their path alone.
	 */
	readOnly(wanted: readonly NotePath[]): Promise<LiveNoteIndex> {
		const { vault } = this.plugin.app;
		const paths = wanted.map(path =>
			vault.getFileByPath(path) ? path : this.guests.placeOf(path),
		);
		for (const path of paths) this.invite(path);
		// What is known already must not wait until all other notes are.
		if (this.index && paths.every(path => this.isFresh(path))) return Promise.resolve(this.index);
		return this.inTurn(async () => {
			await this.whenLaidOut();
			const index = (this.index ??= this.start());
			await this.bringIn(
				index,
				paths.filter(path => this.stale.has(path)),
			);
			return index;
		});
	}

	/** The index as it was when it was last read, without reading anything; undefined until all of it was. */
	known(): NoteIndex | undefined {
		return this.isComplete ? this.index : undefined;
	}

	/** Notes that could not be read when the index was last read, as findings. */
	unreadable(): Diagnostic[] {
		return [...this.unreadableNotes].map(([path, { code, detail }]) => ({
			...{ code, path, params: { detail } },
			...{ severity: 'error', line: 1 },
		}));
	}

	/** Tells a moment after notes changed, once for many changes; the answer ends it. */
	onChange(listener: () => void): () => void {
		return this.signal.listen(listener);
	}

	/** Puts in a text that is newer than the file, such as that of an open editor. */
	set(path: NotePath, text: string): Note {
		const known = this.index?.find(path);
		// A note is planned on, written and read again: the same text is parsed once.
		if (known?.path === path && known.text === text) return known;
		const note = parseNote(path, text);
		if (this.index && this.contains(path)) {
			this.unreadableNotes.delete(path);
			this.changes.note(path, known);
			this.index.set(note);
			this.signal.announce();
		} else if (this.guests.has(path)) {
			this.guests.put(path, note);
			this.signal.announce();
		}
		return note;
	}

	private async readNow(): Promise<LiveNoteIndex> {
		await this.whenLaidOut();
		// A disk or a sync tool that did not give one away may do so now.
		for (const [path, { code }] of this.unreadableNotes) {
			if (code === 'note-unreadable') this.stale.add(path);
		}
		for (;;) {
			this.index ??= this.start();
			const { index } = this;
			while (this.stale.size > 0 && index === this.index) {
				await this.bringIn(index, [...this.stale].slice(0, PARALLEL_READS));
			}
			// Another folder may have been chosen meanwhile.
			if (index !== this.index) continue;
			this.isComplete = true;
			return index;
		}
	}

	/** One after the other: two readers must not bring in the same note with different texts. */
	private inTurn<T>(read: () => Promise<T>): Promise<T> {
		const next = this.lastRead.catch(() => undefined).then(read);
		this.lastRead = next;
		return next;
	}

	private whenLaidOut(): Promise<void> {
		const { workspace } = this.plugin.app;
		return new Promise(resolve => workspace.onLayoutReady(resolve));
	}

	private start(): LiveNoteIndex {
		const { vault } = this.plugin.app;
		const paths = pathsIn(vault, this.settings.folder());
		for (const path of paths) this.stale.add(path);
		// All names at once: no link has to be resolved anew when its note is read.
		const index = createNoteIndex([], paths);
		const guest = (path: NotePath): Note | undefined =>
			this.contains(path) ? undefined : this.guests.find(path);
		return { ...index, find: path => index.find(path) ?? guest(path) };
	}

	private async bringIn(index: LiveNoteIndex, paths: readonly string[]): Promise<void> {
		for (const path of paths) {
			this.stale.delete(path);
			this.reading.add(path);
		}
		const texts = await Promise.all(paths.map(path => this.newestText(path)));
		let started = performance.now();
		for (const [i, path] of paths.entries()) {
			this.update(index, path, texts[i] ?? { kind: 'gone' });
			this.reading.delete(path);
			if (performance.now() - started < LONGEST_SLICE) continue;
			await nextTask();
			started = performance.now();
		}
	}

	private isFresh(path: string): boolean {
		return !this.stale.has(path) && !this.reading.has(path);
	}

	private invite(path: NotePath): void {
		if (!isNotePath(path) || this.contains(path) || this.guests.has(path)) return;
		this.guests.put(path);
		this.stale.add(path);
		// Nobody listened while it was typed in.
		this.typed.add(path);
	}

	private noteChange(path: string): void {
		if (!isInFolder(path, this.settings.folder()) && !this.guests.has(path)) return;
		if (this.index) this.stale.add(path);
		this.signal.announce();
	}

	private noteTyping(path: string): void {
		if (!this.contains(path) && !this.guests.has(path)) return;
		this.typed.add(path);
		this.noteChange(path);
	}

	/** What stands in the editor if somebody typed there, else in the file. */
	private async newestText(path: string): Promise<NoteText> {
		const { app } = this.plugin;
		if (this.typed.has(path) && textInEditor(app, path) === undefined) this.typed.delete(path);
		return readNoteText(app, path, this.typed.has(path));
	}

	private update(index: LiveNoteIndex, path: string, read: NoteText): void {
		const known = index.find(path);
		if (read.kind === 'text' && known?.path === path && read.text === known.text) return;
		if (!isInFolder(path, this.settings.folder())) {
			this.guests.put(path, read.kind === 'text' ? parseNote(path, read.text) : undefined);
			return;
		}
		this.changes.note(path, known);
		if (read.kind === 'unreadable') this.unreadableNotes.set(path, read);
		else this.unreadableNotes.delete(path);
		if (!isNotePath(path)) {
			if (read.kind === 'gone') index.removeFile(path);
			else index.addFile(path);
		} else if (read.kind !== 'text') {
			index.remove(path);
			if (read.kind === 'unreadable') index.addFile(path);
		} else index.set(parseNote(path, read.text));
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
