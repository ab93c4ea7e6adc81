import { extend } from './extend';

/** What the app adds to nodes, elements and fragments. */
export function installNodeMembers(): void {
	extend(Node.prototype, {
		detach(): void {
			this.parentNode?.removeChild(this);
		},
		empty(): void {
			while (this.lastChild) this.removeChild(this.lastChild);
		},
		insertAfter(node: Node, child: Node | null): Node {
			return this.insertBefore(node, child ? child.nextSibling : this.firstChild);
		},
		indexOf(other: Node): number {
			return Array.prototype.indexOf.call(this.childNodes, other);
		},
		setChildrenInPlace(children: Node[]): void {
			const kept = new Set(children);
			for (const child of Array.from(this.childNodes)) if (!kept.has(child)) child.detach();
			for (const child of children) this.appendChild(child);
		},
		appendText(text: string): void {
			this.appendChild(document.createTextNode(text));
		},
		instanceOf(type: new () => unknown): boolean {
			return this instanceof type;
		},
		get doc(): Document {
			return this.ownerDocument ?? document;
		},
		get win(): Window {
			return window;
		},
		get constructorWin(): Window {
			return window;
		},
	});
	installElementMembers();
	installHtmlMembers();
	for (const prototype of [Element.prototype, DocumentFragment.prototype]) {
		extend<ParentNode>(prototype, {
			find(selector: string): Element | null {
				return this.querySelector(selector);
			},
			findAll(selector: string): Element[] {
				return Array.from(this.querySelectorAll(selector));
			},
		});
	}
}

function installElementMembers(): void {
	extend(Element.prototype, {
		getText(): string {
			return this.textContent;
		},
		setText(text: string | DocumentFragment): void {
			if (typeof text === 'string') this.textContent = text;
			else this.replaceChildren(text);
		},
		addClass(...classes: string[]): void {
			this.classList.add(...classes.filter(Boolean));
		},
		addClasses(classes: string[]): void {
			this.classList.add(...classes.filter(Boolean));
		},
		removeClass(...classes: string[]): void {
			this.classList.remove(...classes);
		},
		removeClasses(classes: string[]): void {
			this.classList.remove(...classes);
		},
		toggleClass(classes: string | string[], value: boolean): void {
			for (const name of [classes].flat()) this.classList.toggle(name, Boolean(value));
		},
		hasClass(name: string): boolean {
			return this.classList.contains(name);
		},
		setAttr(name: string, value: string | number | boolean | null): void {
			if (value === null) this.removeAttribute(name);
			else this.setAttribute(name, String(value));
		},
		setAttrs(attributes: Record<string, string | number | boolean | null>): void {
			for (const [name, value] of Object.entries(attributes)) this.setAttr(name, value);
		},
		getAttr(name: string): string | null {
			return this.getAttribute(name);
		},
		matchParent(selector: string, last?: Element): Element | null {
			const found = this.closest(selector);
			return found && last && found.contains(last) && found !== last ? null : found;
		},
		getCssPropertyValue(property: string, pseudo?: string): string {
			return getComputedStyle(this, pseudo).getPropertyValue(property).trim();
		},
		isActiveElement(): boolean {
			return document.activeElement === this;
		},
		findAllSelf(selector: string): Element[] {
			const below = Array.from(this.querySelectorAll(selector));
			return this.matches(selector) ? [this, ...below] : below;
		},
	});
}

function installHtmlMembers(): void {
	extend(HTMLElement.prototype, {
		show(): void {
			this.style.display = '';
		},
		hide(): void {
			this.style.display = 'none';
		},
		toggle(show: boolean): void {
			this.style.display = show ? '' : 'none';
		},
		toggleVisibility(visible: boolean): void {
			this.style.visibility = visible ? '' : 'hidden';
		},
		isShown(): boolean {
			return this.isConnected && this.offsetParent !== null;
		},
		get innerWidth(): number {
			return innerSize(this, 'clientWidth', ['left', 'right']);
		},
		get innerHeight(): number {
			return innerSize(this, 'clientHeight', ['top', 'bottom']);
		},
	});
	for (const prototype of [HTMLElement.prototype, SVGElement.prototype]) {
		extend<ElementCSSInlineStyle>(prototype, {
			setCssStyles(styles: Partial<CSSStyleDeclaration>): void {
				Object.assign(this.style, styles);
			},
			setCssProps(properties: Record<string, string>): void {
				for (const [name, value] of Object.entries(properties)) this.style.setProperty(name, value);
			},
		});
	}
}

function innerSize(
	element: HTMLElement,
	size: 'clientWidth' | 'clientHeight',
	sides: readonly string[],
): number {
	const style = getComputedStyle(element);
	const padding = sides.map(side => parseFloat(style.getPropertyValue(`padding-${side}`)) || 0);
	return element[size] - padding.reduce((sum, part) => sum + part, 0);
}
