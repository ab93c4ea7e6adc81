import { inverseOf, relationKindName } from '../relations/relation-kind';
import { categoryName, categoryOrder } from '../schema/category';
import { byTier } from '../schema/category-members';
import { categoryOf, noteIdOf, noteLanguageOf, notesOfType } from '../schema/note-type';
import type { NoteLanguage } from '../schema/note-type';
import { compareText } from '../text/compare-text';
import { hashText } from '../text/hash-text';
import type { Note } from '../vault/note';
import type { NoteIndex } from '../vault/note-index';
import type { NotePath } from '../vault/note-path';
import { LEGEND_ID } from './canvas';
import type { Canvas, CanvasColor, CanvasEdge, CanvasNode, CanvasSide } from './canvas';
import { mapEdges } from './map-edge';
import type { MapEdge } from './map-edge';

const CARD = { width: 280, height: 120 };
/** Between the cards of a group: wide enough for a word on a line. */
const GAP = { x: 140, y: 100 };
const PADDING = 40;
const GROUP_GAP = 200;
const LEGEND = { width: 700, height: 260 };
/** Cards side by side in a group. */
const COLUMNS = 2;

const COLORS: readonly CanvasColor[] = ['1', '5', '4', '3', '6', '2'];

interface Words {
	readonly none: string;
	readonly legend: readonly string[];
}

const WORDS: Readonly<Record<NoteLanguage, Words>> = {
	zh: {
		none: '未分类',
		legend: [
			'# 技术全景',
			'每个框是一个类别，每张卡片是一篇技术笔记，连线来自笔记的「关系」：箭头顺着数据流向，或指向它所基于、依赖的一方；没有箭头的是集成、替代与相关。',
			'笔记变了，更新时这张图跟着变。想自己摆放就删掉这张说明卡：从此这张图归你，不再改动。',
		],
	},
	en: {
		none: 'No category',
		legend: [
			'# The stack',
			'A frame is a category, a card is a note on a technology, and lines come from the relations in the notes: an arrow follows the data, or points at what something is based on or depends on. Integrations, alternatives and mere relations have no arrow.',
			'A refresh keeps this up to date. To arrange it yourself, delete this card: from then on the canvas is yours and is not changed any more.',
		],
	},
};

/** All technologies by category with the relations between them; the same notes give the same canvas. */
export function stackCanvas(index: NoteIndex): Canvas {
	const language = noteLanguageOf(index);
	const technologies = notesOfType(index, 'technology');
	const ids = cardIds(technologies);
	const legend: CanvasNode = {
		id: LEGEND_ID,
		type: 'text',
		text: WORDS[language].legend.join('\n\n'),
		x: 0,
		y: -LEGEND.height - GROUP_GAP,
		...LEGEND,
	};
	const groups = layOutGroups(technologies, ids, language);
	const cards = new Map(groups.map(node => [node.id, node]));
	const shown = new Set(technologies.map(({ path }) => path));
	const edges = mapEdges(index, technologies)
		.filter(({ from, to }) => shown.has(from) && shown.has(to))
		.flatMap(edge => {
			const from = cards.get(ids.get(edge.from) ?? '');
			const to = cards.get(ids.get(edge.to) ?? '');
			return from && to ? [printEdge(edge, from, to, language)] : [];
		});
	return { nodes: [legend, ...groups], edges: edges.sort((a, b) => compareText(a.id, b.id)) };
}

/** A card keeps its id across renames: it is that of the note, or of its path where a note has none of its own. */
function cardIds(technologies: readonly Note[]): ReadonlyMap<NotePath, string> {
	const ids = new Map<NotePath, string>();
	const taken = new Set<string>();
	for (const note of technologies) {
		const own = noteIdOf(note);
		const wanted = own === undefined ? undefined : `note-${own}`;
		const id = wanted === undefined || taken.has(wanted) ? `path-${hashText(note.path)}` : wanted;
		taken.add(id);
		ids.set(note.path, id);
	}
	return ids;
}

/** Frames in a grid as square as they are many; a column is as wide, a row as high as what it holds. */
function layOutGroups(
	technologies: readonly Note[],
	ids: ReadonlyMap<NotePath, string>,
	language: NoteLanguage,
): CanvasNode[] {
	const categories = [...new Set(technologies.map(categoryOf))].sort(
		(a = '', b = '') =>
			Number(a === '') - Number(b === '') ||
			categoryOrder(a) - categoryOrder(b) ||
			compareText(a, b),
	);
	const columns = Math.ceil(Math.sqrt(categories.length));
	const width = spanOf(COLUMNS, CARD.width, GAP.x) + 2 * PADDING;
	const nodes: CanvasNode[] = [];
	let y = 0;
	let rowHeight = 0;
	categories.forEach((category, at) => {
		const column = at % columns;
		if (column === 0 && at > 0) {
			y += rowHeight + GROUP_GAP;
			rowHeight = 0;
		}
		const members = byTier(technologies.filter(note => categoryOf(note) === category));
		const x = column * (width + GROUP_GAP);
		const height = spanOf(Math.ceil(members.length / COLUMNS), CARD.height, GAP.y) + 2 * PADDING;
		rowHeight = Math.max(rowHeight, height);
		nodes.push({
			id: `category-${category ?? ''}`,
			type: 'group',
			label: category === undefined ? WORDS[language].none : categoryName(category, language),
			color: COLORS[at % COLORS.length] ?? '1',
			...{ x, y, width, height },
		});
		members.forEach((note, i) => {
			nodes.push({
				id: ids.get(note.path) ?? '',
				type: 'file',
				file: note.path,
				x: x + PADDING + (i % COLUMNS) * (CARD.width + GAP.x),
				y: y + PADDING + Math.floor(i / COLUMNS) * (CARD.height + GAP.y),
				...CARD,
			});
		});
	});
	return nodes;
}

function spanOf(count: number, size: number, gap: number): number {
	return count * size + (count - 1) * gap;
}

function printEdge(
	{ kind, heads }: MapEdge,
	from: CanvasNode,
	to: CanvasNode,
	language: NoteLanguage,
): CanvasEdge {
	const word = relationKindName(kind, language);
	const [fromSide, toSide] = sidesOf(from, to);
	return {
		id: `${kind}:${from.id}:${to.id}`,
		fromNode: from.id,
		fromSide,
		...(heads === 'both' ? { fromEnd: 'arrow' as const } : {}),
		toNode: to.id,
		toSide,
		...(heads === 'none' ? { toEnd: 'none' as const } : {}),
		label: heads === 'both' ? `${word} / ${relationKindName(inverseOf(kind), language)}` : word,
	};
}

/** The sides that face each other. */
function sidesOf(from: CanvasNode, to: CanvasNode): readonly [CanvasSide, CanvasSide] {
	const [dx, dy] = [to.x - from.x, to.y - from.y];
	if (Math.abs(dx) >= Math.abs(dy)) return dx > 0 ? ['right', 'left'] : ['left', 'right'];
	return dy > 0 ? ['bottom', 'top'] : ['top', 'bottom'];
}
