import { PluginSettingTab } from 'obsidian';
import type { Plugin, SettingDefinitionItem } from 'obsidian';
import { deviceNameOf, setDeviceName } from './device-name';
import type { PluginContext } from './plugin-context';
import { BACKLINKS_CHOICES } from './settings';
import { isFolderName, isVisibleFolder, toFolder } from './vault-folder';

type SettingKey = 'folder' | 'backlinks' | 'device' | 'automaticRefresh';

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
				control: {
					type: 'folder',
					key: 'folder',
					includeRoot: true,
					validate: name => this.problemOfFolder(name),
				},
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
			{
				name: translate('plugin.setting.automatic-refresh'),
				desc: translate('plugin.setting.automatic-refresh-description'),
				control: { type: 'toggle', key: 'automaticRefresh' },
			},
		];
	}

	override getControlValue(key: string): unknown {
		if (key === 'device') return deviceNameOf(this.context.device);
		if (key === 'backlinks') return this.context.settings.backlinksChoice();
		if (key === 'automaticRefresh') return this.context.settings.automaticRefresh();
		return key === 'folder' ? this.context.settings.folder() : undefined;
	}

	/** A folder that is there already may have a name that we would not give to a new one. */
	private problemOfFolder(name: string): string | undefined {
		const folder = toFolder(name);
		const isThere = this.app.vault.getFolderByPath(folder) !== null;
		const isAllowed = isVisibleFolder(folder) && (isThere || isFolderName(folder));
		return isAllowed ? undefined : this.context.translate('plugin.install.invalid-folder');
	}

	override async setControlValue(key: string, value: unknown): Promise<void> {
		if (key === 'automaticRefresh' && typeof value === 'boolean') {
			await this.context.settings.setAutomaticRefresh(value);
		}
		if (typeof value !== 'string') return;
		if (key === 'device') setDeviceName(this.context.device, value);
		if (key === 'backlinks') await this.context.settings.setBacklinksChoice(value);
		if (key === 'folder' && this.problemOfFolder(value) === undefined) {
			await this.context.settings.setFolder(value);
		}
	}
}
