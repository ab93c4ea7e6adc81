import type { SettingControl, TFile as ObsidianFile, TFolder as ObsidianFolder } from 'obsidian';
import type { TextComponent } from './components';
import type { TextAreaComponent } from './components';
import { PathSuggest } from './path-suggest';
import type { Setting } from './setting';
import type { SettingTab } from './setting-tab';

type Keep = (value: unknown) => Promise<void>;

/** Draws the control of a declared setting and keeps what is chosen. */
export function drawControl(setting: Setting, control: SettingControl, tab: SettingTab): void {
	const value = tab.getControlValue(control.key) ?? control.defaultValue;
	const check = async (candidate: unknown): Promise<string | undefined> => {
		const answer: unknown = await Reflect.apply(control.validate ?? (() => undefined), undefined, [
			candidate,
		]);
		return typeof answer === 'string' && answer !== '' ? answer : undefined;
	};
	const keep: Keep = async candidate => {
		const complaint = await check(candidate);
		setting.setErrorMessage(complaint ?? null);
		if (complaint === undefined) await tab.setControlValue(control.key, candidate);
	};
	addControl(setting, control, { value, keep, tab });
	const { disabled } = control;
	if (typeof disabled === 'function' ? disabled() : disabled) setting.setDisabled(true);
	void check(value).then(complaint => {
		// A setting has a `then` of its own: handed on, it would be waited for without end.
		setting.setErrorMessage(complaint ?? null);
	});
}

interface Bound {
	readonly value: unknown;
	readonly keep: Keep;
	readonly tab: SettingTab;
}

function addControl(setting: Setting, control: SettingControl, bound: Bound): void {
	const { value, keep } = bound;
	const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
	const bindText = (field: TextComponent | TextAreaComponent): void => {
		const hint: unknown = 'placeholder' in control ? control.placeholder : undefined;
		field.setPlaceholder(typeof hint === 'string' ? hint : '').setValue(text);
		field.onChange(entered => void keep(entered));
	};
	switch (control.type) {
		case 'toggle':
			setting.addToggle(toggle => toggle.setValue(value === true).onChange(on => void keep(on)));
			break;
		case 'dropdown':
			setting.addDropdown(list =>
				list
					.addOptions(control.options)
					.setValue(text)
					.onChange(chosen => void keep(chosen)),
			);
			break;
		case 'text':
			setting.addText(bindText);
			break;
		case 'textarea':
			setting.addTextArea(bindText);
			break;
		case 'number':
			setting.addText(field => bindNumber(field, control, bound));
			break;
		case 'slider':
			setting.addSlider(slider =>
				slider
					.setLimits(control.min, control.max, control.step)
					.setValue(Number(value ?? control.min))
					.onChange(chosen => void keep(chosen)),
			);
			break;
		case 'color':
			setting.addColorPicker(picker =>
				picker.setValue(text || '#000000').onChange(chosen => void keep(chosen)),
			);
			break;
		case 'file':
		case 'folder':
			setting.addText(field => {
				bindText(field);
				new PathSuggest(bound.tab.app, field.inputEl, () => pathsFor(control, bound.tab));
			});
			break;
	}
}

function bindNumber(
	field: TextComponent,
	control: SettingControl & { type: 'number' },
	{ value, keep }: Bound,
): void {
	const { min = null, max = null, step = null } = control;
	field.inputEl.type = 'number';
	field.inputEl.setAttrs({ min, max, step });
	field
		.setPlaceholder(control.placeholder ?? '')
		.setValue(typeof value === 'number' ? String(value) : '');
	field.onChange(entered => {
		const number = entered.trim() === '' ? NaN : Number(entered);
		void keep(Number.isNaN(number) ? (control.defaultValue ?? 0) : number);
	});
}

function pathsFor(
	control: SettingControl & { type: 'file' | 'folder' },
	{ app }: SettingTab,
): string[] {
	if (control.type === 'file') {
		const { filter } = control;
		return app.vault
			.getFiles()
			.filter(file => filter?.(file as unknown as ObsidianFile) ?? true)
			.map(({ path }) => path);
	}
	const { filter, includeRoot } = control;
	return app.vault
		.getAllFolders(includeRoot)
		.filter(folder => filter?.(folder as unknown as ObsidianFolder) ?? true)
		.map(({ path }) => path);
}
