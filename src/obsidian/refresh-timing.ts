/** How long changes are waited for, in milliseconds. */
export interface RefreshDelays {
	/** Quiet after the last change. */
	readonly quiet: number;
	/** No change waits longer, however much is going on. */
	readonly longest: number;
	/** Quiet after a rename, once the links lead where they should. */
	readonly afterRename: number;
	/** Where nobody ever says that they do. */
	readonly longestAfterRename: number;
}

export const DELAYS: RefreshDelays = {
	quiet: 2_000,
	longest: 15_000,
	afterRename: 3_000,
	longestAfterRename: 60_000,
};

/** Changes that wait, by their moments in milliseconds. */
export interface WaitingChanges {
	readonly first: number;
	readonly last: number;
	/** The last rename, while the app may still be writing the links that led to the old name. */
	readonly renamed: number | undefined;
	/** True once the app has resolved all links after it. */
	readonly isResolved: boolean;
}

/** Adds a change to those that wait. */
export function addChange(
	waiting: WaitingChanges | undefined,
	now: number,
	isRename: boolean,
): WaitingChanges {
	return {
		first: waiting?.first ?? now,
		last: now,
		renamed: isRename ? now : waiting?.renamed,
		isResolved: !isRename && waiting?.isResolved === true,
	};
}

/**
 * How long to wait now, in milliseconds. After a rename the app writes into the same notes, by places that it looked up
 * before: whoever writes in between tears them (Waypoint#130), so then nothing is too long.
 */
export function delayOf(
	{ first, last, renamed, isResolved }: WaitingChanges,
	now: number,
	delays: RefreshDelays = DELAYS,
): number {
	if (renamed === undefined)
		return Math.max(0, Math.min(last + delays.quiet, first + delays.longest) - now);
	const until = isResolved ? last + delays.afterRename : renamed + delays.longestAfterRename;
	return Math.max(0, until - now);
}
