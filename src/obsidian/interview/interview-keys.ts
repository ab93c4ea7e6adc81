import { Platform } from 'obsidian';
import { elementOf } from '../element-of';
import { PRIMARY } from './screen-button';

/** The part of a key press that decides what it does. */
export type KeyPress = Pick<
	KeyboardEvent,
	'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'isComposing' | 'target'
>;

/**
 * The key of an action, as buttons name it; undefined for a press that means something else.
 *
 * Letters and digits count only outside text fields, Enter only where it would not press what has the focus.
 */
export function keyOfPress(press: KeyPress, isMac: boolean = Platform.isMacOS): string | undefined {
	const { key, ctrlKey, metaKey, altKey, isComposing, target } = press;
	// While an input method composes Chinese, Enter and letters belong to it.
	if (isComposing || altKey) return undefined;
	const hasMod = isMac ? metaKey : ctrlKey;
	if (hasMod) return key === 'Enter' ? PRIMARY : undefined;
	if (ctrlKey || metaKey || isTextField(target)) return undefined;
	if (key === 'Enter') return isPressable(target) ? undefined : 'Enter';
	return key.length === 1 ? key.toUpperCase() : undefined;
}

function isTextField(target: EventTarget | null): boolean {
	const field = elementOf(target)?.closest('input, textarea, select, [contenteditable="true"]');
	return (
		field !== null && field !== undefined && !field.matches('[type="checkbox"], [type="radio"]')
	);
}

function isPressable(target: EventTarget | null): boolean {
	return Boolean(elementOf(target)?.closest('a, button, input, summary'));
}
