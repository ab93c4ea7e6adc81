import { Component } from 'obsidian';

/** What a key does while a part is on the screen; `Mod+Enter` is the primary action. */
type KeyActions = Map<string, () => void>;

/** Where a part of a screen is drawn. */
export interface PartPlace {
	readonly parent: HTMLElement;
	/** Loaded as long as the part is on the screen. */
	readonly component: Component;
	readonly keys: KeyActions;
}

/** Brings a drawn part up to date without drawing it anew. */
type UpdatePart<State> = (state: State) => void;

/** How a part is drawn. */
export interface PartDrawing<State> {
	/** Equal keys mean equal parts: what is on the screen stays, with its focus and its scroll position. */
	readonly key: string;
	readonly draw: (place: PartPlace) => UpdatePart<State> | undefined;
}

/** The parts of a screen, one below the other; each is drawn anew only when it shows something else. */
export interface ScreenParts<State> {
	/** Shows these parts in this order and no others. */
	show(drawings: readonly PartDrawing<State>[], state: State): void;
	/** What a key does now; the part that stands last is asked first. */
	actionOf(key: string): (() => void) | undefined;
	clear(): void;
}

interface Part<State> extends PartPlace {
	readonly key: string;
	readonly update: UpdatePart<State> | undefined;
}

/** Makes parts that live in an element and no longer than a component. */
export function createScreenParts<State>(root: HTMLElement, owner: Component): ScreenParts<State> {
	let parts: Part<State>[] = [];
	const remove = (part: Part<State>): void => {
		owner.removeChild(part.component);
		part.parent.remove();
	};
	const draw = ({ key, draw: drawPart }: PartDrawing<State>): Part<State> => {
		const component = owner.addChild(new Component());
		const place: PartPlace = {
			parent: root.createDiv({ cls: 'stackbook-part' }),
			component,
			keys: new Map(),
		};
		return { ...place, key, update: drawPart(place) };
	};
	return {
		show(drawings, state) {
			const wanted = new Set(drawings.map(({ key }) => key));
			const kept = parts.filter(({ key }) => wanted.has(key));
			parts.filter(part => !kept.includes(part)).forEach(remove);
			parts = drawings.map(drawing => kept.find(({ key }) => key === drawing.key) ?? draw(drawing));
			// Moving an element that stands right would cost it its focus.
			parts.forEach(({ parent }, i) => {
				if (root.children[i] !== parent) root.insertBefore(parent, root.children[i] ?? null);
			});
			for (const { update } of parts) update?.(state);
		},
		actionOf: key =>
			[...parts]
				.reverse()
				.find(({ keys }) => keys.has(key))
				?.keys.get(key),
		clear() {
			parts.forEach(remove);
			parts = [];
		},
	};
}
