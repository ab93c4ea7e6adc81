import { printTable } from '../markdown/table';
import type { NoteLanguage } from '../schema/note-type';
import type { NoteIndex } from '../vault/note-index';
import type { NotePath } from '../vault/note-path';
import { printLink } from '../vault/print-link';
import type { Comparison } from './comparison';

const WORDS = {
	zh: { criterion: '对比项', unknown: '（待填）' },
	en: { criterion: 'Criterion', unknown: '(to be filled in)' },
} as const;

/** Where a table will stand and in which language the notes are. */
export interface TablePlace {
	readonly index: NoteIndex;
	readonly from: NotePath;
	readonly language: NoteLanguage;
}

/** A Markdown table, alternatives as columns, each head a link to its note. */
export function printComparison(
	comparison: Comparison,
	{ index, from, language }: TablePlace,
): string {
	const words = WORDS[language];
	const heads = comparison.alternatives.map(({ path }) => printLink(index, path, from));
	const rows = comparison.criteria.map((criterion, i) => [
		criterion,
		...(comparison.cells[i] ?? []).map(value => value ?? words.unknown),
	]);
	return printTable([words.criterion, ...heads], rows);
}

/** Comma-separated values after RFC 4180: every field quoted, CRLF between lines, empty where nothing is known. */
export function printComparisonCsv(comparison: Comparison, language: NoteLanguage): string {
	const quote = (field: string): string => `"${neutralize(field).replace(/"/g, '""')}"`;
	const header = [WORDS[language].criterion, ...comparison.alternatives.map(({ title }) => title)];
	const rows = comparison.criteria.map((criterion, i) => [
		criterion,
		...(comparison.cells[i] ?? []).map(value => value ?? ''),
	]);
	return [header, ...rows].map(row => row.map(quote).join(',')).join('\r\n') + '\r\n';
}

/** A spreadsheet takes a field that begins with one of these for a formula (OWASP, CSV injection). */
function neutralize(field: string): string {
	return /^[=+\-@\t\r]/.test(field) ? `'${field}` : field;
}
