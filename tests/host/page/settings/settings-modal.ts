import { Modal } from '../ui/modal';
import type { SettingTab } from './setting-tab';

/** The app's settings: the tabs of plugins, for the app has none of its own here. */
export class SettingsModal extends Modal {
	private readonly tabs: SettingTab[] = [];
	activeTab: SettingTab | null = null;

	override onOpen(): void {
		this.modalEl.addClass('mod-settings');
		this.draw();
	}

	override onClose(): void {
		this.activeTab?.hide();
		this.activeTab = null;
		this.contentEl.empty();
	}

	addSettingTab(tab: SettingTab): void {
		this.tabs.push(tab);
		// Definitions are also asked for when the tab is added: a search shall find them.
		tab.settingItems = tab.getSettingDefinitions();
	}

	removeSettingTab(tab: SettingTab): void {
		this.tabs.remove(tab);
		if (this.activeTab === tab) this.close();
	}

	openTabById(id: string): SettingTab | null {
		const tab = this.tabs.find(one => one.id === id);
		if (!tab) return null;
		this.open();
		this.openTab(tab);
		return tab;
	}

	/** Names of declared settings that a search for these words finds. */
	search(query: string): string[] {
		const wanted = query.toLowerCase();
		const names: string[] = [];
		const look = (items: SettingTab['settingItems']): void => {
			for (const item of items) {
				if ('items' in item && item.items) look(item.items);
				if (!('name' in item)) continue;
				const searchable: unknown = Reflect.get(item, 'searchable');
				const aliases: unknown = Reflect.get(item, 'aliases');
				const desc = typeof item.desc === 'string' ? item.desc : (item.desc?.textContent ?? '');
				const words = [
					item.name,
					desc,
					...(Array.isArray(aliases) ? aliases.map(String) : []),
				].join(' ');
				if (searchable !== false && words.toLowerCase().includes(wanted)) names.push(item.name);
			}
		};
		for (const tab of this.tabs) look(tab.settingItems);
		return names;
	}

	private draw(): void {
		this.contentEl.empty();
		const header = this.contentEl.createDiv('vertical-tab-header');
		this.contentEl.createDiv('vertical-tab-content-container');
		for (const tab of this.tabs) {
			const item = header.createDiv({ cls: 'vertical-tab-nav-item', text: tab.name });
			item.addEventListener('click', () => this.openTab(tab));
		}
	}

	private openTab(tab: SettingTab): void {
		if (this.activeTab !== tab) this.activeTab?.hide();
		this.activeTab = tab;
		const container = this.contentEl.querySelector('.vertical-tab-content-container');
		container?.replaceChildren(tab.containerEl);
		tab.show();
	}
}
