import { Notice } from 'obsidian';
import type { Plugin } from 'obsidian';
import type { Translate } from '../i18n/index';
import type { SettingsMemory } from './settings';

const KEY = 'stackbook-folder';

/** Keeps the folder in the device's own storage, which no sync tool touches, and tells of a bad one on the screen. */
export function memoryOf({ app, manifest }: Plugin, translate: Translate): SettingsMemory {
	const path = `${manifest.dir ?? manifest.id}/data.json`;
	const lastFolder = (): string | undefined => {
		const kept: unknown = app.loadLocalStorage(KEY);
		return typeof kept === 'string' ? kept : undefined;
	};
	return {
		lastFolder,
		keepFolder: folder => {
			try {
				if (folder !== lastFolder()) app.saveLocalStorage(KEY, folder);
			} catch {
				// A device whose storage is full has no memory; the settings say it too.
			}
		},
		refused: (folder, used) => {
			const names = { folder, used: used === '' ? '/' : used };
			new Notice(translate('plugin.setting.folder-refused', names));
		},
		notSaved: detail => {
			const reason = detail ?? translate('plugin.setting.unreadable');
			new Notice(translate('plugin.setting.not-saved', { path, detail: reason }));
		},
	};
}
