/** The element that an event came to. Not by `instanceof`: a view in a window of its own has other classes. */
export function elementOf(target: EventTarget | null): Element | undefined {
	return target !== null && 'closest' in target ? (target as Element) : undefined;
}
