import { toFolder } from './vault-folder';

/** Folder of the notes until the reader chooses another one. */
const DEFAULT_FOLDER = 'Stackbook';

/** Where settings are kept: the plugin itself. */
export interface SettingsStorage {
	loadData(): Promise<unknown>;
	saveData(data: unknown): Promise<void>;
}

/** The settings that all devices share. Only a choice of the reader is ever saved. */
export interface SettingsStore {
	/** Folder of our notes, empty for the whole vault. */
	folder(): string;
	/** Keeps the reader's choice. */
	setFolder(folder: string): Promise<void>;
	/** True if regions follow the notes by themselves. */
	automaticRefresh(): boolean;
	/** Keeps the reader's choice. */
	setAutomaticRefresh(isOn: boolean): Promise<void>;
	/** Reads `data.json`; while a sync tool moves it, it may be missing or torn, and then nothing is written. */
	reload(): Promise<void>;
	/** Tells whoever depends on the folder that it is another one. */
	onFolderChange(listener: () => void): void;
}

/** Makes a store with default settings; `reload` fills it. */
export function createSettingsStore(storage: SettingsStorage): SettingsStore {
	let saved: Readonly<Record<string, unknown>> = {};
	let folder = DEFAULT_FOLDER;
	const listeners: (() => void)[] = [];
	const use = (next: string): void => {
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
			if (next === folder) return;
			use(next);
			await save({ folder });
		},
		automaticRefresh: () => saved.automaticRefresh !== false,
		setAutomaticRefresh: isOn => save({ automaticRefresh: isOn }),
		async reload() {
			saved = asRecord(await storage.loadData().catch(() => undefined));
			use(folderIn(saved));
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
