import { inertMarkdown } from '../markdown/inert-text';
import { printTable } from '../markdown/table';
import type { NoteLanguage } from '../schema/note-type';
import type { NoteIndex } from '../vault/note-index';
import type { NotePath } from '../vault/note-path';
import { printLink, printLinkTo } from '../vault/print-link';
import type { Comparison } from './comparison';
import type { ComparisonLayout } from './comparison-request';
import { proofsOf } from './criterion-proof';

const WORDS = {
	zh: { criterion: '对比项', alternative: '技术', unknown: '（待填）', proof: '依据' },
	en: {
		criterion: 'Criterion',
		alternative: 'Technology',
		unknown: '(to be filled in)',
		proof: 'source',
	},
} as const;

/** Where a table will stand and in which language the notes are. */
export interface TablePlace {
	readonly index: NoteIndex;
	readonly from: NotePath;
	readonly language: NoteLanguage;
	/** Alternatives as columns unless told. */
	readonly layout?: ComparisonLayout | undefined;
	/** Adds to each value a link to the section that proves it, where there is one. */
	readonly withProofs?: boolean | undefined;
}

/**
 * A Markdown table; each alternative is a link to its note, and what is unknown says so.
 *
 * Values keep their emphasis, code and formulas, and do nothing else: a tag or a link is that of the note which states it.
 */
export function printComparison(comparison: Comparison, place: TablePlace): string {
	const { index, from, language, layout, withProofs } = place;
	const words = WORDS[language];
	const heads = comparison.alternatives.map(({ path }) => printLink(index, path, from));
	const proofs = comparison.alternatives.map(({ path }) => {
		const note = withProofs ? index.find(path) : undefined;
		return note && proofsOf(note);
	});
	const cells = comparison.criteria.map((criterion, i) =>
		comparison.alternatives.map(({ path }, column) => {
			const value = comparison.cells[i]?.[column];
			if (value === undefined) return words.unknown;
			const subpath = proofs[column]?.get(criterion);
			const said = inertMarkdown(value);
			if (subpath === undefined) return said;
			return `${said} ${printLinkTo(index, { path, subpath, text: words.proof }, from)}`;
		}),
	);
	const criteria = comparison.criteria.map(inertMarkdown);
	if (layout === 'rows') {
		const rows = heads.map((head, column) => [head, ...cells.map(row => row[column] ?? '')]);
		return printTable([words.alternative, ...criteria], rows);
	}
	const rows = criteria.map((criterion, i) => [criterion, ...(cells[i] ?? [])]);
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
