import { buildComparison, comparisonRequestOf } from '../comparisons/comparison';
import { printComparison } from '../comparisons/print-comparison';
import { noteLanguageOf } from '../schema/note-type';
import { listBacklinks } from '../relations/backlink-list';
import type { Note } from '../vault/note';
import type { NoteIndex } from '../vault/note-index';
import { printBacklinks } from './print-backlinks';
import { printMembers } from './print-members';
import { printProgress } from './print-progress';
import type { RegionContext } from './region-context';

type RegionWriter = (context: RegionContext) => string;

const WRITERS: ReadonlyMap<string, RegionWriter> = new Map<string, RegionWriter>([
	['backlinks', (context) => printBacklinks(listBacklinks(context.index, context.note.path), context)],
	['comparison', writeComparison],
	['members', printMembers],
	['progress', printProgress],
]);

/** The body that a region should have, with LF line breaks and no blank line at its ends; undefined for an unknown kind. */
export function regionBody(index: NoteIndex, note: Note, name: string): string | undefined {
	const [kind = '', argument = ''] = name.split(':');
	const write = WRITERS.get(kind);
	return write?.({ index, note, language: noteLanguageOf(index), argument });
}

function writeComparison({ index, note, language }: RegionContext): string {
	const { alternatives, criteria } = comparisonRequestOf(index, note);
	if (alternatives.length === 0) return '';
	return printComparison(buildComparison(alternatives, { criteria }), { index, from: note.path, language });
}
