import type { Token } from 'markdown-it';
import type {
	BlockCache,
	CachedMetadata,
	HeadingCache,
	ListItemCache,
	SectionCache,
} from 'obsidian';
import { blockParser } from './block-parser';
import { findFrontMatterLinks, findLinks, findTags } from './find-links';
import { findListItems } from './find-list-items';
import { getFrontMatterInfo, readFrontMatter } from './front-matter';
import { maskNote } from './mask-note';
import { measure } from './positions';
import type { Positions } from './positions';

const SECTIONS: Readonly<Record<string, string>> = {
	heading_open: 'heading',
	paragraph_open: 'paragraph',
	bullet_list_open: 'list',
	ordered_list_open: 'list',
	fence: 'code',
	blockquote_open: 'blockquote',
	table_open: 'table',
	html_block: 'html',
	hr: 'thematicBreak',
};

/** Reads what the app's cache holds of a note. */
export function parseNote(text: string): CachedMetadata {
	const info = getFrontMatterInfo(text);
	const body =
		text.slice(0, info.contentStart).replace(/[^\n]/g, ' ') + text.slice(info.contentStart);
	const positions = measure(text);
	const tokens = blockParser.parse(body, {});
	const masked = maskNote(body, tokens, positions.lineStarts);
	const links = findLinks(text, masked, positions);
	const sections = findSections(text, tokens, positions);
	const listItems = findListItems(text, tokens, positions);
	const cache: CachedMetadata = {};
	keep(cache, 'links', links.filter(({ isEmbed }) => !isEmbed).map(withoutFlag));
	keep(cache, 'embeds', links.filter(({ isEmbed }) => isEmbed).map(withoutFlag));
	keep(cache, 'tags', findTags(masked, positions));
	keep(cache, 'headings', findHeadings(tokens, positions));
	keep(cache, 'listItems', listItems);
	const blocks = findBlocks(text, sections, listItems);
	if (Object.keys(blocks).length > 0) cache.blocks = blocks;
	if (info.exists) {
		const position = positions.pos(0, text.slice(0, info.contentStart).trimEnd().length);
		cache.frontmatterPosition = position;
		const properties = readFrontMatter(info);
		if (properties) cache.frontmatter = properties;
		keep(cache, 'frontmatterLinks', findFrontMatterLinks(properties));
		sections.unshift({ type: 'yaml', position });
	}
	keep(cache, 'sections', sections);
	return cache;
}

function keep<K extends keyof CachedMetadata>(
	cache: CachedMetadata,
	key: K,
	items: CachedMetadata[K] & readonly unknown[],
): void {
	if (items.length > 0) cache[key] = items;
}

function withoutFlag<T extends { isEmbed: boolean }>({
	isEmbed: _,
	...link
}: T): Omit<T, 'isEmbed'> {
	return link;
}

function findHeadings(tokens: readonly Token[], positions: Positions): HeadingCache[] {
	return tokens.flatMap((token, i) => {
		if (token.type !== 'heading_open' || token.level > 0 || !token.map) return [];
		const heading = tokens[i + 1]?.content ?? '';
		const level = Number(token.tag.slice(1));
		return [{ heading, level, position: positions.ofLines(...token.map) }];
	});
}

function findSections(
	text: string,
	tokens: readonly Token[],
	positions: Positions,
): SectionCache[] {
	return tokens.flatMap(token => {
		const type = SECTIONS[token.type];
		if (type === undefined || token.level > 0 || !token.map) return [];
		const position = positions.ofLines(...token.map);
		const source = text.slice(position.start.offset, position.end.offset);
		const section: SectionCache = { type: refine(type, source), position };
		const id = blockIdOf(source);
		if (id !== undefined && type !== 'list' && type !== 'code') section.id = id;
		return [section];
	});
}

function refine(type: string, source: string): string {
	if (type === 'blockquote' && /^>\s*\[!/.test(source)) return 'callout';
	if (type === 'paragraph' && source.startsWith('$$')) return 'math';
	if (type === 'paragraph' && /^%%[^]*%%$/.test(source)) return 'comment';
	return type;
}

/** The id at the end of a block. */
function blockIdOf(source: string): string | undefined {
	return /(?:^|\s)\^([a-zA-Z\d-]+)$/.exec(source)?.[1];
}

function findBlocks(
	text: string,
	sections: readonly SectionCache[],
	listItems: readonly ListItemCache[],
): Record<string, BlockCache> {
	const blocks: Record<string, BlockCache> = {};
	for (const { id, position } of listItems) {
		if (id !== undefined) blocks[id.toLowerCase()] = { id, position };
	}
	sections.forEach(({ id, position }, i) => {
		if (id === undefined) return;
		const isAlone = text.slice(position.start.offset, position.end.offset).trim() === `^${id}`;
		// An id in a paragraph of its own names the block before it.
		const named = isAlone ? (sections[i - 1]?.position ?? position) : position;
		blocks[id.toLowerCase()] = { id, position: named };
	});
	return blocks;
}
