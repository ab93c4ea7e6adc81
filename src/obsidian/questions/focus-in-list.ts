/** What the arrow keys walk through. */
const STOPS = '.stackbook-fold, .stackbook-question-go';

/** Moves the focus by a key of the keyboard, from the first line up to what is above; true if the key meant something. */
export function moveFocus(list: HTMLElement, key: string, above: HTMLElement): boolean {
	const stops = [...list.querySelectorAll<HTMLElement>(STOPS)];
	const { activeElement } = list.ownerDocument;
	const line = activeElement?.closest('[data-key]');
	const at = stops.findIndex(stop => stop.closest('[data-key]') === line);
	switch (key) {
		case 'ArrowDown':
			return focus(stops[at + 1]);
		case 'ArrowUp':
			return focus(at === 0 ? above : stops[at - 1]);
		case 'Home':
			return focus(stops[0]);
		case 'End':
			return focus(stops.at(-1));
		case 'ArrowRight':
			return fold(stops[at], 'false');
		case 'ArrowLeft':
			return fold(stops[at], 'true');
		default:
			return false;
	}
}

/** Moves the focus to the first line; false if there is none. */
export function enterList(list: HTMLElement): boolean {
	return focus(list.querySelector<HTMLElement>(STOPS) ?? undefined);
}

function focus(stop: HTMLElement | undefined): boolean {
	stop?.focus();
	return stop !== undefined;
}

function fold(stop: HTMLElement | undefined, expanded: string): boolean {
	if (stop?.getAttribute('aria-expanded') !== expanded) return false;
	stop.click();
	return true;
}

/** Draws, and gives the focus back to what it was on, or to what took its place. */
export function keepFocus(list: HTMLElement, draw: () => void): void {
	const focused = list.ownerDocument.activeElement;
	const line = focused?.closest<HTMLElement>('[data-key]');
	if (!focused || !line || !list.contains(focused)) {
		draw();
		return;
	}
	const lines = (): HTMLElement[] => [...list.querySelectorAll<HTMLElement>('[data-key]')];
	const at = lines().indexOf(line);
	const { key } = line.dataset;
	const action = focused.getAttribute('data-action');
	draw();
	if (focused.isConnected) return;
	const after = lines();
	const next = after.find(({ dataset }) => dataset.key === key) ?? after[at] ?? after.at(-1);
	const same = next?.querySelector<HTMLElement>(`[data-action="${action ?? ''}"]`);
	(same ?? next?.querySelector<HTMLElement>('button'))?.focus();
}
