import type { Region } from '../markdown/structure';
import { alignLines } from './align-lines';
import type { AlignedLine } from './align-lines';
import { foldingOf, MARK_LENGTH, markOf } from './line-marks';
import type { FoldedLine } from './line-marks';

/** One line that is not blank. */
interface BodyLine extends FoldedLine {
	/** Position among all lines of the body. */
	readonly position: number;
	readonly text: string;
	/** The mark that the begin marker would hold for it. */
	readonly key: string;
}

/**
 * The lines of an edited body that the program neither wrote nor would write now; they belong to the reader.
 *
 * What was written, however old, is known from the begin marker. A line counts as the program's as often as it was
 * written, or would be now, wherever it stands. Blank lines between two lines of the reader stay between them; a blank
 * line parts what stood apart.
 */
export function readersLines(
	body: string,
	wanted: string,
	region: Pick<Region, 'name' | 'lines' | 'merged'>,
): string[] {
	const lines = body.split(/\r\n|\n|\r/);
	const found = linesOf(lines, region.name);
	const own = linesOf(wanted.split('\n'), region.name);
	const marks = region.lines ?? '';
	// Marks that do not come out even were themselves merged, character by character.
	const isMerged = region.merged || marks.length % MARK_LENGTH > 0;
	const programs = isMerged ? linesOfTwo(found, own, marks) : linesOfOne(found, own, marks);
	const kept: string[] = [];
	let previous: BodyLine | undefined;
	found.forEach((line, i) => {
		if (programs.has(i)) {
			previous = undefined;
			return;
		}
		if (previous) kept.push(...lines.slice(previous.position + 1, line.position));
		else if (kept.length > 0) kept.push('');
		kept.push(line.text);
		previous = line;
	});
	return kept;
}

function linesOf(lines: readonly string[], name: string): BodyLine[] {
	const fold = foldingOf(name);
	return lines.flatMap((text, position) => {
		if (text.trim() === '') return [];
		const folded = fold(text);
		return [{ ...folded, position, text, key: markOf(folded) }];
	});
}

/**
 * Positions of the program's lines in a body that two devices wrote: how often a line stands there says nothing, for
 * both may have written it.
 */
function linesOfTwo(
	found: readonly BodyLine[],
	own: readonly BodyLine[],
	marks: string,
): ReadonlySet<number> {
	const now = new Set(own.map(({ folded }) => folded));
	const before = new Set<string>();
	// At any place, for characters may have come or gone before it.
	for (let i = 0; i + MARK_LENGTH <= marks.length; i++) before.add(marks.slice(i, i + MARK_LENGTH));
	const programs = new Set<number>();
	found.forEach((line, i) => {
		const isKnown = now.has(line.folded) || before.has(line.key);
		if (isKnown && isPlaced(found, programs, i)) programs.add(i);
	});
	return programs;
}

function isDelimiterRow({ folded }: BodyLine): boolean {
	return folded.includes('|') && folded.includes('---') && /^[|: -]+$/.test(folded);
}

/** False for the delimiter row of a table whose head is not the program's: it is whose the head is. */
function isPlaced(found: readonly BodyLine[], programs: ReadonlySet<number>, i: number): boolean {
	const [above, line] = [found[i - 1], found[i]];
	if (!line || !isDelimiterRow(line)) return true;
	return programs.has(i - 1) && above?.position === line.position - 1;
}

/** Positions of the program's lines in a body that the reader edited. */
function linesOfOne(
	found: readonly BodyLine[],
	own: readonly BodyLine[],
	marks: string,
): ReadonlySet<number> {
	const written = splitMarks(marks);
	const programs =
		written.length > 0
			? alignLines(found, written)
			: alignLines(found.map(byText), own.map(textOf));
	const doubtful = written.length > 0 ? settleTargets(found, programs, own) : new Set<string>();
	takeMoved(found, programs, { budget: own.map(textOf), keyOf: textOf, doubtful });
	takeMoved(found, programs, {
		// Earlier versions told no lines: what would be written now must do, whatever the links are called.
		budget: written.length > 0 ? written : own.map(({ key }) => key),
		keyOf: ({ key }) => key,
		doubtful,
	});
	if (written.length > 0) takeCopies(found, programs, own);
	return programs;
}

/**
 * Adds lines that only repeat others of the program: a merge of characters does that, and who copies one loses nothing.
 * A copied table, or one in which the reader changed a line, is theirs.
 */
function takeCopies(
	found: readonly BodyLine[],
	programs: Set<number>,
	own: readonly BodyLine[],
): void {
	const texts = new Set([...own, ...found.filter((_, i) => programs.has(i))].map(textOf));
	let run: number[] = [];
	for (let i = 0; i <= found.length; i++) {
		if (i < found.length && !programs.has(i)) {
			run.push(i);
			continue;
		}
		const lines = run.flatMap(at => found[at] ?? []);
		if (lines.every(line => texts.has(line.folded) && !isDelimiterRow(line)))
			for (const at of run) programs.add(at);
		run = [];
	}
}

function splitMarks(marks: string): string[] {
	const split: string[] = [];
	for (let i = 0; i < marks.length; i += MARK_LENGTH) split.push(marks.slice(i, i + MARK_LENGTH));
	return split;
}

const textOf = ({ folded }: BodyLine): string => folded;
const byText = ({ position, folded }: BodyLine): AlignedLine => ({ position, key: folded });

/**
 * Where more lines than were written are alike but for the targets of their links, those with the right targets are the
 * program's; where that does not tell them apart, none is, for a line too many is better than one too few.
 *
 * Answers the keys of the lines in doubt.
 */
function settleTargets(
	found: readonly BodyLine[],
	programs: Set<number>,
	own: readonly BodyLine[],
): Set<string> {
	const doubtful = new Set<string>();
	const now = new Set(own.map(textOf));
	const groups = new Map<string, number[]>();
	found.forEach(({ key }, i) => groups.set(key, [...(groups.get(key) ?? []), i]));
	for (const [key, group] of groups) {
		const taken = group.filter(i => programs.has(i));
		const texts = new Set(group.map(i => found[i]?.folded));
		if (taken.length === group.length || texts.size === 1) continue;
		const first = [...taken, ...group.filter(i => !programs.has(i))];
		const right = first.filter(i => now.has(found[i]?.folded ?? ''));
		for (const i of group) programs.delete(i);
		for (const i of right.slice(0, taken.length)) programs.add(i);
		doubtful.add(key);
	}
	return doubtful;
}

/** Adds lines that moved, as long as the program has more of their kind. */
function takeMoved(
	found: readonly BodyLine[],
	programs: Set<number>,
	by: {
		readonly budget: readonly string[];
		readonly keyOf: (line: BodyLine) => string;
		readonly doubtful: ReadonlySet<string>;
	},
): void {
	const left = new Map<string, number>();
	const count = (key: string, more: number): Map<string, number> =>
		left.set(key, (left.get(key) ?? 0) + more);
	for (const key of by.budget) count(key, 1);
	found.forEach((line, i) => programs.has(i) && count(by.keyOf(line), -1));
	found.forEach((line, i) => {
		if (programs.has(i) || by.doubtful.has(line.key)) return;
		const key = by.keyOf(line);
		if ((left.get(key) ?? 0) < 1 || !isPlaced(found, programs, i)) return;
		count(key, -1);
		programs.add(i);
	});
}
