import { splitFrontMatter } from '../markdown/front-matter';
import { planPropertyEdit } from '../markdown/front-matter-edit';
import type { WritableValue } from '../markdown/front-matter-edit';
import {
	LIST_PROPERTIES,
	propertyLines,
	unquotedLinks,
	withoutProperty,
} from '../markdown/front-matter-forms';
import { listProperty, textProperty } from '../markdown/property';
import { noteIdOf } from '../schema/note-type';
import { proposeId } from '../templates/expand-template';
import { applyEdits } from '../text/text-edit';
import type { Note } from '../vault/note';
import type { NoteIndex } from '../vault/note-index';
import type { FixText } from './fix-text';

/** Makes a list of a text. */
export const listText: FixText = ({ note: { text, properties }, diagnostic: { params } }) => {
	const name = params['property'] ?? '';
	const items = itemsOf(name, textProperty(properties, name) ?? '');
	return items && withProperty(text, name, items);
};

/** Gives a property its plural name, or puts its values into the one that has it. */
export const renameSingular: FixText = ({ note, diagnostic: { params } }) => {
	const { text, properties } = note;
	const name = params['property'] ?? '';
	const plural = params['plural'] ?? '';
	const written = properties.get(name)?.value;
	const items =
		typeof written === 'object'
			? listProperty(properties, name)
			: itemsOf(plural, textProperty(properties, name) ?? '');
	if (!items || items.length === 0) return undefined;
	const known = properties.get(plural);
	if (!known) {
		const renamed = withName(text, name, plural);
		return typeof written === 'object' ? renamed : renamed && withProperty(renamed, plural, items);
	}
	if (typeof known.value !== 'object' && known.value !== '') return undefined;
	const rest = withoutProperty(text, name);
	const all = [...new Set([...listProperty(properties, plural), ...items])];
	if (rest === undefined) return undefined;
	return all.length === listProperty(properties, plural).length
		? rest
		: withProperty(rest, plural, all);
};

/** Puts quotes around the links of a property. */
export const quoteLinks: FixText = ({ note: { text, properties }, diagnostic: { params } }) => {
	const property = properties.get(params['property'] ?? '');
	if (!property) return undefined;
	const { range, value } = property;
	const newText = unquotedLinks(text.slice(range.start, range.end), value);
	return newText === undefined ? undefined : applyEdits(text, [{ range, newText }]);
};

/** Gives a note its id, made from its title; what else is missing only its reader knows. */
export const addMissing: FixText = ({ index, note, diagnostic: { params } }) =>
	params['property'] === 'id' ? withProperty(note.text, 'id', freeNoteId(index, note)) : undefined;

/** Puts an id in the place of a template's. */
export const fillPlaceholder: FixText = ({ index, note, diagnostic: { params } }) => {
	const id = noteIdOf(note) ?? '';
	if (params['detail'] !== id || !id.startsWith('{{')) return undefined;
	return withProperty(note.text, 'id', freeNoteId(index, note));
};

/** Says of a file of attempts what it is, where it says nothing. */
export const nameAttempts: FixText = ({ note: { text, properties } }) =>
	textProperty(properties, 'type') === undefined
		? withProperty(text, 'type', 'attempts')
		: undefined;

/** Writes a value as the note format has it, where it is clear which one is meant. */
export const writeValue: FixText = ({ note: { text }, diagnostic: { params } }) => {
	const value = params['value'] ?? '';
	if (params['property'] === 'status') {
		const status = value.trim().toLowerCase();
		return status === value ? undefined : withProperty(text, 'status', status);
	}
	const date = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(value.trim());
	if (params['property'] !== 'verified' || !date) return undefined;
	const [, year = '', month = '', day = ''] = date;
	const written = [year, month.padStart(2, '0'), day.padStart(2, '0')].join('-');
	return withProperty(text, 'verified', written);
};

/** As Obsidian split such a text before 1.9; an alias may hold a comma of its own. */
function itemsOf(name: string, text: string): string[] | undefined {
	if (LIST_PROPERTIES.get(name) !== 'aliases') return text.split(/[,\s]+/).filter(Boolean);
	return /[,，]/.test(text) ? undefined : [text];
}

function withProperty(text: string, name: string, value: WritableValue): string | undefined {
	const plan = planPropertyEdit(text, name, value);
	return plan.kind === 'planned' ? applyEdits(text, plan.edits) : undefined;
}

function withName(text: string, name: string, newText: string): string | undefined {
	const split = splitFrontMatter(text);
	const places = split.kind === 'found' ? (propertyLines(text, split) ?? []) : [];
	const [place, second] = places.filter(one => one.name === name);
	if (!place || second || !text.startsWith(`${name}:`, place.start)) return undefined;
	const range = { start: place.start, end: place.start + name.length };
	return applyEdits(text, [{ range, newText }]);
}

function freeNoteId(index: NoteIndex, { path, title }: Note): string {
	const others = index.notes().filter(note => note.path !== path);
	const taken = new Set(others.map(note => noteIdOf(note)));
	const stem = proposeId(title) || 'note';
	let id = stem;
	for (let number = 2; taken.has(id); number++) id = `${stem}-${number}`;
	return id;
}
