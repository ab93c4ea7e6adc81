import { Component } from '../base/component';
import { setIcon } from './icons';
import { Scope } from './keymap';

/** A line between groups of items. */
export class MenuSeparator {
	readonly dom = createDiv('menu-separator');
}

/** One choice of a menu. */
export class MenuItem {
	readonly dom = createDiv({ cls: 'menu-item tappable' });
	private readonly iconEl = this.dom.createDiv('menu-item-icon');
	private readonly titleEl = this.dom.createDiv('menu-item-title');
	private callback: ((event: MouseEvent | KeyboardEvent) => unknown) | undefined;
	section = '';

	constructor(private readonly menu: Menu) {
		this.dom.addEventListener('click', event => this.choose(event));
	}

	setTitle(title: string | DocumentFragment): this {
		this.titleEl.setText(title);
		return this;
	}

	setIcon(icon: string | null): this {
		setIcon(this.iconEl, icon ?? '');
		return this;
	}

	setChecked(checked: boolean | null): this {
		this.dom.toggleClass('mod-checked', checked === true);
		return this;
	}

	setDisabled(disabled: boolean): this {
		this.dom.toggleClass('is-disabled', disabled);
		return this;
	}

	setWarning(isWarning: boolean): this {
		this.dom.toggleClass('is-warning', isWarning);
		return this;
	}

	setIsLabel(isLabel: boolean): this {
		this.dom.toggleClass('is-label', isLabel);
		return this;
	}

	setSection(section: string): this {
		this.section = section;
		return this;
	}

	onClick(callback: (event: MouseEvent | KeyboardEvent) => unknown): this {
		this.callback = callback;
		return this;
	}

	get isChoosable(): boolean {
		return !this.dom.hasClass('is-disabled') && !this.dom.hasClass('is-label');
	}

	choose(event: MouseEvent | KeyboardEvent): void {
		if (!this.isChoosable) return;
		this.menu.hide();
		this.callback?.(event);
	}
}

/** Choices at the place of a click; a press elsewhere or Escape closes it. */
export class Menu extends Component {
	private readonly dom = createDiv('menu');
	private readonly scope = new Scope();
	private readonly items: (MenuItem | MenuSeparator)[] = [];
	private readonly hidden: (() => unknown)[] = [];
	private active: MenuItem | undefined;

	constructor() {
		super();
		this.scope.register([], 'Escape', () => {
			this.hide();
			return false;
		});
		this.scope.register([], 'ArrowDown', () => this.move(1));
		this.scope.register([], 'ArrowUp', () => this.move(-1));
		this.scope.register([], 'Enter', event => {
			this.active?.choose(event);
			return false;
		});
	}

	static forEvent(event: MouseEvent): Menu {
		const menu = new Menu();
		setTimeout(() => menu.showAtMouseEvent(event));
		return menu;
	}

	addItem(callback: (item: MenuItem) => unknown): this {
		const item = new MenuItem(this);
		this.items.push(item);
		callback(item);
		return this;
	}

	addSeparator(): this {
		this.items.push(new MenuSeparator());
		return this;
	}

	setNoIcon(): this {
		this.dom.addClass('mod-no-icon');
		return this;
	}

	/** There are no menus of a system here. */
	setUseNativeMenu(_useNativeMenu: boolean): this {
		return this;
	}

	setParentElement(_element: HTMLElement): this {
		return this;
	}

	showAtMouseEvent(event: MouseEvent): this {
		event.preventDefault();
		return this.showAtPosition({ x: event.clientX, y: event.clientY });
	}

	showAtPosition({ x, y }: { x: number; y: number }): this {
		if (this.dom.isConnected || this.items.length === 0) return this;
		this.load();
		this.dom.append(...this.items.map(({ dom }) => dom));
		document.body.append(this.dom);
		const { offsetWidth, offsetHeight } = this.dom;
		const left = Math.max(0, Math.min(x, window.innerWidth - offsetWidth));
		const top = Math.max(0, Math.min(y, window.innerHeight - offsetHeight));
		this.dom.setCssStyles({ left: `${left}px`, top: `${top}px` });
		window.app.keymap.pushScope(this.scope);
		this.registerDomEvent(
			document,
			'mousedown',
			({ target }) => {
				if (!(target instanceof Node) || !this.dom.contains(target)) this.hide();
			},
			true,
		);
		return this;
	}

	hide(): this {
		if (!this.dom.isConnected) return this;
		this.dom.detach();
		window.app.keymap.popScope(this.scope);
		this.unload();
		for (const callback of this.hidden) callback();
		return this;
	}

	close(): void {
		this.hide();
	}

	onHide(callback: () => unknown): void {
		this.hidden.push(callback);
	}

	private move(by: number): false {
		const items = this.items.filter(item => item instanceof MenuItem && item.isChoosable);
		const at = items.findIndex(item => item === this.active);
		const next =
			items[at < 0 ? (by > 0 ? 0 : items.length - 1) : (at + by + items.length) % items.length];
		this.active?.dom.removeClass('selected');
		if (next instanceof MenuItem) {
			this.active = next;
			next.dom.addClass('selected');
		}
		return false;
	}
}
