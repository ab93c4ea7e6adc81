import { PluginSettingTab } from 'obsidian';
import type { Plugin, SettingDefinitionItem } from 'obsidian';
import { deviceNameOf, setDeviceName } from './device-name';
import type { PluginContext } from './plugin-context';

type SettingKey = 'folder' | 'device' | 'automaticRefresh';

/** The settings, declared: Obsidian draws them, finds them in its search and keeps them. */
export class StackbookSettingTab extends PluginSettingTab {
	constructor(
		plugin: Plugin,
		private readonly context: PluginContext,
	) {
		super(plugin.app, plugin);
	}

	override getSettingDefinitions(): SettingDefinitionItem<SettingKey>[] {
		const { translate } = this.context;
		return [
			{
				name: translate('plugin.setting.folder'),
				desc: translate('plugin.setting.folder-description'),
				control: { type: 'folder', key: 'folder', includeRoot: true },
			},
			{
				name: translate('plugin.setting.device'),
				desc: translate('plugin.setting.device-description'),
				control: { type: 'text', key: 'device' },
			},
			{
				name: translate('plugin.setting.automatic-refresh'),
				desc: translate('plugin.setting.automatic-refresh-description'),
				control: { type: 'toggle', key: 'automaticRefresh' },
			},
		];
	}

	override getControlValue(key: string): unknown {
		if (key === 'device') return deviceNameOf(this.context.app);
		if (key === 'automaticRefresh') return this.context.settings.automaticRefresh();
		return key === 'folder' ? this.context.settings.folder() : undefined;
	}

	override async setControlValue(key: string, value: unknown): Promise<void> {
		if (key === 'automaticRefresh' && typeof value === 'boolean') {
			await this.context.settings.setAutomaticRefresh(value);
		}
		if (typeof value !== 'string') return;
		if (key === 'device') setDeviceName(this.context.app, value);
		if (key === 'folder') await this.context.settings.setFolder(value);
	}
}
