import { planPropertyEdit } from '../markdown/front-matter-edit';
import type { WritableValue } from '../markdown/front-matter-edit';
import type { PropertyValue } from '../markdown/property';
import { applyEdits } from '../text/text-edit';
import type { TextEdit } from '../text/text-edit';
import type { Note } from '../vault/note';
import type { MergeChoice, PartOrigin } from './merge-part';
import { hashItemsOf, hashLine, hashValue } from './part-hash';
import { PROGRAM_PROPERTIES, propertyKey } from './release';

/** The edits of a front matter, and the properties that both sides changed. */
export interface PropertiesMerge {
	readonly edits: readonly TextEdit[];
	readonly conflicts: readonly { readonly name: string; readonly value: PropertyValue }[];
	/** Names of properties that are set. */
	readonly changed: readonly string[];
}

/**
 * Merges properties by their values; a list is a set whose order is kept. One that the reader deleted stays deleted, and
 * one that is no longer shipped stays.
 */
export function mergeProperties(
	reader: Note,
	shipped: Note,
	originOf: (key: string) => PartOrigin,
	choice: MergeChoice,
): PropertiesMerge {
	const conflicts: { name: string; value: PropertyValue }[] = [];
	const changed: string[] = [];
	const head = reader.text.slice(0, reader.bodyStart);
	let text = head;
	for (const { name, value: theirs } of shipped.properties.values()) {
		if (PROGRAM_PROPERTIES.has(name)) continue;
		const ours = reader.properties.get(name)?.value;
		const origin = originOf(propertyKey(name));
		const merged = mergeValue(ours, theirs, origin, choice);
		if (merged.kind === 'same') continue;
		const written = merged.kind === 'set' ? setProperty(text, name, merged.value) : undefined;
		if (written === undefined) conflicts.push({ name, value: theirs });
		else {
			text = written;
			changed.push(name);
		}
	}
	const range = { start: 0, end: head.length };
	return { edits: text === head ? [] : [{ range, newText: text }], conflicts, changed };
}

/** A text with one property set; undefined where that would be a guess. */
export function setProperty(text: string, name: string, value: PropertyValue): string | undefined {
	if (!isWritable(value)) return undefined;
	const planned = planPropertyEdit(text, name, value);
	return planned.kind === 'planned' ? applyEdits(text, planned.edits) : undefined;
}

type ValueMerge =
	{ readonly kind: 'same' | 'conflict' } | { readonly kind: 'set'; readonly value: PropertyValue };

const SAME: ValueMerge = { kind: 'same' };

function mergeValue(
	ours: PropertyValue | undefined,
	theirs: PropertyValue,
	{ base, shipped }: PartOrigin,
	choice: MergeChoice,
): ValueMerge {
	if (ours === undefined) return base ? SAME : { kind: 'set', value: theirs };
	const [mine, other] = [hashValue(ours), hashValue(theirs)];
	if (mine === other) return SAME;
	if (choice === 'take' || shipped.has(mine)) return { kind: 'set', value: theirs };
	if (base?.hash === other) return SAME;
	if (!base || !isList(ours) || !isList(theirs)) return { kind: 'conflict' };
	const [before, after] = [new Set(base.lines), new Set(hashItemsOf(theirs))];
	const have = new Set(hashItemsOf(ours));
	const kept = ours.filter(item => after.has(hashItem(item)) || !before.has(hashItem(item)));
	const added = theirs.filter(item => !before.has(hashItem(item)) && !have.has(hashItem(item)));
	const merged = [...kept, ...added];
	return hashValue(merged) === mine ? SAME : { kind: 'set', value: merged };
}

function hashItem(item: PropertyValue): string {
	return hashLine(JSON.stringify(item));
}

function isList(value: PropertyValue): value is readonly PropertyValue[] {
	return typeof value === 'object' && value !== null;
}

function isWritable(value: PropertyValue): value is WritableValue {
	if (value === null) return false;
	return typeof value !== 'object' || value.every(item => typeof item === 'string');
}
