import { splitLines } from '../text/line';
import { applyEdits } from '../text/text-edit';
import { splitFrontMatter } from './front-matter';
import type { FrontMatterBlock } from './front-matter';
import { readProperties } from './front-matter-properties';
import type { FrontMatterReading } from './front-matter-properties';
import type { PropertyValue } from './property';

/** Names of the properties that Obsidian reads as lists only, since 1.9, by each name that they ever had. */
export const LIST_PROPERTIES: ReadonlyMap<string, string> = new Map(
	[
		['tag', 'tags'],
		['alias', 'aliases'],
		['cssclass', 'cssclasses'],
	].flatMap(([singular = '', plural = '']) => [
		[singular, plural],
		[plural, plural],
	]),
);

/** A line that begins a property; nothing else at column 0 of front matter is one but comments and list items. */
const PROPERTY_LINE = /^["']?[\p{L}_][\p{L}\p{N}_ ./-]*["']?:(?:[ \t]|$)/u;
const PART_OF_VALUE = /^(?:[ \t]+\S|- |#)/;

/** Reads the front matter of a text that begins with it; undefined where there is none or where it is faulty. */
export function readWhole(text: string): FrontMatterReading['properties'] | undefined {
	const split = splitFrontMatter(text);
	if (split.kind !== 'found') return undefined;
	const { properties, problems } = readProperties(text, split);
	const isFaulty = problems.some(({ kind }) => kind !== 'nested-property');
	return isFaulty || (properties.size === 0 && problems.length === 0) ? undefined : properties;
}

/** Front matter below blank lines, where Obsidian does not look: where it begins. */
export function misplacedFrontMatter(text: string): { start: number; line: number } | undefined {
	const head = /^\uFEFF?((?:[ \t]*(?:\r\n|\n|\r(?!\n))){1,20})---[ \t]*[\r\n]/.exec(
		text.slice(0, 2000),
	);
	if (!head?.[1]) return undefined;
	const start = head[0].indexOf('---');
	const block = splitFrontMatter(text.slice(start));
	if (block.kind !== 'found' || !readWhole(text.slice(start))) return undefined;
	const content = text.slice(start + block.content.start, start + block.content.end);
	const lines = splitLines(content).map(line => content.slice(line.start, line.end));
	const isPlain = lines.every(line => PROPERTY_LINE.test(line) || PART_OF_VALUE.test(line));
	return isPlain ? { start, line: splitLines(`${text.slice(0, start)}-`).length } : undefined;
}

const QUOTED_OR_LINK = /"[^"\\\r\n]*"|'[^'\r\n]*'|\[\[([^[\]\r\n"'\\]+)\]\]/g;

/** The value with quotes around its wikilinks; undefined for one in which YAML did not take a link for a list. */
export function unquotedLinks(source: string, value: PropertyValue): string | undefined {
	if (value === null || typeof value !== 'object' || !source.includes('[[')) return undefined;
	if (!value.some(item => item !== null && typeof item === 'object')) return undefined;
	// Comments, anchors and tags: what they mean here is not known.
	if (/["'\\#&*!]/.test(source.replace(QUOTED_OR_LINK, ''))) return undefined;
	const quoted = source.replace(QUOTED_OR_LINK, (found, link: string | undefined) =>
		link === undefined ? found : `"${found}"`,
	);
	return quoted === source ? undefined : quoted;
}

/** Where front matter that is not closed ends: below its last line that reads as a part of it. */
export function endOfProperties(text: string, start: number): number {
	let end = start;
	for (const line of splitLines(text.slice(start))) {
		const content = text.slice(start + line.start, start + line.end);
		if (!PROPERTY_LINE.test(content) && !(end > start && PART_OF_VALUE.test(content))) break;
		end = start + line.next;
	}
	return end;
}

/** The lines of each property of a block that reads as plain lines; undefined for any other block. */
export function propertyLines(
	text: string,
	{ content }: FrontMatterBlock,
): { name: string; start: number; end: number }[] | undefined {
	const source = text.slice(content.start, content.end);
	const found: { name: string; start: number; end: number }[] = [];
	for (const { start, end, next } of splitLines(source)) {
		const line = source.slice(start, end);
		const last = found.at(-1);
		if (PROPERTY_LINE.test(line)) {
			const name = line.slice(0, line.indexOf(':')).replace(/^(["'])(.*)\1$/, '$2');
			found.push({ name, start: content.start + start, end: content.start + next });
		} else if (line.trim() !== '' && !PART_OF_VALUE.test(line)) return undefined;
		else if (last) last.end = content.start + next;
	}
	return found;
}

/** A text without one property; undefined if that changes any other one. */
export function withoutProperty(text: string, name: string, line?: number): string | undefined {
	const split = splitFrontMatter(text);
	if (split.kind !== 'found') return undefined;
	const places = propertyLines(text, split)?.filter(place => place.name === name) ?? [];
	const lineOf = (start: number): number => splitLines(`${text.slice(0, start)}x`).length;
	const place = line === undefined ? places.at(-1) : places.find(one => lineOf(one.start) === line);
	if (!place || (line === undefined && places.length > 1)) return undefined;
	return applyEdits(text, [{ range: place, newText: '' }]);
}
