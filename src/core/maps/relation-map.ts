import { relationsOf } from '../relations/relation';
import { byTier, technologiesOf, tierOf } from '../schema/category-members';
import { categoryOf, noteTypeOf } from '../schema/note-type';
import type { Note } from '../vault/note';
import type { NoteIndex } from '../vault/note-index';
import type { NotePath } from '../vault/note-path';
import { isOnMaps, mapEdges } from './map-edge';
import type { MapEdge } from './map-edge';

/** Notes and the relations between them, few enough to be read on a phone. */
export interface RelationMap {
	/** The notes, the one in the middle first. */
	readonly nodes: readonly Note[];
	readonly edges: readonly MapEdge[];
	/** The note that the map is about, if it is about one. */
	readonly centre: NotePath | undefined;
	/** How many notes would belong on the map and are not drawn. */
	readonly leftOut: number;
}

/** More nodes cannot be read on a phone. */
export const MOST_NODES = 12;

const EMPTY: RelationMap = { nodes: [], edges: [], centre: undefined, leftOut: 0 };

/**
 * A note and those that it is related to; lines between two others are left out, or the note would drown in them.
 * Concepts to which a technology is merely related are left out as well: such a line says less than the list does.
 */
export function neighbourhoodMap(index: NoteIndex, path: NotePath): RelationMap {
	const centre = index.find(path);
	if (!centre || !isOnMaps(centre)) return EMPTY;
	const otherEnd = ({ from, to }: MapEdge): Note | undefined =>
		index.find(from === path ? to : from);
	const edges = mapEdges(index, [centre]).filter(
		edge => edge.kind !== 'related-to' || !isConceptOf(centre, otherEnd(edge)),
	);
	const others = new Set(edges.flatMap(edge => otherEnd(edge) ?? []));
	return arrange([centre], byRank([...others]), edges);
}

/**
 * The technologies of a category and those of others that they are related to. Lines between two outsiders are left
 * out; so are alternatives, which the members of a category are to each other, as long as there is another line.
 */
export function categoryMap(index: NoteIndex, category: string): RelationMap {
	const members = technologiesOf(index, category);
	const all = mapEdges(index, members);
	const others = all.filter(({ kind }) => kind !== 'alternative-to');
	const edges = others.length > 0 ? others : all;
	const outsiders = findNotes(
		index,
		edges.flatMap(({ from, to }) => [from, to]),
	).filter(note => noteTypeOf(note) === 'technology' && categoryOf(note) !== category);
	return arrange([], [...byRank(members), ...byRank(outsiders)], edges);
}

/** Some notes and the relations between them, with nobody else. */
export function mapOfNotes(index: NoteIndex, notes: readonly Note[]): RelationMap {
	const shown = notes.filter(isOnMaps);
	const paths = new Set(shown.map(({ path }) => path));
	const edges = mapEdges(index, shown).filter(({ from, to }) => paths.has(from) && paths.has(to));
	return arrange([], byRank(shown), edges);
}

function isConceptOf(technology: Note, other: Note | undefined): boolean {
	return (
		noteTypeOf(technology) === 'technology' &&
		other !== undefined &&
		noteTypeOf(other) === 'concept'
	);
}

function findNotes(index: NoteIndex, paths: readonly NotePath[]): Note[] {
	return [...new Set(paths)].flatMap(path => index.find(path) ?? []);
}

/** The most important tier first, then those that state the most relations, then by title. */
function byRank(notes: readonly Note[]): Note[] {
	const stated = new Map(notes.map(note => [note, relationsOf(note).relations.length]));
	const count = (note: Note): number => stated.get(note) ?? 0;
	// The sort is stable: where tier and count are the same, the title has decided.
	return byTier(notes).sort((a, b) => tierOf(a) - tierOf(b) || count(b) - count(a));
}

function arrange(
	centre: readonly Note[],
	others: readonly Note[],
	edges: readonly MapEdge[],
): RelationMap {
	if (edges.length === 0) return EMPTY;
	const all = [...centre, ...others];
	const nodes = all.slice(0, MOST_NODES);
	const place = new Map(nodes.map(({ path }, at) => [path, at]));
	return {
		nodes,
		edges: edges.filter(({ from, to }) => place.has(from) && place.has(to)),
		centre: centre[0]?.path,
		leftOut: all.length - nodes.length,
	};
}
