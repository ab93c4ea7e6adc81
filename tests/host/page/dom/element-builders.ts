import { noteNode } from '../leaks/plugin-nodes';
import { extend } from './extend';

const SVG = 'http://www.w3.org/2000/svg';

function fill(element: Element, info: DomElementInfo | SvgElementInfo): void {
	if (info.cls) element.addClasses([info.cls].flat().flatMap(split));
	if ('text' in info && info.text !== undefined) element.setText(info.text);
	if (info.attr) element.setAttrs(info.attr);
	for (const name of ['title', 'value', 'type', 'placeholder', 'href'] as const) {
		const value: unknown = Reflect.get(info, name);
		if (typeof value !== 'string') continue;
		// Only the property shows in a field that was made a moment ago.
		if (name === 'value') Reflect.set(element, name, value);
		else element.setAttribute(name, value);
	}
}

function split(classes: string): string[] {
	return classes.split(/\s+/).filter(Boolean);
}

function place(element: Element, parent: Node | undefined, prepend: boolean | undefined): void {
	if (!parent) return;
	if (prepend) parent.insertBefore(element, parent.firstChild);
	else parent.appendChild(element);
}

type Info = DomElementInfo | string | undefined;

function createEl(tag: string, info?: Info, callback?: (element: Element) => void): Element {
	const element = document.createElement(tag);
	noteNode(element);
	const given = typeof info === 'string' ? { cls: info } : (info ?? {});
	fill(element, given);
	callback?.(element);
	place(element, given.parent, given.prepend);
	return element;
}

function createSvg(
	tag: string,
	info?: SvgElementInfo | string,
	callback?: (element: Element) => void,
): Element {
	const element = document.createElementNS(SVG, tag);
	noteNode(element);
	const given = typeof info === 'string' ? { cls: info } : (info ?? {});
	fill(element, given);
	callback?.(element);
	place(element, given.parent, given.prepend);
	return element;
}

function below(info: Info, parent: Node): DomElementInfo {
	return { ...(typeof info === 'string' ? { cls: info } : info), parent };
}

type Callback = (element: Element) => void;

/** The global functions and the members of every node that make elements. */
export function installElementBuilders(): void {
	extend(Node.prototype, {
		createEl(tag: string, info?: Info, callback?: Callback): Element {
			return createEl(tag, below(info, this), callback);
		},
		createDiv(info?: Info, callback?: Callback): Element {
			return createEl('div', below(info, this), callback);
		},
		createSpan(info?: Info, callback?: Callback): Element {
			return createEl('span', below(info, this), callback);
		},
		createSvg(tag: string, info?: SvgElementInfo | string, callback?: Callback): Element {
			const given = typeof info === 'string' ? { cls: info } : info;
			return createSvg(tag, { ...given, parent: this }, callback);
		},
	});
	extend(window, {
		createEl,
		createDiv: (info?: Info, callback?: Callback) => createEl('div', info, callback),
		createSpan: (info?: Info, callback?: Callback) => createEl('span', info, callback),
		createSvg,
		createFragment(callback?: (fragment: DocumentFragment) => void): DocumentFragment {
			const fragment = document.createDocumentFragment();
			callback?.(fragment);
			return fragment;
		},
	});
}
