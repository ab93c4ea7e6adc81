import { countSeverities, sortDiagnostics } from '../checks/check-vault';
import type { Diagnostic, DiagnosticCode } from '../checks/diagnostic';
import { FIXABLE_CODES } from '../fixes/fix-of';
import type { Fix } from '../fixes/fix-of';
import { planFixes } from '../fixes/plan-fixes';
import type { Repair, VaultRepair } from '../fixes/repair-vault';
import { planVaultRefresh } from '../regions/refresh-vault';
import { changedLines } from '../text/changed-lines';
import type { ChangedLines } from '../text/changed-lines';
import type { NoteIndex } from '../vault/note-index';
import { nearestNames } from '../text/nearest-names';
import { answer, refuse } from './answer';
import type { Answer, Refusal, Say } from './answer';

/** Findings about a vault, with the notes that they are about. */
export interface CheckReport {
	readonly index: NoteIndex;
	readonly found: readonly Diagnostic[];
	/** How many notes there are, those that nobody could read among them. */
	readonly notes: number;
}

/** What is wrong in a vault, and what of it can be repaired. */
export function answerCheck({ index, found, notes }: CheckReport, say: Say): Answer {
	const diagnostics = sortDiagnostics(found);
	const counts = countSeverities(diagnostics);
	const refreshed = linesOfRefresh(index, diagnostics);
	const planned = planFixes(index, diagnostics);
	const entries = diagnostics.map(diagnostic => ({
		...describe(diagnostic, say),
		fixes: linesOf(index, diagnostic, planned.get(diagnostic), refreshed),
	}));
	const fixable = entries.filter(({ fixes }) => fixes.length > 0).length;
	const { error: errors, warning: warnings, info: infos } = counts;
	const isClean = entries.length === 0;
	const lines = [
		...entries.map(entry => printFinding(entry, say)),
		isClean
			? say('cli.check.nothing', { notes })
			: say('cli.check.summary', { notes, errors, warnings, infos }),
		...(fixable > 0 ? [say('cli.check.fixable', { count: fixable })] : []),
		'',
	];
	return answer(
		{ diagnostics: entries, summary: { notes, ...counts } },
		lines.join('\n'),
		!isClean,
	);
}

/** Codes of findings that somebody wants repaired: all that can be, if they name none. */
export function readFixCodes(
	typed: readonly string[],
): { readonly kind: 'read'; readonly codes: readonly DiagnosticCode[] } | Refusal {
	const names = typed
		.flatMap(list => list.split(','))
		.map(name => name.trim())
		.filter(name => name !== '');
	const codes: DiagnosticCode[] = [];
	for (const value of names) {
		const code = FIXABLE_CODES.find(known => known === value);
		if (code === undefined) {
			const params = { value, option: '--fix', allowed: FIXABLE_CODES.join(', ') };
			return refuse('cli.error.invalid-value', params, nearestNames(value, FIXABLE_CODES, 2));
		}
		codes.push(code);
	}
	return { kind: 'read', codes: codes.length > 0 ? codes : FIXABLE_CODES };
}

/** What is said where repairs are to be written and none were asked for. */
export function refuseApplyAlone(): Refusal {
	return refuse('cli.error.apply-alone');
}

/** How repairs are told. */
export interface RepairTelling {
	readonly say: Say;
	/** False where they are only shown. */
	readonly writes: boolean;
	/** Findings of the host, which no repair of a note takes away. */
	readonly unreadable: readonly Diagnostic[];
}

/** Tells what is repaired, line by line, and how much is left for the reader. */
export function answerRepair(
	{ repairs, edits, left }: VaultRepair,
	{ say, writes, unreadable }: RepairTelling,
): Answer {
	const remaining = sortDiagnostics([...unreadable, ...left]);
	const told = repairs.map(({ diagnostic, lines }) => ({ ...describe(diagnostic, say), lines }));
	const files = edits.map(({ path }) => path);
	const json = {
		repairs: told.map(({ lines: { line, before, after }, ...entry }) => ({
			...{ ...entry, line, before, after },
		})),
		[writes ? 'written' : 'wouldWrite']: files,
		diagnostics: remaining.map(diagnostic => describe(diagnostic, say)),
		summary: countSeverities(remaining),
	};
	const counts = { count: repairs.length, files: files.length, left: remaining.length };
	const text = [
		...repairs.map(repair => printRepair(repair, say)),
		say(
			`cli.check.${repairs.length === 0 ? 'no-repair' : writes ? 'repaired' : 'would-repair'}`,
			counts,
		),
		'',
	].join('\n');
	return answer(json, text, remaining.length > 0 || (!writes && repairs.length > 0));
}

type Entry = Pick<Diagnostic, 'code' | 'severity' | 'path' | 'line'> & { readonly message: string };

function describe({ code, severity, path, line, params }: Diagnostic, say: Say): Entry {
	return { code, severity, path, line, message: say(`check.${code}`, params) };
}

function printFinding({ code, severity, path, line, message }: Entry, say: Say): string {
	return `${path}:${line}: ${say(`severity.${severity}`)}: ${message} [${code}]`;
}

/** A longer change is cut: nobody reads a whole table twice. */
const MOST_LINES = 12;

function printRepair({ diagnostic, lines }: Repair, say: Say): string {
	const { line, before, after } = lines;
	const print = (mark: string, texts: readonly string[]): string[] => [
		...texts.slice(0, MOST_LINES).map(text => `  ${mark} ${text}`.trimEnd()),
		...(texts.length > MOST_LINES
			? [`  ${mark} ${say('cli.check.more-lines', { count: texts.length - MOST_LINES })}`]
			: []),
	];
	const head = printFinding({ ...describe(diagnostic, say), line }, say);
	return [head, ...print('-', before), ...print('+', after)].join('\n');
}

interface FixLines extends ChangedLines {
	readonly path: string;
}

function linesOf(
	index: NoteIndex,
	{ path, code }: Diagnostic,
	fix: Fix | undefined,
	refreshed: ReadonlyMap<string, ChangedLines>,
): FixLines[] {
	const note = fix && index.find(fix.path);
	const lines =
		fix && note
			? changedLines(note.text, fix.edits)
			: code === 'region-outdated'
				? refreshed.get(path)
				: undefined;
	return lines ? [{ path, ...lines }] : [];
}

function linesOfRefresh(
	index: NoteIndex,
	found: readonly Diagnostic[],
): ReadonlyMap<string, ChangedLines> {
	const lines = new Map<string, ChangedLines>();
	if (!found.some(({ code }) => code === 'region-outdated')) return lines;
	for (const edit of planVaultRefresh(index).edits) {
		const text = index.find(edit.path)?.text;
		if (edit.kind === 'change' && text !== undefined)
			lines.set(edit.path, changedLines(text, edit.edits));
	}
	return lines;
}
