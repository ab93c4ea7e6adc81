import { printEndMarker } from '../markdown/region-markers';
import type { MarkerProblem } from '../markdown/structure';
import type { Note } from '../vault/note';

/** Faults that others follow from. */
const CAUSES: readonly MarkerProblem['kind'][] = [
	'unfinished',
	'misspelt',
	'misplaced',
	'misnamed',
	'unknown-attribute',
	'conflict',
];

/** One problem for each tangle of a note's markers: repaired at its cause, the others are gone as well. */
export function tellMarkersOnce({ text, structure }: Note): MarkerProblem[] {
	return tanglesOf(structure.markerProblems).flatMap(tangle => {
		const causes = CAUSES.flatMap(kind => tangle.find(problem => problem.kind === kind) ?? []);
		const isClosed = tangle.some(
			({ kind, name }) => kind === 'unclosed' && text.includes(printEndMarker(name)),
		);
		// Where an end stands after all, the marker that came between is what is wrong.
		const between = isClosed ? tangle.find(({ kind }) => kind === 'nested') : undefined;
		return causes[0] ?? between ?? tangle[0] ?? [];
	});
}

/** Problems of one name, and what is nested belongs to what it stands in. */
function tanglesOf(problems: readonly MarkerProblem[]): MarkerProblem[][] {
	const tangles: MarkerProblem[][] = [];
	const byName = new Map<string, MarkerProblem[]>();
	for (const problem of problems) {
		const above = problem.kind === 'nested' ? tangles.at(-1) : undefined;
		const tangle = byName.get(problem.name) ?? above ?? [];
		if (tangle.length === 0) tangles.push(tangle);
		tangle.push(problem);
		byName.set(problem.name, tangle);
	}
	return tangles;
}
