import type { App } from 'obsidian';
import { createOverflowStorage } from './overflow-storage';

/** What this device keeps for itself; when its storage takes no more, at least for as long as the app is open. */
export interface DeviceStorage {
	/** Null if there is nothing. */
	load(key: string): unknown;
	/** Null takes it away. */
	save(key: string, value: unknown): void;
}

/** How long something is there that the device did not take. */
export type UnsavedLife = 'app' | 'plugin';

/**
 * The device's own storage, which may be full.
 *
 * @param tell hears of the first failure, and of one that makes less of what was told; one sentence is enough
 */
export function createDeviceStorage(
	app: App,
	tell: (error: unknown, life: UnsavedLife) => void,
): DeviceStorage {
	const overflow = createOverflowStorage(app);
	let unsaved: Map<string, unknown> | undefined;
	let told: UnsavedLife | undefined;
	const waiting = (): Map<string, unknown> => (unsaved ??= overflow.read());
	return {
		load(key) {
			const kept: unknown = app.loadLocalStorage(key);
			return waiting().has(key) ? waiting().get(key) : kept;
		},
		save(key, value) {
			waiting().set(key, value);
			// What did not fit before may fit now.
			for (const [name, unkept] of [...waiting()]) {
				try {
					app.saveLocalStorage(name, unkept);
					waiting().delete(name);
					overflow.remove(name);
				} catch (error) {
					const life = overflow.save(name, unkept) ? 'app' : 'plugin';
					if (told !== 'plugin' && told !== life) tell(error, life);
					told = told === 'plugin' ? told : life;
				}
			}
		},
	};
}
