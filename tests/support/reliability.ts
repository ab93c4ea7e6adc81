import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
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
 * Keeps the figures of a test under a subject, such as `command-line`; of two about the same thing the later one counts.
 * Only in deep runs, for the everyday ones try a part. Call it after the last case and before `expect(losses).toBe(0)`.
 */
export function recordReliability(subject: string, { what, count, losses }: Tried): void {
	if (!isDeepRun) return;
	const folder = join(ROOT, 'node_modules/.cache/reliability');
	mkdirSync(folder, { recursive: true });
	appendFileSync(join(folder, `${subject}.json`), `${JSON.stringify({ what, count, losses })}\n`);
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
