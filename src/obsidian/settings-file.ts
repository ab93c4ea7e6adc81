import { describeError } from './apply-edits';

/** Where settings are kept: the plugin itself. */
export interface SettingsStorage {
	loadData(): Promise<unknown>;
	saveData(data: unknown): Promise<void>;
}

/** What stands in `data.json`. */
export type SettingsData = Readonly<Record<string, unknown>>;

/** What is known of `data.json`, and the reader's choices on their way into it. */
export interface SettingsFile {
	/** What was read last, with the choices made since. */
	data(): SettingsData;
	/** Answers whether there were settings; what is known stays where there were none. */
	reload(): Promise<boolean>;
	/**
	 * Saves a choice into what stands there at that moment; never over something that cannot be read, for a sync tool may be
	 * writing it. A choice that could not be saved is told and holds, and goes along with the next one.
	 *
	 * @param unsaid what the file shall say where it and the choices do not
	 */
	save(choice: SettingsData, unsaid: SettingsData): Promise<void>;
}

/**
 * Knows nothing until it is reloaded.
 *
 * @param tell hears why a choice was not saved; undefined where what stands there cannot be read
 */
export function createSettingsFile(
	storage: SettingsStorage,
	tell: (detail: string | undefined) => void,
): SettingsFile {
	let known: SettingsData = {};
	let unsaved: SettingsData = {};
	let lastSave: Promise<void> = Promise.resolve();
	const write = async (unsaid: SettingsData): Promise<void> => {
		const standing = await read(storage);
		if (standing === 'damaged') {
			tell(undefined);
			return;
		}
		const written = unsaved;
		// What a newer version keeps there stays there, and so does what another device chose.
		const next = { ...unsaid, ...(standing === 'none' ? known : standing), ...written };
		await storage.saveData(next);
		if (written === unsaved) unsaved = {};
		known = { ...next, ...unsaved };
	};
	return {
		data: () => known,
		async reload() {
			const standing = await read(storage);
			if (standing === 'none' || standing === 'damaged') return false;
			known = { ...standing, ...unsaved };
			return true;
		},
		save(choice, unsaid) {
			known = { ...known, ...choice };
			unsaved = { ...unsaved, ...choice };
			lastSave = lastSave
				.then(() => write(unsaid))
				.catch((error: unknown) => tell(describeError(error)));
			return lastSave;
		},
	};
}

async function read(storage: SettingsStorage): Promise<SettingsData | 'none' | 'damaged'> {
	try {
		const raw = await storage.loadData();
		if (raw === null || raw === undefined) return 'none';
		return typeof raw === 'object' && !Array.isArray(raw) ? { ...raw } : 'damaged';
	} catch {
		return 'damaged';
	}
}
