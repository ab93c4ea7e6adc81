import { listProperty, textProperty } from '../markdown/property';
import type { Properties } from '../markdown/property';
import { parseWikilinkTarget } from '../markdown/scan-links';
import { technologiesOf } from '../schema/category-members';
import { criterionValue } from '../schema/criterion';
import { noteTypeOf } from '../schema/note-type';
import { parseNote } from '../vault/note';
import type { Note } from '../vault/note';
import { findNote } from '../vault/find-note';
import type { NoteIndex } from '../vault/note-index';
import type { NotePath } from '../vault/note-path';

/** Which way the alternatives run. */
export type ComparisonLayout = 'columns' | 'rows';

/** More columns than these cannot be read side by side: without a wish they become rows. */
const MOST_COLUMNS = 8;

/** What a note or a block wants compared, and the alternatives that it names in vain. */
export interface ComparisonRequest {
	readonly alternatives: readonly Note[];
	readonly missing: readonly string[];
	/** Each once; without them, all that any alternative has. */
	readonly criteria: readonly string[] | undefined;
	/** Criteria on which no alternative says anything: as likely a slip of the pen as an open question. */
	readonly unstated: readonly string[];
	readonly layout: ComparisonLayout;
	readonly onlyDifferences: boolean;
}

/**
 * Reads `alternatives` (or, without them, `category`), `criteria`, `layout` and `only-differences` of a comparison note.
 */
export function comparisonRequestOf(index: NoteIndex, note: Note): ComparisonRequest {
	return readRequest(index, note.properties, { from: note.path, names: 'alternatives' });
}

/** All technologies of a category. */
export function comparisonOfCategory(index: NoteIndex, category: string): ComparisonRequest {
	return comparisonOfNotes(technologiesOf(index, category));
}

/** Just these notes, by all that any of them has. */
export function comparisonOfNotes(alternatives: readonly Note[]): ComparisonRequest {
	return {
		...{ alternatives, missing: [], criteria: undefined, unstated: [], onlyDifferences: false },
		layout: defaultLayout(alternatives),
	};
}

/**
 * Reads the lines of a `stackbook` block: `compare` (notes by link, title, id or alias; or one comparison note) or
 * `category`, then `criteria`, `layout` and `only-differences`, written like properties.
 *
 * Undefined if they cannot be read as properties.
 */
export function comparisonOfBlock(
	index: NoteIndex,
	source: string,
	from: NotePath,
): ComparisonRequest | undefined {
	const block = parseNote(from, `---\n${source}\n---\n`);
	if (block.problems.length > 0) return undefined;
	const request = readRequest(index, block.properties, { from, names: 'compare' });
	const [only, ...others] = request.alternatives;
	if (!only || others.length > 0 || noteTypeOf(only) !== 'comparison') return request;
	const saved = comparisonRequestOf(index, only);
	const criteria = readCriteria(block.properties, saved.alternatives) ?? saved.criteria;
	return {
		...saved,
		criteria,
		unstated: unstatedOf(criteria, saved.alternatives),
		layout: layoutIn(block.properties) ?? saved.layout,
		onlyDifferences: request.onlyDifferences || saved.onlyDifferences,
		missing: [...request.missing, ...saved.missing],
	};
}

interface RequestPlace {
	readonly from: NotePath;
	/** The property that names the alternatives. */
	readonly names: 'alternatives' | 'compare';
}

function readRequest(
	index: NoteIndex,
	properties: Properties,
	{ from, names }: RequestPlace,
): ComparisonRequest {
	const found = new Set<Note>();
	const missing: string[] = [];
	const items = listProperty(properties, names);
	for (const item of names === 'compare' ? items.flatMap(splitNames) : items) {
		const note = noteNamed(index, item, from);
		if (note) found.add(note);
		else missing.push(item);
	}
	const category = textProperty(properties, 'category');
	const alternatives =
		items.length > 0 || category === undefined ? [...found] : technologiesOf(index, category);
	const criteria = readCriteria(properties, alternatives);
	const differences = properties.get('only-differences')?.value;
	return {
		alternatives,
		missing,
		criteria,
		unstated: unstatedOf(criteria, alternatives),
		layout: layoutIn(properties) ?? defaultLayout(alternatives),
		onlyDifferences: differences === true || differences === 'true',
	};
}

/** A list, or names on one line; a name that a note has as it stands is not parted at its commas. */
function readCriteria(
	properties: Properties,
	alternatives: readonly Note[],
): readonly string[] | undefined {
	const items = listProperty(properties, 'criteria');
	const isList = typeof properties.get('criteria')?.value === 'object';
	const isStated = (name: string): boolean => alternatives.some(note => note.properties.has(name));
	const names = items.flatMap(item => (isList || isStated(item) ? [item] : splitNames(item)));
	return names.length > 0 ? [...new Set(names)] : undefined;
}

function unstatedOf(
	criteria: readonly string[] | undefined,
	alternatives: readonly Note[],
): readonly string[] {
	if (alternatives.length === 0) return [];
	const isOpen = (name: string): boolean =>
		alternatives.every(note => criterionValue(note, name) === undefined);
	return criteria?.filter(isOpen) ?? [];
}

/** `A, B` or `A、B` on one line; a link may hold a comma. */
export function splitNames(item: string): string[] {
	const names = item.match(/\[\[[^[\]]*\]\]|[^,，、[]+/g) ?? [];
	return names.map(name => name.trim()).filter(name => name !== '');
}

function noteNamed(index: NoteIndex, name: string, from: NotePath): Note | undefined {
	const inner = /^\[\[(.+)\]\]$/.exec(name)?.[1];
	const resolution = index.resolve(parseWikilinkTarget(inner ?? name).target, from);
	if (resolution.kind !== 'missing') return index.find(resolution.path);
	if (inner !== undefined) return undefined;
	const search = findNote(index, name);
	return search.kind === 'found' ? search.note : undefined;
}

function layoutIn(properties: Properties): ComparisonLayout | undefined {
	const layout = textProperty(properties, 'layout');
	return layout === 'rows' || layout === 'columns' ? layout : undefined;
}

function defaultLayout(alternatives: readonly Note[]): ComparisonLayout {
	return alternatives.length > MOST_COLUMNS ? 'rows' : 'columns';
}
