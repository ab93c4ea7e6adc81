import { Platform } from 'obsidian';
import type { PartPlace } from './screen-parts';

/** The key of the primary action of a screen. */
export const PRIMARY = 'Mod+Enter';

/** A button of a screen. */
export interface ScreenButton {
	readonly text: string;
	readonly onClick: () => void;
	/** Letter that does the same while nobody types. */
	readonly key?: string;
	/** `Mod+Enter` does it too. */
	readonly isPrimary?: boolean;
}

/** Adds a button whose key stands on it where there is a keyboard. */
export function addScreenButton(
	{ component, keys }: PartPlace,
	parent: HTMLElement,
	{ text, onClick, key, isPrimary = false }: ScreenButton,
): HTMLButtonElement {
	const button = parent.createEl('button', {
		cls: isPrimary ? 'stackbook-button mod-cta' : 'stackbook-button',
		attr: { type: 'button' },
	});
	button.createSpan({ text });
	const press = (): void => {
		if (!button.disabled) onClick();
	};
	component.registerDomEvent(button, 'click', press);
	if (isPrimary) keys.set(PRIMARY, press);
	if (key !== undefined) keys.set(key, press);
	const shown = key ?? (isPrimary ? PRIMARY : undefined);
	if (shown !== undefined) showKey(button, shown);
	return button;
}

/** Shows the key of a control on it; on a phone there is none. */
export function showKey(control: HTMLElement, key: string): void {
	if (Platform.isMobile) return;
	control.setAttribute(
		'aria-keyshortcuts',
		key.replace('Mod', Platform.isMacOS ? 'Meta' : 'Control'),
	);
	control.createEl('kbd', {
		cls: 'stackbook-key',
		text: key.replace('Mod+', Platform.isMacOS ? '⌘' : 'Ctrl+'),
		attr: { 'aria-hidden': 'true' },
	});
}

/** A row of buttons that wraps where it is narrow. */
export function addButtonRow(parent: HTMLElement): HTMLElement {
	return parent.createDiv({ cls: 'stackbook-buttons' });
}
