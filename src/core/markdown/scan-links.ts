import type { Line } from '../text/line';
import type { Properties, PropertyValue } from './property';
import type { Link } from './structure';

const WIKILINK = /(!?)\[\[([^[\]\r\n]+)\]\]/g;
/** No bracket in destination or title, so that no link lies over another; one level of parentheses, as in `a (b).md`. */
const MARKDOWN_LINK =
	/(!?)\[([^[\]\r\n]{0,500})\]\((?:<([^<>[\]\r\n]{1,2000})>|((?:[^()[\]\s<]|\([^()[\]\s]{0,500}\)){1,2000}))(?:[ \t]+(?:"[^"[\]\r\n]{0,500}"|'[^'[\]\r\n]{0,500}'))?\)/g;
const SCHEME = /^(?:[a-z][a-z0-9+.-]*:|\/\/|#?$)/i;

/** Links in one masked line; `text` is the line as it stands in the note, where aliases keep their code spans. */
export function linksInLine(masked: string, text: string, line: Line): Link[] {
	if (!masked.includes('](') && !masked.includes('[[')) return [];
	const links: Link[] = [];
	for (const match of masked.matchAll(WIKILINK)) {
		const place = placeOf(match, line);
		if (!place) continue;
		const end = match.index + match[0].length;
		const inner = text.slice(end - 2 - (match[2] ?? '').length, end - 2);
		links.push({ form: 'wikilink', ...place, ...parseWikilinkTarget(inner) });
	}
	for (const match of masked.matchAll(MARKDOWN_LINK)) {
		const place = placeOf(match, line);
		const [, mark = '', label = '', inAngles, bare] = match;
		const destination = inAngles ?? bare ?? '';
		if (!place || SCHEME.test(destination)) continue;
		const labelStart = match.index + mark.length + 1;
		const alias = text.slice(labelStart, labelStart + label.length);
		links.push({ form: 'markdown', ...place, ...splitSubpath(decode(destination)), alias });
	}
	return links.sort((a, b) => a.range.start - b.range.start);
}

/** Links in properties: a text, or an item of a list, that is one wikilink and nothing else. */
export function linksInProperties(properties: Properties): Link[] {
	const links: Link[] = [];
	for (const { name, value, range, line } of properties.values()) {
		for (const text of textsOf(value)) {
			const inner = /^\[\[([^[\]\r\n]+)\]\]$/.exec(text.trim())?.[1];
			if (inner === undefined) continue;
			links.push({
				form: 'wikilink',
				embed: false,
				...parseWikilinkTarget(inner),
				range,
				line,
				property: name,
			});
		}
	}
	return links;
}

/** Parts of what stands between the brackets: `Kafka#Zero copy|alias`, in tables `Kafka\|alias`. */
export function parseWikilinkTarget(inner: string): Pick<Link, 'target' | 'subpath' | 'alias'> {
	const bar = inner.indexOf('|');
	const hasAlias = bar !== -1;
	const path = hasAlias ? inner.slice(0, bar).replace(/\\$/, '') : inner;
	return {
		...splitSubpath(path.trim()),
		...(hasAlias ? { alias: inner.slice(bar + 1).trim() } : {}),
	};
}

function splitSubpath(path: string): Pick<Link, 'target' | 'subpath'> {
	const hash = path.indexOf('#');
	if (hash === -1) return { target: path.trim(), subpath: '' };
	return { target: path.slice(0, hash).trim(), subpath: path.slice(hash + 1).trim() };
}

function textsOf(value: PropertyValue): string[] {
	if (typeof value === 'string') return [value];
	return value !== null && typeof value === 'object' ? value.flatMap(textsOf) : [];
}

function isEscaped(text: string, index: number): boolean {
	let backslashes = 0;
	for (let i = index - 1; i >= 0 && text[i] === '\\'; i--) backslashes++;
	return backslashes % 2 === 1;
}

function decode(destination: string): string {
	try {
		return decodeURIComponent(destination);
	} catch {
		// A stray `%` is no encoding; Obsidian takes such a target literally.
		return destination;
	}
}

/** Where a link stands; undefined if it is escaped. An escaped `!` before it only makes it no embed. */
function placeOf(
	match: RegExpExecArray,
	line: Line,
): Pick<Link, 'embed' | 'range' | 'line'> | undefined {
	const { 0: whole, 1: mark, index, input } = match;
	const escaped = isEscaped(input, index);
	if (escaped && mark !== '!') return undefined;
	const start = line.start + index;
	const range = { start: escaped ? start + 1 : start, end: start + whole.length };
	return { embed: mark === '!' && !escaped, range, line: line.number };
}
