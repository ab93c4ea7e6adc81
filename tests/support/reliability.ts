import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { hashText } from '../../src/core/text/hash-text';
import { isDeepRun } from './property-runs';
import { ROOT } from './room-table';

/** What one test tried, for `docs/reliability.md`. */
export interface Tried {
	/** A noun phrase that reads alone: `files of which each write was cut short`. */
	readonly what: string;
	/** How many cases were tried, counted while they ran. */
	readonly count: number;
	/** In how many of them something was lost. */
	readonly losses: number;
}

/**
 * Keeps the figures of a test under a subject, such as `command-line`: those of deep runs and of everyday ones, each the
 * latest. Call it after the last case and before `expect(losses).toBe(0)`.
 */
export function recordReliability(subject: string, { what, count, losses }: Tried): void {
	const folder = join(ROOT, 'node_modules/.cache/reliability', isDeepRun ? 'deep' : 'everyday');
	mkdirSync(folder, { recursive: true });
	const record = JSON.stringify({ subject, what, count, losses });
	writeFileSync(join(folder, `${hashText(`${subject}\0${what}`)}.json`), record);
}

/** Tries a property on this many cases, and keeps how many there were and whether one failed. */
export function assertAndRecord<T>(
	subject: string,
	what: string,
	property: fc.IProperty<T>,
	numRuns: number,
): void {
	fc.assert(property, {
		numRuns,
		reporter: details => {
			recordReliability(subject, {
				what,
				count: details.numRuns,
				losses: details.failed ? 1 : 0,
			});
			if (details.failed) throw new Error(fc.defaultReportMessage(details));
		},
	});
}
