import type { App } from 'obsidian';
import type { Translate } from '../i18n/index';
import type { VaultWriter } from './apply-edits';
import type { DeviceStorage } from './device-storage';
import type { CurrentInterview } from './interview/current-interview';
import type { ModalHost } from './modal-host';
import type { SettingsStore } from './settings';
import type { VaultNotes } from './vault-notes';

/** What a command works with; made once when the plugin loads. */
export interface PluginContext {
	readonly app: App;
	/** Version of the plugin, and release of the notes that it carries. */
	readonly version: string;
	readonly translate: Translate;
	readonly settings: SettingsStore;
	readonly notes: VaultNotes;
	readonly writer: VaultWriter;
	readonly modals: ModalHost;
	readonly device: DeviceStorage;
	/** One for all panes that show it. */
	readonly interview: CurrentInterview;
}
