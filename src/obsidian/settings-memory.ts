import { Notice } from 'obsidian';
import type { App } from 'obsidian';
import type { Translate } from '../i18n/index';
import type { SettingsMemory } from './settings';

const KEY = 'stackbook-folder';

/** Keeps the folder in the device's own storage, which no sync tool touches, and tells of a bad one on the screen. */
export function memoryOf(app: App, translate: Translate): SettingsMemory {
	const lastFolder = (): string | undefined => {
		const kept: unknown = app.loadLocalStorage(KEY);
		return typeof kept === 'string' ? kept : undefined;
	};
	return {
		lastFolder,
		keepFolder: folder => {
			if (folder !== lastFolder()) app.saveLocalStorage(KEY, folder);
		},
		refused: (folder, used) => {
			const names = { folder, used: used === '' ? '/' : used };
			new Notice(translate('plugin.setting.folder-refused', names));
		},
	};
}
