import { inverseOf, relationKindName } from '../relations/relation-kind';
import type { NoteLanguage } from '../schema/note-type';
import type { NoteIndex } from '../vault/note-index';
import type { NotePath } from '../vault/note-path';
import { shortestName } from '../vault/print-link';
import type { MapEdge } from './map-edge';
import { printMermaidText } from './mermaid-text';
import type { RelationMap } from './relation-map';

/** Whose note the map stands in, and in which language. */
export interface MapPrinting {
	readonly index: NoteIndex;
	readonly from: NotePath;
	readonly language: NoteLanguage;
}

const LEFT_OUT: Readonly<Record<NoteLanguage, (count: number) => string>> = {
	zh: count => `另有 ${count} 篇相关笔记没有画出。`,
	en: count => `Related notes that are not drawn: ${count}.`,
};

/**
 * A map as a fenced Mermaid flowchart, empty for a map without lines.
 *
 * A node opens its note in Obsidian: the class `internal-link` takes the label for a link, so the label is what a link
 * would say. No colours: those of the reader's theme hold in light and dark.
 */
export function printMermaidMap(map: RelationMap, { index, from, language }: MapPrinting): string {
	if (map.edges.length === 0) return '';
	const place = new Map(map.nodes.map(({ path }, at) => [path, at]));
	const id = (path: NotePath): string => `n${(place.get(path) ?? 0) + 1}`;
	const nodes = map.nodes.map(
		({ path }) => `  ${id(path)}["${printMermaidText(shortestName(index, path, from))}"]`,
	);
	const edges = orderEdges(map.edges, place).map(
		edge => `  ${id(edge.from)} ${printArrow(edge, language)} ${id(edge.to)}`,
	);
	const linked = map.nodes.filter(({ path }) => path !== from).map(({ path }) => id(path));
	const lines = ['```mermaid', 'flowchart LR', ...nodes, ...edges];
	if (linked.length > 0) lines.push(`  class ${linked.join(',')} internal-link`);
	if (map.centre !== undefined) lines.push(`  style ${id(map.centre)} stroke-width:3px`);
	lines.push('```');
	if (map.leftOut > 0) lines.push('', LEFT_OUT[language](map.leftOut));
	return lines.join('\n');
}

/** Lines in the order of the nodes that they begin and end at; one without direction begins at the first of the two. */
function orderEdges(
	edges: readonly MapEdge[],
	place: ReadonlyMap<NotePath, number>,
): readonly MapEdge[] {
	const placeOf = (path: NotePath): number => place.get(path) ?? 0;
	return edges
		.map(edge =>
			edge.heads !== 'to' && placeOf(edge.to) < placeOf(edge.from)
				? { ...edge, from: edge.to, to: edge.from }
				: edge,
		)
		.sort((a, b) => placeOf(a.from) - placeOf(b.from) || placeOf(a.to) - placeOf(b.to));
}

function printArrow({ kind, heads }: MapEdge, language: NoteLanguage): string {
	const word = relationKindName(kind, language);
	if (kind === 'alternative-to') return `-.-|"${word}"|`;
	if (heads === 'none') return `---|"${word}"|`;
	if (heads === 'to') return `-->|"${word}"|`;
	return `<-->|"${word} / ${relationKindName(inverseOf(kind), language)}"|`;
}
