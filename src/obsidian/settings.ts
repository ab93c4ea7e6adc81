import { BACKLINKS_TYPES } from '../core/index';
import type { BacklinksType } from '../core/index';
import { createSettingsFile } from './settings-file';
import type { SettingsData, SettingsStorage } from './settings-file';
import { isVisibleFolder, toFolder } from './vault-folder';

/** Which notes a command may give a backlinks region, as it is kept. */
export const BACKLINKS_CHOICES = ['technology,concept', 'technology', 'none'] as const;

/** Folder of the notes until the reader chooses another one. */
const DEFAULT_FOLDER = 'Stackbook';

/** As much is shown of a name that is none. */
const LONGEST_NAME = 60;

/** What a device keeps of the settings for the time in which they cannot be read. */
export interface SettingsMemory {
	/** The folder that was used last; undefined before the first one. */
	lastFolder(): string | undefined;
	keepFolder(folder: string): void;
	/** Told of a name in the settings that cannot be our folder. */
	refused(name: string, used: string): void;
	/** Told why a choice could not be saved; undefined where what stands in `data.json` cannot be read. */
	notSaved(detail: string | undefined): void;
}

/**
 * The settings that all devices share. Only a choice of the reader is ever saved, into what stands in `data.json` at that
 * moment, and never over something that cannot be read: a sync tool may be writing it.
 */
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
	 * Reads `data.json`; nothing is ever written by that. While a sync tool writes it, it may be torn, or away for a moment:
	 * the folder that was used last stays, or the notes of a reader would be gone.
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
	const file = createSettingsFile(storage, detail => memory.notSaved(detail));
	let folder = memory.lastFolder() ?? DEFAULT_FOLDER;
	const listeners: (() => void)[] = [];
	const use = (next: string): void => {
		memory.keepFolder(next);
		if (next === folder) return;
		folder = next;
		for (const listener of listeners) listener();
	};
	// Read while the file is away, the folder that was used last would be forgotten by the first choice.
	const save = (choice: SettingsData): Promise<void> =>
		file.save(choice, folder === DEFAULT_FOLDER ? {} : { folder });
	return {
		folder: () => folder,
		async setFolder(name) {
			const next = toFolder(name);
			if (next === folder || !isVisibleFolder(next)) return;
			use(next);
			await save({ folder });
		},
		automaticRefresh: () => file.data().automaticRefresh !== false,
		setAutomaticRefresh: isOn => save({ automaticRefresh: isOn }),
		backlinksChoice: () => backlinksIn(file.data()),
		backlinksTypes: () => {
			const types: readonly string[] = backlinksIn(file.data()).split(',');
			return BACKLINKS_TYPES.filter(type => types.includes(type));
		},
		setBacklinksChoice: choice => save({ backlinks: choice }),
		async reload() {
			if (!(await file.reload())) return;
			const { folder: named = DEFAULT_FOLDER } = file.data();
			const wanted = typeof named === 'string' ? toFolder(named) : undefined;
			if (wanted !== undefined && isVisibleFolder(wanted)) use(wanted);
			else memory.refused(wanted ?? JSON.stringify(named).slice(0, LONGEST_NAME), folder);
		},
		onFolderChange: listener => void listeners.push(listener),
	};
}

function backlinksIn({ backlinks }: SettingsData): string {
	return BACKLINKS_CHOICES.find(choice => choice === backlinks) ?? BACKLINKS_CHOICES[0];
}
