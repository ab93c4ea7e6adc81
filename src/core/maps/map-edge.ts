import { inverseOf } from '../relations/relation-kind';
import type { RelationKind } from '../relations/relation-kind';
import { relationsOf } from '../relations/relation';
import { isTemplate, noteTypeOf } from '../schema/note-type';
import { compareText } from '../text/compare-text';
import type { Note } from '../vault/note';
import type { NoteIndex } from '../vault/note-index';
import type { NotePath } from '../vault/note-path';

/** A line of a map. Read it as «the note `from` states the relation `kind` to the note `to`». */
export interface MapEdge {
	readonly from: NotePath;
	readonly to: NotePath;
	readonly kind: MapEdgeKind;
	/** `none` for a kind that is its own inverse, `both` where the relation holds both ways. */
	readonly heads: 'none' | 'to' | 'both';
}

/** Of a kind and its inverse the one that a map draws: data flows along the arrow, what builds on another points at it. */
const DRAWN = [
	'downstream',
	'based-on',
	'depends-on',
	'has-part',
	'integrates-with',
	'alternative-to',
	'replaced-by',
	'related-to',
] as const satisfies readonly RelationKind[];

const VAGUE: ReadonlySet<RelationKind> = new Set(['integrates-with', 'related-to']);

/** The kinds that maps draw. */
type MapEdgeKind = (typeof DRAWN)[number];

/**
 * The relations between notes that at least one of the given notes has, stated at either end: one line for two notes
 * and a kind with its inverse, in the order of paths and kinds. A line that says only that there is something between
 * two notes is left out beside one that says what.
 */
export function mapEdges(index: NoteIndex, notes: readonly Note[]): MapEdge[] {
	const edges = new Map<string, MapEdge>();
	const touched = new Set(notes.map(({ path }) => path));
	for (const note of statingNotes(index, notes)) {
		for (const { kind, link } of relationsOf(note).relations) {
			const resolution = index.resolve(link.target, note.path);
			if (resolution.kind === 'missing' || resolution.path === note.path) continue;
			const target = index.find(resolution.path);
			if (!target || !isOnMaps(target)) continue;
			if (!touched.has(note.path) && !touched.has(target.path)) continue;
			addEdge(edges, edgeOf(note.path, kind, target.path));
		}
	}
	return withoutVague([...edges.values()]).sort(
		(a, b) =>
			compareText(a.from, b.from) ||
			compareText(a.to, b.to) ||
			DRAWN.indexOf(a.kind) - DRAWN.indexOf(b.kind),
	);
}

/** True for the notes that a map can show. */
export function isOnMaps(note: Note): boolean {
	const type = noteTypeOf(note);
	return (type === 'technology' || type === 'concept') && !isTemplate(note);
}

/** The notes themselves and those that link to one of them. */
function statingNotes(index: NoteIndex, notes: readonly Note[]): Iterable<Note> {
	const stating = new Map(notes.filter(isOnMaps).map(note => [note.path, note]));
	for (const { path } of notes) {
		for (const { source } of index.backlinks(path)) {
			const note = stating.has(source) ? undefined : index.find(source);
			if (note && isOnMaps(note)) stating.set(source, note);
		}
	}
	return stating.values();
}

function edgeOf(source: NotePath, kind: RelationKind, target: NotePath): MapEdge {
	const drawn = DRAWN.find(known => known === kind);
	if (drawn === undefined) return edgeOf(target, inverseOf(kind), source);
	if (inverseOf(drawn) !== drawn) return { from: source, to: target, kind: drawn, heads: 'to' };
	const [from, to] = compareText(source, target) < 0 ? [source, target] : [target, source];
	return { from, to, kind: drawn, heads: 'none' };
}

function addEdge(edges: Map<string, MapEdge>, edge: MapEdge): void {
	const key = ({ from, to }: Pick<MapEdge, 'from' | 'to'>): string =>
		`${edge.kind}\n${from}\n${to}`;
	const opposite = key({ from: edge.to, to: edge.from });
	if (edge.heads === 'none' || !edges.has(opposite)) {
		if (!edges.has(key(edge))) edges.set(key(edge), edge);
		return;
	}
	const [from, to] =
		compareText(edge.from, edge.to) < 0 ? [edge.from, edge.to] : [edge.to, edge.from];
	edges.delete(opposite);
	edges.set(key({ from, to }), { ...edge, from, to, heads: 'both' });
}

function withoutVague(edges: readonly MapEdge[]): MapEdge[] {
	const pair = ({ from, to }: MapEdge): string => [from, to].sort(compareText).join('\n');
	const precise = new Set(edges.filter(({ kind }) => !VAGUE.has(kind)).map(pair));
	return edges.filter(edge => !VAGUE.has(edge.kind) || !precise.has(pair(edge)));
}
