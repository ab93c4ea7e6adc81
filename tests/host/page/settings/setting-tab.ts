import type { SettingDefinitionItem } from 'obsidian';
import type { App } from '../app';
import type { Plugin } from '../plugin/plugin';
import { drawDefinitions } from './draw-definitions';

/** A page of the settings. */
export abstract class SettingTab {
	id = '';
	name = '';
	icon = 'settings';
	readonly containerEl = createDiv('vertical-tab-content');
	settingItems: SettingDefinitionItem[] = [];
	/** Pages that were opened one from the other, innermost last. */
	private readonly cleanups: (() => void)[] = [];

	constructor(public app: App) {}

	getSettingDefinitions(): SettingDefinitionItem[] {
		return [];
	}

	update(): void {
		this.settingItems = this.getSettingDefinitions();
		if (this.containerEl.isConnected && this.settingItems.length > 0) this.drawDeclared();
	}

	getControlValue(_key: string): unknown {
		return undefined;
	}

	setControlValue(_key: string, _value: unknown): unknown {
		return undefined;
	}

	refreshDomState(): void {
		if (this.containerEl.isConnected && this.settingItems.length > 0) this.drawDeclared();
	}

	display(): void {
		return;
	}

	hide(): void {
		this.clean();
	}

	/** Shows what is declared; only a tab that declares nothing draws itself. */
	show(): void {
		this.settingItems = this.getSettingDefinitions();
		if (this.settingItems.length > 0) this.drawDeclared();
		else this.display();
	}

	private drawDeclared(): void {
		this.clean();
		this.containerEl.empty();
		drawDefinitions(this.containerEl, this.settingItems, {
			tab: this,
			onCleanup: cleanup => void this.cleanups.push(cleanup),
		});
	}

	private clean(): void {
		while (this.cleanups.length > 0) this.cleanups.pop()?.();
	}
}

/** The page of a plugin; its values are in the plugin's `settings` unless it says otherwise. */
export abstract class PluginSettingTab extends SettingTab {
	constructor(
		app: App,
		readonly plugin: Plugin,
	) {
		super(app);
		this.id = plugin.manifest.id;
		this.name = plugin.manifest.name;
	}

	override getControlValue(key: string): unknown {
		return asRecord(this.plugin.settings)[key];
	}

	override async setControlValue(key: string, value: unknown): Promise<void> {
		const settings = asRecord(this.plugin.settings);
		settings[key] = value;
		await this.plugin.saveData(settings);
	}
}

function asRecord(value: unknown): Record<string, unknown> {
	return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

/** A page below a tab that draws itself. */
export abstract class SettingPage {
	readonly rootEl = createDiv('setting-page');
	readonly titlebarEl = this.rootEl.createDiv('setting-page-titlebar');
	readonly containerEl = this.rootEl.createDiv('setting-page-content');
	title = '';

	abstract display(): void;

	hide(): void {
		return;
	}
}
