import { Component } from '../base/component';
import { PopoverSuggest } from './input-suggest';

/** Suggestions in the editor: can be made, are never shown. */
export abstract class EditorSuggest<T> extends PopoverSuggest<T> {
	context: unknown = null;
	limit = 100;

	setInstructions(_instructions: unknown): void {
		return;
	}
}

/** A window that opens on hover: can be made, is never shown. */
export class HoverPopover extends Component {
	readonly hoverEl = createDiv('popover hover-popover');
	state = 0;

	constructor(
		readonly parent: unknown,
		readonly targetEl: HTMLElement | null,
	) {
		super();
	}
}
