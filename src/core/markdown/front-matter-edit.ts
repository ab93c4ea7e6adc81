import { isMap, isScalar, isSeq, stringify } from 'yaml';
import type { Pair, Scalar, YAMLSeq } from 'yaml';
import { lineBreakOf } from '../text/line';
import { applyEdits } from '../text/text-edit';
import type { TextEdit } from '../text/text-edit';
import { bodyStart, splitFrontMatter } from './front-matter';
import type { FrontMatterBlock } from './front-matter';
import { parseYaml, readProperties } from './front-matter-properties';
import type { PropertyValue } from './property';

/** A value that the program writes into a property. */
export type WritableValue = string | number | boolean | readonly string[];

/** The edits that set a property, or why it would be a guess to set it. */
export type PropertyEdit =
	| { readonly kind: 'planned'; readonly edits: readonly TextEdit[] }
	| { readonly kind: 'refused'; readonly reason: 'invalid-front-matter' | 'complex-value' };

/**
 * Plans to set one property without touching another byte of the note.
 *
 * Obsidian's own `processFrontMatter` prints the whole block anew and drops comments and quotes on the way
 * (forum thread 65851), so the value is spliced instead, and the result is read back before it is offered.
 */
export function planPropertyEdit(text: string, name: string, value: WritableValue): PropertyEdit {
	const split = splitFrontMatter(text);
	if (split.kind === 'unclosed') return { kind: 'refused', reason: 'invalid-front-matter' };
	// YAML knows no lone CR.
	const wanted: Wanted = { name, value, eol: lineBreakOf(text) === '\r\n' ? '\r\n' : '\n' };
	const problems = split.kind === 'found' ? readProperties(text, split).problems : [];
	if (problems.some(({ kind }) => kind !== 'nested-property')) {
		return { kind: 'refused', reason: 'invalid-front-matter' };
	}
	const edit =
		split.kind === 'found'
			? spliceProperty(text, split, wanted)
			: openFrontMatter(bodyStart(text, split), wanted);
	if (edit === undefined || !readsBack(text, edit, wanted)) {
		return { kind: 'refused', reason: 'complex-value' };
	}
	return { kind: 'planned', edits: [edit] };
}

function openFrontMatter(start: number, { name, value, eol }: Wanted): TextEdit {
	const newText = ['---', ...printProperty(name, value), '---', ''].join(eol);
	return { range: { start, end: start }, newText };
}

interface Wanted {
	readonly name: string;
	readonly value: WritableValue;
	readonly eol: string;
}

function spliceProperty(
	text: string,
	{ content }: FrontMatterBlock,
	wanted: Wanted,
): TextEdit | undefined {
	const source = text.slice(content.start, content.end);
	const document = parseYaml(source);
	const items = isMap(document.contents) ? document.contents.items : [];
	if (isMap(document.contents) && document.contents.flow) return undefined;
	const pair = items.find(({ key }) => isScalar(key) && String(key.value) === wanted.name);
	if (!pair) {
		const range = { start: content.end, end: content.end };
		return {
			range,
			newText: printProperty(wanted.name, wanted.value).join(wanted.eol) + wanted.eol,
		};
	}
	const edit = replaceValue(source, pair, wanted);
	if (edit === undefined) return undefined;
	const { start, end } = edit.range;
	// A comment inside the replaced span is the reader's text: never drop it.
	if (/(?:^|\s)#/.test(source.slice(start, end)) && !isScalar(pair.value)) return undefined;
	return {
		range: { start: content.start + start, end: content.start + end },
		newText: edit.newText,
	};
}

/** The replacement of a value, by offsets in the block's content. */
function replaceValue(
	source: string,
	{ key, value }: Pair<unknown, unknown>,
	wanted: Wanted,
): TextEdit | undefined {
	if (!isScalar(key) || !key.range || !isSimple(value)) return undefined;
	const colon = source.indexOf(':', key.range[1]) + 1;
	if (source.slice(key.range[1], colon).trim() !== ':') return undefined;
	const [start, rangeEnd] = value?.range ?? [colon, colon];
	// The range of a list in lines runs to the next property; that of no value begins behind a blank.
	const end = rangeEnd > start ? source.slice(0, rangeEnd).trimEnd().length : colon;
	const [head = '', ...rest] = printProperty(wanted.name, wanted.value);
	const printed = [head.slice(printKey(wanted.name).length + 1), ...rest].join(wanted.eol);
	if (isScalar(value) && end > start && typeof wanted.value !== 'object') {
		return { range: { start, end }, newText: printed.slice(1) };
	}
	return { range: { start: colon, end }, newText: printed };
}

/** Block scalars, anchors and tags mean more than their value: they are left to the reader. */
function isSimple(value: unknown): value is Scalar | YAMLSeq | null {
	if (value === null) return true;
	if (!isScalar(value) && !isSeq(value)) return false;
	if (value.anchor !== undefined || value.tag !== undefined) return false;
	return isSeq(value) || (value.type !== 'BLOCK_LITERAL' && value.type !== 'BLOCK_FOLDED');
}

/** Prints a property the way Obsidian writes it: lists as indented items, quotes only where YAML needs them. */
function printProperty(name: string, value: WritableValue): string[] {
	const key = printKey(name);
	if (typeof value !== 'object') return [`${key}: ${printScalar(value)}`];
	if (value.length === 0) return [`${key}: []`];
	return [`${key}:`, ...value.map(item => `  - ${printScalar(item)}`)];
}

function printKey(name: string): string {
	return stringify(name, { lineWidth: 0 }).trimEnd();
}

function printScalar(value: string | number | boolean): string {
	// On one line whatever it holds: a line `---` would end the front matter.
	if (typeof value === 'string' && /[\r\n]|^(?:---|\.\.\.)/.test(value))
		return JSON.stringify(value);
	return stringify(value, { lineWidth: 0 }).replace(/\n$/, '');
}

/** The last word: the edited note must read as before, but for the one property. */
function readsBack(text: string, edit: TextEdit, { name, value }: Wanted): boolean {
	const edited = applyEdits(text, [edit]);
	const [before, after] = [splitFrontMatter(text), splitFrontMatter(edited)];
	if (after.kind !== 'found') return false;
	if (edited.slice(after.block.end) !== text.slice(bodyStart(text, before))) return false;
	const others = (entries: readonly (readonly [string, PropertyValue])[]): string =>
		JSON.stringify(entries.filter(([key]) => key !== name));
	const entries = entriesOf(edited, after);
	const found = entries.find(([key]) => key === name)?.[1];
	return (
		JSON.stringify(found) === JSON.stringify(value) &&
		others(entries) === others(before.kind === 'found' ? entriesOf(text, before) : [])
	);
}

function entriesOf(text: string, block: FrontMatterBlock): [string, PropertyValue][] {
	const { properties } = readProperties(text, block);
	return [...properties.values()].map(property => [property.name, property.value]);
}
