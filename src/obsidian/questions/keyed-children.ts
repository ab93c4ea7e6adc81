/** A child as it should be; with the same key and signature, what is drawn already stays. */
export interface KeyedChild {
	readonly key: string;
	/** Everything that its drawing shows. */
	readonly signature: string;
	readonly draw: () => HTMLElement;
	/** Brings what is drawn up to date in place; without it, it is drawn anew. */
	readonly update?: (element: HTMLElement) => void;
}

/** How much may be drawn at a time. */
export interface DrawingBudget {
	/** So many elements may still be made. */
	left: number;
	/** True once something had to be left for the next time. */
	isShort: boolean;
}

/**
 * Shows children in a parent; elements that did not change are neither made anew nor moved, so focus stays. What the
 * budget does not allow is left out, or stays as it was, until the next time.
 */
export type ShowChildren = (children: readonly KeyedChild[], budget: DrawingBudget) => void;

/** Takes over the children of a parent. */
export function createKeyedChildren(parent: HTMLElement): ShowChildren {
	let drawn = new Map<string, Drawn>();
	return (children, budget) => {
		const next = new Map<string, Drawn>();
		for (const child of children) {
			const now = bringUpToDate(child, drawn.get(child.key), budget);
			if (now) next.set(child.key, now);
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

interface Drawn {
	readonly element: HTMLElement;
	readonly signature: string;
}

function bringUpToDate(
	{ signature, draw, update }: KeyedChild,
	before: Drawn | undefined,
	budget: DrawingBudget,
): Drawn | undefined {
	if (before?.signature === signature) return before;
	if (before && update) {
		update(before.element);
		return { element: before.element, signature };
	}
	if (budget.left <= 0) {
		budget.isShort = true;
		return before;
	}
	budget.left--;
	return { element: draw(), signature };
}
