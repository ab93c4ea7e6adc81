import type {
	SettingDefinition,
	SettingDefinitionAction,
	SettingDefinitionGroup,
	SettingDefinitionItem,
	SettingDefinitionList,
	SettingDefinitionPage,
} from 'obsidian';
import type { Setting as ObsidianSetting, SettingGroup as ObsidianSettingGroup } from 'obsidian';
import { drawControl } from './draw-control';
import { Setting, SettingGroup } from './setting';
import type { SettingTab } from './setting-tab';

/** What declared settings are drawn for. */
export interface DrawingContext {
	readonly tab: SettingTab;
	onCleanup(cleanup: () => void): void;
}

type Group = SettingDefinitionGroup | SettingDefinitionList;

function isTrue(condition: boolean | (() => boolean) | undefined, otherwise: boolean): boolean {
	return typeof condition === 'function' ? condition() : (condition ?? otherwise);
}

function isGroup(item: SettingDefinitionItem): item is Group {
	return 'type' in item && item.type !== 'page';
}

function isPage(item: SettingDefinitionItem): item is SettingDefinitionPage {
	return 'type' in item && item.type === 'page';
}

/** Draws declared settings; those outside a group share one without a heading. */
export function drawDefinitions(
	parent: HTMLElement,
	items: readonly SettingDefinitionItem[],
	context: DrawingContext,
): void {
	let open: SettingGroup | undefined;
	for (const item of items) {
		if (!isTrue(item.visible, true)) continue;
		if (isGroup(item)) {
			open = undefined;
			drawGroup(parent, item, context);
		} else {
			open ??= new SettingGroup(parent);
			drawItem(open, item, 0, context);
		}
	}
}

function drawGroup(parent: HTMLElement, group: Group, context: DrawingContext): void {
	const drawn = new SettingGroup(parent);
	if (group.heading) drawn.setHeading(group.heading);
	if (group.cls) drawn.addClass(...group.cls.split(/\s+/));
	for (const make of group.extraButtons ?? []) {
		drawn.addExtraButton(button => void Reflect.apply(make, undefined, [button]));
	}
	const items = (group.items ?? []).filter(item => isTrue(item.visible, true));
	const rows = items.map((item, index) => {
		const setting = drawItem(drawn, item, index, context);
		if ('onDelete' in group && group.onDelete) addDelete(setting, group.onDelete, index);
		return { item, setting };
	});
	const { search } = group;
	if (search) {
		drawn.addSearch(field =>
			field.setPlaceholder(search.placeholder ?? '').onChange(query => {
				for (const { item, setting } of rows) {
					const isShown = isPage(item) || item.searchable === false || search.match(item, query);
					setting.settingEl.toggle(isShown);
				}
			}),
		);
	}
	if (group.type === 'list') drawListParts(drawn, group, items.length === 0);
}

function drawListParts(drawn: SettingGroup, list: Group, isEmpty: boolean): void {
	if ('emptyState' in list && list.emptyState !== undefined && isEmpty) {
		drawn.listEl.createDiv('setting-list-empty').setText(list.emptyState);
	}
	const add = 'addItem' in list ? list.addItem : undefined;
	if (!add) return;
	drawn.addExtraButton(button =>
		button
			.setIcon('plus')
			.setTooltip(add.name)
			.onClick(() => add.action(button.extraSettingsEl)),
	);
}

function addDelete(setting: Setting, onDelete: (index: number) => void, index: number): void {
	setting.addExtraButton(button =>
		button
			.setIcon('trash')
			.setTooltip('Delete')
			.onClick(() => onDelete(index)),
	);
}

function drawItem(
	group: SettingGroup,
	item: SettingDefinition | SettingDefinitionPage,
	index: number,
	context: DrawingContext,
): Setting {
	const setting = new Setting(group.listEl).setName(item.name);
	if (item.desc !== undefined) setting.setDesc(item.desc);
	if (isPage(item)) drawPageLink(setting, item, context);
	else if (item.control) drawControl(setting, item.control, context.tab);
	else if (item.render) {
		const cleanup = item.render(
			setting as unknown as ObsidianSetting,
			group as unknown as ObsidianSettingGroup,
		);
		if (cleanup) context.onCleanup(cleanup);
	} else if ('action' in item) {
		const { action, disabled } = item as SettingDefinitionAction;
		setting.settingEl.addClass('mod-clickable');
		setting.setDisabled(isTrue(disabled, false));
		setting.settingEl.addEventListener('click', () => {
			if (!isTrue(disabled, false)) action(setting.settingEl, index);
		});
	}
	return setting;
}

function drawPageLink(
	setting: Setting,
	page: SettingDefinitionPage,
	context: DrawingContext,
): void {
	const { displayValue, status } = page;
	const shown = typeof displayValue === 'function' ? displayValue() : displayValue;
	if (shown) setting.addDisplayValue(value => value.setValue(shown));
	const now = typeof status === 'function' ? status() : status;
	setting.settingEl.toggleClass('mod-warning', now === 'warning');
	setting.settingEl.addClass('mod-clickable', 'mod-page');
	setting.settingEl.addEventListener('click', () => openPage(page, context));
}

function openPage(page: SettingDefinitionPage, context: DrawingContext): void {
	const { containerEl } = context.tab;
	containerEl.empty();
	const bar = containerEl.createDiv('setting-page-titlebar');
	const back = bar.createEl('button', { text: '‹', attr: { 'aria-label': 'Back' } });
	bar.createSpan({ text: page.name });
	back.addEventListener('click', () => context.tab.update());
	const custom = page.page?.();
	if (custom) {
		containerEl.append(custom.containerEl);
		custom.display();
		context.onCleanup(() => custom.hide());
	} else drawDefinitions(containerEl.createDiv('setting-page-content'), page.items ?? [], context);
}
