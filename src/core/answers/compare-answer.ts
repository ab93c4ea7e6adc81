import { buildComparison } from '../comparisons/comparison';
import type { Comparison } from '../comparisons/comparison';
import {
	comparisonOfCategory,
	comparisonOfNotes,
	comparisonRequestOf,
	splitNames,
} from '../comparisons/comparison-request';
import type { ComparisonRequest } from '../comparisons/comparison-request';
import { printComparison, printComparisonCsv } from '../comparisons/print-comparison';
import type { TablePlace } from '../comparisons/print-comparison';
import { noteLanguageOf, noteTypeOf } from '../schema/note-type';
import { nearestNames } from '../text/nearest-names';
import type { Note } from '../vault/note';
import type { NoteIndex } from '../vault/note-index';
import { answer, printJsonText, refuse } from './answer';
import type { Answer, Refusal } from './answer';
import { namedNote } from './named-note';
import { readChoices } from './parse-choices';

/** What to compare, as typed. */
export interface ComparisonWish {
	/** Notes by path, title, id or alias: two or more, or one comparison note; none with a category. */
	readonly names: readonly string[];
	/** All technologies of a category. */
	readonly category?: string | undefined;
	readonly vaultName: string;
	readonly criteria?: string | undefined;
	readonly onlyDifferences?: boolean | undefined;
	/** `md`, `csv` or `json`. */
	readonly format?: string | undefined;
	/** Which way the alternatives run in a table of Markdown: `columns` or `rows`. */
	readonly layout?: string | undefined;
}

/** A comparison of notes, or that of one comparison note. */
export function answerCompare(index: NoteIndex, wish: ComparisonWish): Answer | Refusal {
	const format = readChoices({ name: '--format', text: wish.format }, ['md', 'csv', 'json']);
	if (format.kind === 'refused') return format;
	const layout = readChoices({ name: '--layout', text: wish.layout }, ['columns', 'rows']);
	if (layout.kind === 'refused') return layout;
	const notes = new Set<Note>();
	for (const name of wish.names) {
		const named = namedNote(index, name, wish.vaultName);
		if (named.kind === 'refused') return named;
		notes.add(named.note);
	}
	const request = requestOf(index, [...notes], wish.category);
	if (request.alternatives.length < 2) return refuse('cli.error.too-few-alternatives');
	const wanted = wantedCriteria(request.alternatives, wish.criteria);
	if (wanted?.kind === 'refused') return wanted;
	const comparison = buildComparison(request.alternatives, {
		criteria: wanted?.names ?? request.criteria,
		onlyDifferences: wish.onlyDifferences ?? request.onlyDifferences,
	});
	const place = {
		...{ index, from: '', language: noteLanguageOf(index) },
		layout: layout.items?.[0] ?? request.layout,
		withProofs: true,
	};
	const json = comparisonJson(comparison);
	return answer(json, printAs(format.items?.[0] ?? 'md', comparison, place, json));
}

function printAs(format: string, comparison: Comparison, place: TablePlace, json: unknown): string {
	if (format === 'json') return `${printJsonText(json)}\n`;
	if (format === 'csv') return printComparisonCsv(comparison, place.language);
	return `${printComparison(comparison, place)}\n`;
}

function requestOf(index: NoteIndex, notes: readonly Note[], category?: string): ComparisonRequest {
	const [first] = notes;
	if (!first && category !== undefined) return comparisonOfCategory(index, category);
	const isSaved = notes.length === 1 && first !== undefined && noteTypeOf(first) === 'comparison';
	return isSaved ? comparisonRequestOf(index, first) : comparisonOfNotes(notes);
}

type WantedCriteria = { readonly kind: 'wanted'; readonly names: readonly string[] } | Refusal;

function wantedCriteria(
	notes: readonly Note[],
	text: string | undefined,
): WantedCriteria | undefined {
	if (text === undefined) return undefined;
	const known = [...new Set(notes.flatMap(note => [...note.properties.keys()]))];
	const names = new Set<string>();
	for (const name of splitNames(text)) {
		const found = known.find(candidate => candidate.toLowerCase() === name.toLowerCase());
		if (found === undefined)
			return refuse('cli.error.unknown-criterion', { name }, nearestNames(name, known));
		names.add(found);
	}
	return { kind: 'wanted', names: [...names] };
}

function comparisonJson({ alternatives, criteria, cells }: Comparison): unknown {
	return {
		alternatives: alternatives.map(({ title }) => title),
		criteria,
		cells: cells.map(row => row.map(value => value ?? null)),
	};
}
