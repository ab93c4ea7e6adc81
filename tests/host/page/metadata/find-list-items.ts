import type { Token } from 'markdown-it';
import type { ListItemCache } from 'obsidian';
import type { Positions } from './positions';

interface OpenItem {
	readonly line: number;
	readonly level: number;
}

const MARKER = /^[\s>]*(?:[-*+]|\d+[.)])\s+(?:\[(.)\]\s)?/;

/** All items of all lists with their tasks. */
export function findListItems(
	text: string,
	tokens: readonly Token[],
	positions: Positions,
): ListItemCache[] {
	const items: ListItemCache[] = [];
	const open: OpenItem[] = [];
	const lists: number[] = [];
	tokens.forEach((token, index) => {
		if (/^(bullet|ordered)_list_open$/.test(token.type)) lists.push(token.map?.[0] ?? 0);
		else if (/^(bullet|ordered)_list_close$/.test(token.type)) lists.pop();
		else if (token.type === 'list_item_close') open.pop();
		else if (token.type === 'list_item_open' && token.map) {
			const [line, behind] = token.map;
			const parent = open.at(-1)?.line ?? -Math.max(lists[0] ?? 0, 1);
			open.push({ line, level: token.level });
			const end = ownEnd(tokens, index, behind);
			items.push(readItem(text, { line, end, parent }, positions));
		}
	});
	return items;
}

/** The line behind what the item says itself: the lists in it are items of their own. */
function ownEnd(tokens: readonly Token[], index: number, behind: number): number {
	const level = tokens[index]?.level ?? 0;
	for (const { type, map, level: inner } of tokens.slice(index + 1)) {
		if (type === 'list_item_close' && inner === level) return behind;
		if (/_list_open$/.test(type) && map) return map[0];
	}
	return behind;
}

function readItem(
	text: string,
	{ line, end, parent }: { line: number; end: number; parent: number },
	positions: Positions,
): ListItemCache {
	const whole = positions.ofLines(line, Math.max(end, line + 1));
	const source = text.slice(whole.start.offset, whole.end.offset);
	const indent = /^[\s>]*/.exec(source)?.[0].length ?? 0;
	const task = MARKER.exec(`${source}\n`)?.[1];
	const firstLine = source.split('\n', 1)[0] ?? '';
	const id = /\s\^([a-zA-Z\d-]+)$/.exec(firstLine.trimEnd())?.[1];
	return {
		position: positions.pos(whole.start.offset + indent, whole.end.offset),
		parent,
		...(task === undefined ? {} : { task }),
		...(id === undefined ? {} : { id }),
	};
}
