import type { Scope } from './keymap';

interface Drawing<T> {
	draw(value: T, element: HTMLElement): void;
	choose(value: T, event: MouseEvent | KeyboardEvent): void;
}

/** Suggestions of which one is chosen by a click or with the keys. */
export class SuggestionList<T> {
	private values: readonly T[] = [];
	private items: HTMLElement[] = [];
	private active = 0;

	constructor(
		private readonly containerEl: HTMLElement,
		private readonly drawing: Drawing<T>,
	) {}

	show(values: readonly T[]): void {
		this.containerEl.empty();
		this.values = values;
		this.items = values.map((value, index) => {
			const item = this.containerEl.createDiv('suggestion-item');
			this.drawing.draw(value, item);
			item.addEventListener('click', event => this.drawing.choose(value, event));
			item.addEventListener('mousemove', () => this.activate(index));
			// The field keeps the focus.
			item.addEventListener('mousedown', event => event.preventDefault());
			return item;
		});
		this.activate(0);
	}

	chooseActive(event: MouseEvent | KeyboardEvent): void {
		const value = this.values[this.active];
		if (value !== undefined) this.drawing.choose(value, event);
	}

	/** Takes the keys that move and choose. */
	listenTo(scope: Scope): void {
		const move = (by: number) => () => {
			if (this.items.length === 0) return undefined;
			this.activate((this.active + by + this.items.length) % this.items.length);
			return false;
		};
		scope.register([], 'ArrowDown', move(1));
		scope.register([], 'ArrowUp', move(-1));
		scope.register([], 'Enter', event => {
			this.chooseActive(event);
			return false;
		});
	}

	private activate(index: number): void {
		this.items[this.active]?.removeClass('is-selected');
		this.active = index;
		this.items[index]?.addClass('is-selected');
		this.items[index]?.scrollIntoView({ block: 'nearest' });
	}
}
