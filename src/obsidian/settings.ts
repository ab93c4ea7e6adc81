import { BACKLINKS_TYPES } from '../core/index';
import type { BacklinksType } from '../core/index';
import { isVisibleFolder, toFolder } from './vault-folder';

/** Which notes a command may give a backlinks region, as it is kept. */
export const BACKLINKS_CHOICES = ['technology,concept', 'technology', 'none'] as const;

/** Folder of the notes until the reader chooses another one. */
const DEFAULT_FOLDER = 'Stackbook';

/** Where settings are kept: the plugin itself. */
export interface SettingsStorage {
	loadData(): Promise<unknown>;
	saveData(data: unknown): Promise<void>;
}

/** What a device keeps of the settings for the time in which they cannot be read. */
export interface SettingsMemory {
	/** The folder that was used last; undefined before the first one. */
	lastFolder(): string | undefined;
	keepFolder(folder: string): void;
	/** Told of a name in the settings that cannot be our folder. */
	refused(name: string, used: string): void;
}

/** The settings that all devices share. Only a choice of the reader is ever saved. */
export interface SettingsStore {
	/** Folder of our notes, empty for the whole vault. */
	folder(): string;
	/** Keeps the reader's choice; a name that leads out of the vault or into a hidden folder is none. */
	setFolder(folder: string): Promise<void>;
	/** True if regions follow the notes by themselves. */
	automaticRefresh(): boolean;
	/** Keeps the reader's choice. */
	setAutomaticRefresh(isOn: boolean): Promise<void>;
	/** Types of notes that a command may give a backlinks region. */
	backlinksTypes(): readonly BacklinksType[];
	/** One of BACKLINKS_CHOICES. */
	backlinksChoice(): string;
	setBacklinksChoice(choice: string): Promise<void>;
	/**
	 * Reads `data.json`; nothing is ever written by that. While a sync tool writes it, it may be torn: the folder that was
	 * used last stays, or the notes of a reader would be gone for the moment.
	 */
	reload(): Promise<void>;
	/** Tells whoever depends on the folder that it is another one. */
	onFolderChange(listener: () => void): void;
}

/** Makes a store with default settings; `reload` fills it. */
export function createSettingsStore(
	storage: SettingsStorage,
	memory: SettingsMemory,
): SettingsStore {
	let saved: Readonly<Record<string, unknown>> = {};
	let folder = memory.lastFolder() ?? DEFAULT_FOLDER;
	const listeners: (() => void)[] = [];
	const use = (next: string): void => {
		memory.keepFolder(next);
		if (next === folder) return;
		folder = next;
		for (const listener of listeners) listener();
	};
	const save = async (choice: Readonly<Record<string, unknown>>): Promise<void> => {
		// What a newer version keeps there stays there.
		saved = { ...saved, ...choice };
		await storage.saveData(saved);
	};
	return {
		folder: () => folder,
		async setFolder(name) {
			const next = toFolder(name);
			if (next === folder || !isVisibleFolder(next)) return;
			use(next);
			await save({ folder });
		},
		automaticRefresh: () => saved.automaticRefresh !== false,
		setAutomaticRefresh: isOn => save({ automaticRefresh: isOn }),
		backlinksChoice: () => backlinksIn(saved),
		backlinksTypes: () => {
			const types: readonly string[] = backlinksIn(saved).split(',');
			return BACKLINKS_TYPES.filter(type => types.includes(type));
		},
		setBacklinksChoice: choice => save({ backlinks: choice }),
		async reload() {
			const loaded = await storage.loadData().then(
				data => ({ data }),
				() => undefined,
			);
			if (!loaded) return;
			saved = asRecord(loaded.data);
			const wanted = folderIn(saved);
			if (isVisibleFolder(wanted)) use(wanted);
			else memory.refused(wanted, folder);
		},
		onFolderChange: listener => void listeners.push(listener),
	};
}

function asRecord(raw: unknown): Readonly<Record<string, unknown>> {
	return typeof raw === 'object' && raw !== null && !Array.isArray(raw) ? { ...raw } : {};
}

function folderIn({ folder }: Readonly<Record<string, unknown>>): string {
	return typeof folder === 'string' ? toFolder(folder) : DEFAULT_FOLDER;
}

function backlinksIn({ backlinks }: Readonly<Record<string, unknown>>): string {
	return BACKLINKS_CHOICES.find(choice => choice === backlinks) ?? BACKLINKS_CHOICES[0];
}
