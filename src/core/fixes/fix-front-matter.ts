import { splitFrontMatter } from '../markdown/front-matter';
import {
	endOfProperties,
	misplacedFrontMatter,
	propertyLines,
	readWhole,
	withoutProperty,
} from '../markdown/front-matter-forms';
import type { Properties } from '../markdown/property';
import { lineBreakOf, splitLines, withoutLastBreaks } from '../text/line';
import { applyEdits } from '../text/text-edit';
import type { TextEdit } from '../text/text-edit';
import type { FixText } from './fix-text';

/** Closes front matter below its last property. */
export const closeFrontMatter: FixText = ({ note: { text } }) => {
	const start = splitLines(text)[0]?.next ?? 0;
	const end = endOfProperties(text, start);
	if (end === start) return undefined;
	const eol = lineBreakOf(text);
	const gap = /[\r\n]$/.test(text.slice(0, end)) ? '' : eol;
	const closed = `${text.slice(0, end)}${gap}---${eol}${text.slice(end)}`;
	return readWhole(closed) ? closed : undefined;
};

/** Takes away the blank lines above front matter. */
export const raiseFrontMatter: FixText = ({ note: { text } }) => {
	const place = misplacedFrontMatter(text);
	if (!place) return undefined;
	return (text.startsWith('\uFEFF') ? '\uFEFF' : '') + text.slice(place.start);
};

/** Puts quotes around the values that YAML cannot read, or closes front matter above text that ran into it. */
export const quoteValues: FixText = context => {
	const { text } = context.note;
	const split = splitFrontMatter(text);
	if (split.kind !== 'found') return undefined;
	const { start, end } = split.content;
	const source = text.slice(start, end);
	const edits = splitLines(source).flatMap(line => {
		const content = source.slice(line.start, line.end);
		const newText = repairLine(content, lineBreakOf(text));
		const range = { start: start + line.start, end: start + line.end };
		return newText === undefined ? [] : [{ range, newText }];
	});
	const quoted = edits.length > 0 ? applyEdits(text, edits) : undefined;
	if (quoted !== undefined && readWhole(quoted)) return quoted;
	// Without a closing line, the next rule in the body was taken for one.
	const hasText = source.slice(endOfProperties(source, 0)).trim() !== '';
	return hasText ? closeFrontMatter(context) : undefined;
};

const LEAD = /^([ ]*(?:- |(?:[\p{L}_][\p{L}\p{N}_ -]*):(?:[ \t]+|(?=[^\s/]))))(.*)$/u;

/** A line of YAML that can be read; undefined if it can be, or if it is not known how. */
function repairLine(line: string, eol: string): string | undefined {
	const indent = /^[ \t]*/.exec(line)?.[0] ?? '';
	if (indent.includes('\t')) {
		const spaced = indent.replace(/\t/g, '  ') + line.slice(indent.length);
		return repairLine(spaced, eol) ?? spaced;
	}
	const [, lead = '', value = ''] = LEAD.exec(line) ?? [];
	if (value.trim() === '' || value.startsWith('#')) return undefined;
	if (/\S$/.test(lead)) {
		// `key:value` is a text to YAML.
		const spaced = `${lead} ${value}`;
		return repairLine(spaced, eol) ?? spaced;
	}
	return quoteValue(lead, value.trim(), eol);
}

function quoteValue(lead: string, value: string, eol: string): string | undefined {
	// Quotes that are there already, and what a template fills in, mean more than their letters.
	if (/^["'{]|<%|\{\{/.test(value)) return undefined;
	const isItem = lead.trimStart().startsWith('-');
	if (reads(isItem ? `x:\n- ${value}\n` : `x: ${value}\n`) || / #/.test(value)) return undefined;
	const links = /^\[\[[^[\]]+\]\](?:\s*[,，、]\s*\[\[[^[\]]+\]\])+$/.test(value);
	if (!links || isItem) return lead + JSON.stringify(value);
	const items = value.match(/\[\[[^[\]]+\]\]/g) ?? [];
	return [lead.trimEnd(), ...items.map(item => `  - ${JSON.stringify(item)}`)].join(eol);
}

function reads(content: string): boolean {
	const properties = readWhole(`---\n${content}---\n`);
	return properties?.has('x') === true;
}

/** Takes away the second of two properties of a name, where it says the same or nothing; or the first, which says nothing. */
export const dropDuplicate: FixText = ({ note: { text }, diagnostic: { params, line } }) => {
	const name = params['detail'] ?? '';
	const split = splitFrontMatter(text);
	if (split.kind !== 'found') return undefined;
	const lineOf = (start: number): number => splitLines(`${text.slice(0, start)}x`).length;
	const places = propertyLines(text, split)?.filter(place => place.name === name) ?? [];
	const second = places.findIndex(({ start }) => lineOf(start) === line);
	const first = places[0];
	const other = places[second];
	if (!first || !other || second < 1) return undefined;
	const valueOf = (place: TextEdit['range']): string =>
		JSON.stringify(readBlock(text.slice(place.start, place.end))?.get(name)?.value ?? null);
	const [a, b] = [valueOf(first), valueOf(other)];
	if (a === b || b === 'null') return withoutProperty(text, name, line);
	return a === 'null' ? withoutProperty(text, name, lineOf(first.start)) : undefined;
};

function readBlock(content: string): Properties | undefined {
	return readWhole(`---\n${withoutLastBreaks(content)}\n---\n`);
}
