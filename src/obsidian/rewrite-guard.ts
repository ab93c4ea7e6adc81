/** How often a region may be rewritten from outside in a span of time, in milliseconds. */
const MOST_REWRITES = 5;
const SPAN = 120_000;

/** How often what was replaced may come back, however slowly. */
const MOST_RETURNS = 3;

/** Notices when something else keeps writing a region that we write, be it a sync tool or the reader's undo. */
export interface RewriteGuard {
	/** Answers whether a region that now reads `found` is to be left alone. */
	isTooMuch(region: string, found: string, now: number): boolean;
	/** From now on it is too much. */
	leave(region: string): void;
	/** To be called with what stood in a region and what was written there. */
	wrote(region: string, write: { found: string; written: string; now: number }): void;
}

interface History {
	readonly found: string;
	readonly written: string;
	/** Moments at which a rewrite from outside was answered. */
	readonly rewrites: readonly number[];
	/** How often in a row the words that we had replaced were back. */
	readonly returns: number;
}

/** Makes a guard that has seen nothing. */
export function createRewriteGuard(): RewriteGuard {
	const histories = new Map<string, History>();
	const left = new Set<string>();
	return {
		isTooMuch(region, found, now) {
			if (left.has(region)) return true;
			const history = histories.get(region);
			// What stands there is ours: it is the sources that changed.
			if (!history || history.written === found) return false;
			const recent = history.rewrites.filter(moment => moment > now - SPAN);
			const isBack = history.found === found && history.returns >= MOST_RETURNS;
			return recent.length >= MOST_REWRITES || isBack;
		},
		leave: region => void left.add(region),
		wrote(region, { found, written, now }) {
			const before = histories.get(region);
			const isAnswer = before !== undefined && before.written !== found;
			const rewrites = (before?.rewrites ?? []).filter(moment => moment > now - SPAN);
			histories.set(region, {
				found,
				written,
				rewrites: isAnswer ? [...rewrites, now] : rewrites,
				returns: isAnswer && before.found === found ? before.returns + 1 : 0,
			});
		},
	};
}
