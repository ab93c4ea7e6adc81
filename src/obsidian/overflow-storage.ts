import type { App } from 'obsidian';

/** What the device's own storage had no room for, for as long as the app is open; a plugin that is switched off and on finds it. */
export interface OverflowStorage {
	/** All that is there; empty where nothing can be read. */
	readonly read: () => Map<string, unknown>;
	/** False if there is no room here either. */
	readonly save: (key: string, value: unknown) => boolean;
	readonly remove: (key: string) => void;
}

/** The window's session storage, which has room of its own. A phone opens one vault after the other in one window. */
export function createOverflowStorage(app: App): OverflowStorage {
	const prefix = `stackbook-overflow:${app.vault.getName()}:`;
	return {
		read: () => {
			const found = new Map<string, unknown>();
			attempt(({ sessionStorage: kept }) => {
				for (const name of Object.keys(kept)) {
					const text = name.startsWith(prefix) ? kept.getItem(name) : null;
					if (text !== null) found.set(name.slice(prefix.length), JSON.parse(text));
				}
			});
			return found;
		},
		save: (key, value) =>
			attempt(({ sessionStorage: kept }) =>
				kept.setItem(prefix + key, JSON.stringify(value ?? null)),
			),
		remove: key => void attempt(({ sessionStorage: kept }) => kept.removeItem(prefix + key)),
	};
}

/** A browser may refuse even the look at it. */
function attempt(work: (page: Window) => void): boolean {
	try {
		work(window);
		return true;
	} catch {
		return false;
	}
}
