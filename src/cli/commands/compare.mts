import {
	buildComparison,
	comparisonRequestOf,
	nearestNames,
	noteLanguageOf,
	noteTypeOf,
	printComparison,
	printComparisonCsv,
} from '../../core/index';
import type { Comparison, Note, NoteIndex } from '../../core/index';
import { CliError } from '../cli-error.mts';
import {
	printJson,
	readVault,
	requireNote,
	vaultName,
	warnOfUnreadable,
} from '../command-context.mts';
import type { CommandContext, ExitCode } from '../command-context.mts';
import { parseChoices } from '../parse-options.mts';

/** Options as typed. */
export interface CompareOptions {
	readonly criteria?: string;
	readonly onlyDifferences?: boolean;
	readonly format?: string;
}

/** Compares notes, or shows what a comparison note compares. */
export async function runCompare(
	context: CommandContext,
	names: readonly string[],
	options: CompareOptions,
): Promise<ExitCode> {
	const format = parseChoices('--format', options.format, ['md', 'csv', 'json'])?.[0];
	const vault = await readVault(context);
	const { index } = vault;
	const named = names.map(name => requireNote(vault, name, vaultName(context)));
	const { alternatives, criteria } = requestOf(index, [...new Set(named)]);
	const comparison = buildComparison(alternatives, {
		criteria: wantedCriteria(alternatives, options.criteria) ?? criteria,
		onlyDifferences: options.onlyDifferences,
	});
	if (format === 'json' || context.options.json) printJson(context, toJson(comparison));
	else if (format === 'csv')
		context.host.out(printComparisonCsv(comparison, noteLanguageOf(index)));
	else
		context.host.out(
			`${printComparison(comparison, { index, from: '', language: noteLanguageOf(index) })}\n`,
		);
	warnOfUnreadable(context, vault);
	return 0;
}

interface Request {
	readonly alternatives: readonly Note[];
	readonly criteria?: readonly string[] | undefined;
}

function requestOf(index: NoteIndex, notes: readonly Note[]): Request {
	const [first] = notes;
	const isSaved = notes.length === 1 && first !== undefined && noteTypeOf(first) === 'comparison';
	const request: Request = isSaved ? comparisonRequestOf(index, first) : { alternatives: notes };
	if (request.alternatives.length < 2) throw new CliError('cli.error.too-few-alternatives');
	return request;
}

function wantedCriteria(notes: readonly Note[], text: string | undefined): string[] | undefined {
	if (text === undefined) return undefined;
	const known = [...new Set(notes.flatMap(note => [...note.properties.keys()]))];
	return text.split(',').map(item => {
		const wanted = item.trim();
		const found = known.find(name => name.toLowerCase() === wanted.toLowerCase());
		if (found === undefined) {
			throw new CliError(
				'cli.error.unknown-criterion',
				{ name: wanted },
				nearestNames(wanted, known),
			);
		}
		return found;
	});
}

function toJson({ alternatives, criteria, cells }: Comparison): unknown {
	return {
		alternatives: alternatives.map(({ title }) => title),
		criteria,
		cells: cells.map(row => row.map(value => value ?? null)),
	};
}
