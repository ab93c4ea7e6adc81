/**
 * Reads something of a value once and remembers it as long as the value lives. For what never changes: a note, a list
 * of notes.
 */
export function oncePer<K extends object, T>(read: (key: K) => T): (key: K) => T {
	const known = new WeakMap<K, { readonly value: T }>();
	return key => {
		const found = known.get(key);
		if (found) return found.value;
		const value = read(key);
		known.set(key, { value });
		return value;
	};
}
