/** A child as it should be; with the same key and signature, what is drawn already stays. */
export interface KeyedChild {
	readonly key: string;
	/** Everything that its drawing shows. */
	readonly signature: string;
	readonly draw: () => HTMLElement;
	/** Brings what is drawn up to date in place; without it, it is drawn anew. */
	readonly update?: (element: HTMLElement) => void;
}

/** Shows children in a parent; elements that did not change are neither made anew nor moved, so focus stays. */
export type ShowChildren = (children: readonly KeyedChild[]) => void;

/** Takes over the children of a parent. */
export function createKeyedChildren(parent: HTMLElement): ShowChildren {
	let drawn = new Map<string, { element: HTMLElement; signature: string }>();
	return children => {
		const next = new Map<string, { element: HTMLElement; signature: string }>();
		for (const { key, signature, draw, update } of children) {
			const before = drawn.get(key);
			const isSame = before !== undefined && (before.signature === signature || update);
			if (isSame && before.signature !== signature) update?.(before.element);
			next.set(key, { element: isSame ? before.element : draw(), signature });
		}
		for (const [key, { element }] of drawn) {
			if (next.get(key)?.element !== element) element.remove();
		}
		let place = parent.firstElementChild;
		for (const { element } of next.values()) {
			if (place === element) place = place.nextElementSibling;
			else parent.insertBefore(element, place);
		}
		drawn = next;
	};
}
