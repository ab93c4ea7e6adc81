import { buildComparison, comparisonRequestOf } from '../comparisons/comparison';
import type { Comparison } from '../comparisons/comparison';
import { printComparison, printComparisonCsv } from '../comparisons/print-comparison';
import { noteLanguageOf, noteTypeOf } from '../schema/note-type';
import { nearestNames } from '../text/nearest-names';
import type { Note } from '../vault/note';
import type { NoteIndex } from '../vault/note-index';
import { answer, printJsonText, refuse } from './answer';
import type { Answer, Refusal } from './answer';
import { namedNote } from './named-note';
import { readChoices, splitItems } from './parse-choices';

/** What to compare, as typed. */
export interface ComparisonWish {
	/** Notes by path, title, id or alias: two or more, or one comparison note. */
	readonly names: readonly string[];
	readonly vaultName: string;
	readonly criteria?: string | undefined;
	readonly onlyDifferences?: boolean | undefined;
	/** `md`, `csv` or `json`. */
	readonly format?: string | undefined;
}

/** A comparison of notes, or that of one comparison note. */
export function answerCompare(index: NoteIndex, wish: ComparisonWish): Answer | Refusal {
	const format = readChoices({ name: '--format', text: wish.format }, ['md', 'csv', 'json']);
	if (format.kind === 'refused') return format;
	const notes = new Set<Note>();
	for (const name of wish.names) {
		const named = namedNote(index, name, wish.vaultName);
		if (named.kind === 'refused') return named;
		notes.add(named.note);
	}
	const request = requestOf(index, [...notes]);
	if (request.alternatives.length < 2) return refuse('cli.error.too-few-alternatives');
	const wanted = wantedCriteria(request.alternatives, wish.criteria);
	if (wanted?.kind === 'refused') return wanted;
	const comparison = buildComparison(request.alternatives, {
		criteria: wanted?.names ?? request.criteria,
		onlyDifferences: wish.onlyDifferences,
	});
	const json = comparisonJson(comparison);
	return answer(json, printAs(format.items?.[0] ?? 'md', comparison, index, json));
}

function printAs(format: string, comparison: Comparison, index: NoteIndex, json: unknown): string {
	const language = noteLanguageOf(index);
	if (format === 'json') return `${printJsonText(json)}\n`;
	if (format === 'csv') return printComparisonCsv(comparison, language);
	return `${printComparison(comparison, { index, from: '', language })}\n`;
}

interface Request {
	readonly alternatives: readonly Note[];
	readonly criteria?: readonly string[] | undefined;
}

function requestOf(index: NoteIndex, notes: readonly Note[]): Request {
	const [first] = notes;
	const isSaved = notes.length === 1 && first !== undefined && noteTypeOf(first) === 'comparison';
	return isSaved ? comparisonRequestOf(index, first) : { alternatives: notes };
}

type WantedCriteria = { readonly kind: 'wanted'; readonly names: readonly string[] } | Refusal;

function wantedCriteria(
	notes: readonly Note[],
	text: string | undefined,
): WantedCriteria | undefined {
	if (text === undefined) return undefined;
	const known = [...new Set(notes.flatMap(note => [...note.properties.keys()]))];
	const names: string[] = [];
	for (const name of splitItems(text)) {
		const found = known.find(candidate => candidate.toLowerCase() === name.toLowerCase());
		if (found === undefined)
			return refuse('cli.error.unknown-criterion', { name }, nearestNames(name, known));
		names.push(found);
	}
	return { kind: 'wanted', names };
}

function comparisonJson({ alternatives, criteria, cells }: Comparison): unknown {
	return {
		alternatives: alternatives.map(({ title }) => title),
		criteria,
		cells: cells.map(row => row.map(value => value ?? null)),
	};
}
