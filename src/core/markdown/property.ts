import type { Range } from '../text/range';

/** What a property can hold; nested maps are not shown by Obsidian and are left out. */
export type PropertyValue = string | number | boolean | null | readonly PropertyValue[];

/** One property of a note, with the place of its value. */
export interface Property {
	readonly name: string;
	readonly value: PropertyValue;
	/** The value on one line as somebody wrote it, where that says more than the value: `1.10`, `010`. */
	readonly written?: string;
	/** Range of the value in the note; empty, after the colon, when there is none. */
	readonly range: Range;
	/** 1-based line of the name. */
	readonly line: number;
}

/** Properties by name, in the order of the note. A Map: a name like `__proto__` is only a name. */
export type Properties = ReadonlyMap<string, Property>;

/** Text of a property, or undefined if it is missing, empty or a list. */
export function textProperty(properties: Properties, name: string): string | undefined {
	const value = properties.get(name)?.value;
	if (value === undefined || value === null || typeof value === 'object') return undefined;
	const text = String(value).trim();
	return text === '' ? undefined : text;
}

/** Items of a property as texts; a single text counts as a list of one, as Obsidian reads it. */
export function listProperty(properties: Properties, name: string): readonly string[] {
	const value = properties.get(name)?.value;
	if (value === undefined || value === null) return [];
	const items = typeof value === 'object' ? value : [value];
	return items
		.filter(item => item !== null && typeof item !== 'object')
		.map(item => String(item).trim())
		.filter(item => item !== '');
}
