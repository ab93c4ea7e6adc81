import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
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
