import { ButtonComponent } from './button-component';
import {
	DropdownComponent,
	ExtraButtonComponent,
	MomentFormatComponent,
	SearchComponent,
	TextAreaComponent,
	TextComponent,
	ToggleComponent,
} from './components';
import type { BaseComponent } from './components';
import {
	ColorComponent,
	DisplayValueComponent,
	ProgressBarComponent,
	SliderComponent,
} from './number-components';

type Built<T> = (component: T) => unknown;

/** A row of settings: what it is called on the left, its controls on the right. */
export class Setting {
	readonly settingEl: HTMLElement;
	readonly infoEl: HTMLElement;
	readonly nameEl: HTMLElement;
	readonly descEl: HTMLElement;
	readonly controlEl: HTMLElement;
	errorEl: HTMLElement | null = null;
	components: BaseComponent[] = [];

	constructor(containerEl: HTMLElement) {
		this.settingEl = containerEl.createDiv('setting-item');
		this.infoEl = this.settingEl.createDiv('setting-item-info');
		this.nameEl = this.infoEl.createDiv('setting-item-name');
		this.descEl = this.infoEl.createDiv('setting-item-description');
		this.controlEl = this.settingEl.createDiv('setting-item-control');
	}

	setName(name: string | DocumentFragment): this {
		this.nameEl.setText(name);
		return this;
	}

	setDesc(description: string | DocumentFragment): this {
		this.descEl.setText(description);
		return this;
	}

	setClass(name: string): this {
		this.settingEl.addClass(name);
		return this;
	}

	setTooltip(tooltip: string): this {
		this.nameEl.setAttr('aria-label', tooltip);
		return this;
	}

	setHeading(): this {
		this.settingEl.addClass('setting-item-heading');
		return this;
	}

	setDisabled(disabled: boolean): this {
		this.settingEl.toggleClass('is-disabled', disabled);
		for (const component of this.components) component.setDisabled(disabled);
		return this;
	}

	setErrorMessage(message: string | null): this {
		this.errorEl?.remove();
		this.errorEl = message
			? this.infoEl.createDiv({ cls: 'setting-item-error', text: message })
			: null;
		this.settingEl.toggleClass('is-invalid', Boolean(message));
		return this;
	}

	addDisplayValue(callback: Built<DisplayValueComponent>): this {
		callback(new DisplayValueComponent(this.controlEl));
		return this;
	}

	addComponent<T extends BaseComponent>(make: (element: HTMLElement) => T): this {
		this.components.push(make(this.controlEl));
		return this;
	}

	addButton(callback: Built<ButtonComponent>): this {
		return this.add(ButtonComponent, callback);
	}

	addExtraButton(callback: Built<ExtraButtonComponent>): this {
		return this.add(ExtraButtonComponent, callback);
	}

	addToggle(callback: Built<ToggleComponent>): this {
		this.settingEl.addClass('mod-toggle');
		return this.add(ToggleComponent, callback);
	}

	addText(callback: Built<TextComponent>): this {
		return this.add(TextComponent, callback);
	}

	addSearch(callback: Built<SearchComponent>): this {
		return this.add(SearchComponent, callback);
	}

	addTextArea(callback: Built<TextAreaComponent>): this {
		return this.add(TextAreaComponent, callback);
	}

	addMomentFormat(callback: Built<MomentFormatComponent>): this {
		return this.add(MomentFormatComponent, callback);
	}

	addDropdown(callback: Built<DropdownComponent>): this {
		return this.add(DropdownComponent, callback);
	}

	addColorPicker(callback: Built<ColorComponent>): this {
		return this.add(ColorComponent, callback);
	}

	addProgressBar(callback: Built<ProgressBarComponent>): this {
		return this.add(ProgressBarComponent, callback);
	}

	addSlider(callback: Built<SliderComponent>): this {
		return this.add(SliderComponent, callback);
	}

	then(callback: (setting: this) => unknown): this {
		callback(this);
		return this;
	}

	clear(): this {
		this.controlEl.empty();
		this.components = [];
		return this;
	}

	private add<T extends BaseComponent>(
		type: new (element: HTMLElement) => T,
		callback: Built<T>,
	): this {
		const component = new type(this.controlEl);
		this.components.push(component);
		callback(component);
		return this;
	}
}

/** Settings under a heading of their own. */
export class SettingGroup {
	readonly groupEl: HTMLElement;
	readonly listEl: HTMLElement;
	private readonly headingEl: HTMLElement;
	private readonly titleEl: HTMLElement;

	constructor(containerEl: HTMLElement) {
		this.groupEl = containerEl.createDiv('setting-group');
		this.headingEl = this.groupEl.createDiv('setting-item setting-item-heading');
		this.titleEl = this.headingEl.createDiv('setting-item-name');
		this.headingEl.hide();
		this.listEl = this.groupEl.createDiv('setting-items');
	}

	setHeading(text: string | DocumentFragment): this {
		this.titleEl.setText(text);
		this.headingEl.show();
		return this;
	}

	addClass(...names: string[]): this {
		this.groupEl.addClass(...names);
		return this;
	}

	addSetting(callback: (setting: Setting) => void): this {
		callback(new Setting(this.listEl));
		return this;
	}

	addSearch(callback: Built<SearchComponent>): this {
		const parent = createDiv('setting-group-search');
		this.headingEl.after(parent);
		callback(new SearchComponent(parent));
		return this;
	}

	addExtraButton(callback: Built<ExtraButtonComponent>): this {
		this.headingEl.show();
		callback(new ExtraButtonComponent(this.headingEl));
		return this;
	}
}
