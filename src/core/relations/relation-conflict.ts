import type { NoteIndex } from '../vault/note-index';
import type { NotePath } from '../vault/note-path';
import { findCycles } from './cycle';
import { acyclicKindOf } from './relation-kind';
import type { AcyclicKind } from './relation-kind';
import { statedRelations } from './stated-relation';
import type { StatedRelation } from './stated-relation';

/** Relations that cannot all hold, with the one at which that is told. */
export type RelationConflict =
	| { readonly kind: 'to-itself'; readonly stated: StatedRelation }
	| {
			/** `twice`: the same said again; `contradiction`: two kinds that exclude each other. */
			readonly kind: 'twice' | 'contradiction';
			readonly stated: StatedRelation;
			readonly other: StatedRelation;
	  }
	| {
			readonly kind: 'cycle';
			readonly stated: StatedRelation;
			readonly along: AcyclicKind;
			/** From a note back to itself. */
			readonly chain: readonly NotePath[];
	  };

/** A relation of an acyclic kind, turned so that all of a kind run one way. */
interface Edge {
	readonly from: NotePath;
	readonly to: NotePath;
	readonly stated: StatedRelation;
}

/** All that cannot hold among the relations of a vault. Linear in their number; a tangle of cycles is told once. */
export function listRelationConflicts(index: NoteIndex): RelationConflict[] {
	const all = statedRelations(index);
	const others = all.filter(({ source, target }) => source !== target);
	const edges = edgesByKind(others);
	const reversed = reversals(edges);
	return [
		...all
			.filter(({ source, target }) => source === target)
			.map(stated => ({ kind: 'to-itself' as const, stated })),
		...repetitions(others),
		...reversed,
		...exclusions(others),
		...cycles(edges, new Set(reversed.map(({ stated }) => pairOf(stated)))),
	];
}

/** The same kind to the same note twice in one list; a field or a property may say again what the list says. */
function repetitions(relations: readonly StatedRelation[]): RelationConflict[] {
	const first = new Map<string, StatedRelation>();
	const found: RelationConflict[] = [];
	for (const stated of relations) {
		if (stated.form !== 'item') continue;
		const key = `${stated.source}\n${stated.kind}\n${stated.target}`;
		const other = first.get(key);
		if (other) found.push({ kind: 'twice', stated, other });
		else first.set(key, stated);
	}
	return found;
}

function edgesByKind(relations: readonly StatedRelation[]): ReadonlyMap<AcyclicKind, Edge[]> {
	const edges = new Map<AcyclicKind, Edge[]>();
	for (const stated of relations) {
		const kind = acyclicKindOf(stated.kind);
		if (!kind) continue;
		const { source, target } = stated;
		const [from, to] = stated.kind === kind ? [source, target] : [target, source];
		const ofKind = edges.get(kind);
		if (ofKind) ofKind.push({ from, to, stated });
		else edges.set(kind, [{ from, to, stated }]);
	}
	return edges;
}

/** A note that says of another one both a kind and its inverse. */
function reversals(
	edges: ReadonlyMap<AcyclicKind, readonly Edge[]>,
): (RelationConflict & { kind: 'contradiction' })[] {
	return [...edges.values()].flatMap(ofKind => {
		const firstByDirection = new Map<string, Edge>();
		const keyOf = (from: NotePath, to: NotePath, by: NotePath): string => [by, from, to].join('\n');
		const told = new Set<string>();
		return ofKind.flatMap(edge => {
			const { from, to, stated } = edge;
			const other = firstByDirection.get(keyOf(to, from, stated.source));
			firstByDirection.set(keyOf(from, to, stated.source), edge);
			const key = `${stated.source}\n${pairOf(stated)}`;
			if (!other || told.has(key)) return [];
			told.add(key);
			return [{ kind: 'contradiction' as const, stated, other: other.stated }];
		});
	});
}

/** What replaces another one in a choice is neither a part of it nor built on it, whichever end says so. */
function exclusions(
	relations: readonly StatedRelation[],
): (RelationConflict & { kind: 'contradiction' })[] {
	const alternatives = new Map<string, StatedRelation>();
	for (const stated of relations) {
		if (stated.kind !== 'alternative-to' || alternatives.has(pairOf(stated))) continue;
		alternatives.set(pairOf(stated), stated);
	}
	return relations.flatMap(other => {
		const kind = acyclicKindOf(other.kind);
		const stated = alternatives.get(pairOf(other));
		if (!stated || (kind !== 'part-of' && kind !== 'based-on')) return [];
		alternatives.delete(pairOf(other));
		return [{ kind: 'contradiction' as const, stated, other }];
	});
}

function cycles(
	edges: ReadonlyMap<AcyclicKind, readonly Edge[]>,
	told: ReadonlySet<string>,
): RelationConflict[] {
	return [...edges].flatMap(([along, ofKind]) => {
		const stating = new Map<string, StatedRelation>();
		for (const { from, to, stated } of ofKind) {
			const key = `${from}\n${to}`;
			if (!stating.has(key)) stating.set(key, stated);
		}
		return findCycles(ofKind).flatMap(chain => {
			const [from = '', to = ''] = chain;
			const stated = stating.get(`${from}\n${to}`);
			// One note that says both ways has been told already.
			if (!stated || (chain.length === 3 && told.has(pairOf(stated)))) return [];
			return [{ kind: 'cycle' as const, stated, along, chain }];
		});
	});
}

function pairOf({ source, target }: StatedRelation): string {
	return source < target ? `${source}\n${target}` : `${target}\n${source}`;
}
