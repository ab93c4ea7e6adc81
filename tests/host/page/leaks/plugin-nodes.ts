import { isCalledByPlugin } from './plugin-calls';

let nodes: WeakRef<Element>[] = [];

/** Remembers an element if the plugin made it. */
export function noteNode(element: Element): void {
	if (isCalledByPlugin()) nodes.push(new WeakRef(element));
}

/** Also remembers what is made without the app's own functions. */
export function watchNodes(): void {
	type Create = (this: Document, ...args: unknown[]) => Element;
	const create = Reflect.get(document, 'createElement') as Create;
	Object.assign(document, {
		createElement: function createElement(...args: unknown[]): Element {
			const element = create.apply(document, args);
			noteNode(element);
			return element;
		},
	});
}

/** Elements of the plugin that are still in the document; the outermost of each tree. */
export function remainingNodes(): Element[] {
	const alive = nodes.flatMap(ref => ref.deref() ?? []).filter(element => element.isConnected);
	nodes = alive.map(element => new WeakRef(element));
	const all = new Set(alive);
	return [...all].filter(element => !hasAncestorIn(element, all));
}

function hasAncestorIn(element: Element, all: ReadonlySet<Element>): boolean {
	for (let one = element.parentElement; one; one = one.parentElement) if (all.has(one)) return true;
	return false;
}
