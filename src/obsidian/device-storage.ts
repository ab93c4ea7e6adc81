import type { App } from 'obsidian';

/** What this device keeps for itself; when its storage takes no more, at least for as long as the app is open. */
export interface DeviceStorage {
	/** Null if there is nothing. */
	load(key: string): unknown;
	/** Null takes it away. */
	save(key: string, value: unknown): void;
}

/**
 * The device's own storage, which may be full.
 *
 * @param tell hears of the first failure, and of no other: one sentence is enough
 */
export function createDeviceStorage(app: App, tell: (error: unknown) => void): DeviceStorage {
	const unsaved = new Map<string, unknown>();
	let isTold = false;
	return {
		load(key) {
			const kept: unknown = app.loadLocalStorage(key);
			return unsaved.has(key) ? unsaved.get(key) : kept;
		},
		save(key, value) {
			unsaved.set(key, value);
			// What did not fit before may fit now.
			for (const [name, waiting] of [...unsaved]) {
				try {
					app.saveLocalStorage(name, waiting);
					unsaved.delete(name);
				} catch (error) {
					if (!isTold) tell(error);
					isTold = true;
				}
			}
		},
	};
}
