import { PluginSettingTab } from 'obsidian';
import type { Plugin, SettingDefinitionItem } from 'obsidian';
import { deviceNameOf, setDeviceName } from './device-name';
import type { PluginContext } from './plugin-context';
import { BACKLINKS_CHOICES } from './settings';

type SettingKey = 'folder' | 'backlinks' | 'device';

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
				name: translate('plugin.setting.backlinks'),
				desc: translate('plugin.setting.backlinks-description'),
				control: {
					type: 'dropdown',
					key: 'backlinks',
					options: Object.fromEntries(
						BACKLINKS_CHOICES.map(choice => [
							choice,
							translate(`plugin.setting.backlinks.${choice}`),
						]),
					),
				},
			},
			{
				name: translate('plugin.setting.device'),
				desc: translate('plugin.setting.device-description'),
				control: { type: 'text', key: 'device' },
			},
		];
	}

	override getControlValue(key: string): unknown {
		if (key === 'device') return deviceNameOf(this.context.app);
		if (key === 'backlinks') return this.context.settings.backlinksChoice();
		return key === 'folder' ? this.context.settings.folder() : undefined;
	}

	override async setControlValue(key: string, value: unknown): Promise<void> {
		if (typeof value !== 'string') return;
		if (key === 'device') setDeviceName(this.context.app, value);
		if (key === 'backlinks') await this.context.settings.setBacklinksChoice(value);
		if (key === 'folder') await this.context.settings.setFolder(value);
	}
}
