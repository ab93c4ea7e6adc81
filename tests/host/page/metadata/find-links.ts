import type { FrontmatterLinkCache, LinkCache, TagCache } from 'obsidian';
import type { Positions } from './positions';

const WIKILINK = /(!?)\[\[([^[\]|\n]+)(?:\|([^[\]\n]*))?\]\]/g;
const MARKDOWN_LINK = /(!?)\[([^\]\n]*)\]\((<[^>\n]+>|[^)\s\n]+)(?:\s+"[^"\n]*")?\)/g;
const TAG = /(^|\s)#([\p{L}\p{N}\p{M}\p{Extended_Pictographic}_\-/]+)/gmu;

/** A link as it stands in a note. */
export interface FoundLink extends LinkCache {
	readonly isEmbed: boolean;
}

/** The part of a link before `#`. */
export function getLinkpath(link: string): string {
	return parseLinktext(link).path;
}

/** A link in its two parts; the second keeps its `#`. */
export function parseLinktext(link: string): { path: string; subpath: string } {
	const plain = link.normalize('NFC').replace(/\u00A0/g, ' ');
	const hash = plain.indexOf('#');
	return hash < 0
		? { path: plain.trim(), subpath: '' }
		: { path: plain.slice(0, hash).trim(), subpath: plain.slice(hash).trim() };
}

/** What a link without words of its own shows. */
export function linkTitle(link: string): string {
	return link.replace(/#/g, ' > ').replace(/^ > /, '').trim();
}

/** The target of a Markdown link, or undefined if it leaves the vault. */
export function readTarget(raw: string): string | undefined {
	const target = raw.replace(/^<|>$/g, '');
	if (/^[a-z][a-z\d+.-]*:|^\/\//i.test(target)) return undefined;
	try {
		return decodeURI(target);
	} catch {
		return target;
	}
}

/** All links of a note, in their order. */
export function findLinks(text: string, masked: string, positions: Positions): FoundLink[] {
	const found: FoundLink[] = [];
	for (const match of masked.matchAll(WIKILINK)) {
		const original = text.slice(match.index, match.index + match[0].length);
		// In a table the bar is escaped.
		const link = (match[2] ?? '').replace(/\\$/, '').trim();
		const displayText = match[3] ?? linkTitle(link);
		const position = positions.pos(match.index, match.index + original.length);
		found.push({ link, original, displayText, position, isEmbed: match[1] === '!' });
	}
	for (const match of masked.matchAll(MARKDOWN_LINK)) {
		const link = readTarget(match[3] ?? '');
		if (link === undefined) continue;
		const original = text.slice(match.index, match.index + match[0].length);
		const position = positions.pos(match.index, match.index + original.length);
		found.push({
			link,
			original,
			displayText: match[2] ?? '',
			position,
			isEmbed: match[1] === '!',
		});
	}
	return found.sort((a, b) => a.position.start.offset - b.position.start.offset);
}

/** All tags in the text of a note; a number alone is none. */
export function findTags(masked: string, positions: Positions): TagCache[] {
	return Array.from(
		masked.replace(WIKILINK, link => ' '.repeat(link.length)).matchAll(TAG),
	).flatMap(({ index, 1: before = '', 2: name = '' }) => {
		if (/^[\d/_-]*$/.test(name)) return [];
		const start = index + before.length;
		return [{ tag: `#${name}`, position: positions.pos(start, start + name.length + 1) }];
	});
}

/** Links among the properties: texts that are a link and nothing else. */
export function findFrontMatterLinks(value: unknown, key = ''): FrontmatterLinkCache[] {
	if (typeof value === 'string') {
		const match = /^\[\[([^[\]|\n]+)(?:\|([^[\]\n]*))?\]\]$/.exec(value.trim());
		const link = match?.[1]?.trim();
		if (link === undefined) return [];
		return [{ key, link, original: value.trim(), displayText: match?.[2] ?? linkTitle(link) }];
	}
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([name, inner]) =>
		findFrontMatterLinks(inner, key === '' ? name : `${key}.${name}`),
	);
}
