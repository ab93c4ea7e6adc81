import { comparisonRequestOf } from '../comparisons/comparison-request';
import { printMermaidMap } from '../maps/print-mermaid-map';
import { categoryMap, mapOfNotes, neighbourhoodMap } from '../maps/relation-map';
import type { RelationMap } from '../maps/relation-map';
import { noteTypeOf } from '../schema/note-type';
import type { RegionContext } from './region-context';

/**
 * The map of a category, or without an argument that of the note: its alternatives on a comparison, else the notes
 * that it is related to.
 */
export function printMap(context: RegionContext): string {
	const { index, note, language } = context;
	return printMermaidMap(mapOf(context), { index, from: note.path, language });
}

function mapOf({ index, note, argument }: RegionContext): RelationMap {
	if (argument !== '') return categoryMap(index, argument);
	return noteTypeOf(note) === 'comparison'
		? mapOfNotes(index, comparisonRequestOf(index, note).alternatives)
		: neighbourhoodMap(index, note.path);
}
