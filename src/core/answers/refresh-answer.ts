import { BACKLINKS_TYPES } from '../regions/add-backlinks';
import type { BacklinksType } from '../regions/add-backlinks';
import type { NotePath } from '../vault/note-path';
import { answer } from './answer';
import type { Answer, LeftReason, Say } from './answer';
import { readChoices } from './parse-choices';
import type { Choices } from './parse-choices';

/** What a refresh did, or would do. */
export interface RefreshReport {
	readonly changed: readonly NotePath[];
	/** How many notes were right already. */
	readonly unchanged: number;
	readonly refused: readonly {
		readonly path: NotePath;
		readonly reason: LeftReason;
		readonly line: number;
		/** The note that cannot be read, for an unreadable source. */
		readonly source?: string;
	}[];
	readonly moved: readonly { readonly path: NotePath; readonly lines: number }[];
}

/** Reads which notes are to get a backlinks region, `technology,concept`; none without the option. */
export function readBacklinksTypes(text: string | undefined): Choices<BacklinksType> {
	return readChoices({ name: '--add-backlinks', text }, BACKLINKS_TYPES);
}

/**
 * Tells about a refresh; one that wrote nothing speaks of what would change.
 *
 * What a reader arranged for themselves is kept and told, and is no finding: a commit must not wait for it.
 */
export function answerRefresh(
	{ changed, unchanged, refused: left, moved }: RefreshReport,
	writes: boolean,
	say: Say,
): Answer {
	const kept = left.filter(isArranged);
	const refused = left.filter(one => !isArranged(one));
	const word = say(writes ? 'cli.refresh.changed' : 'cli.refresh.would-change');
	const counts = { changed: changed.length, unchanged, refused: refused.length };
	const lines = [
		...changed.map(path => `${word}  ${path}`),
		...left.map(
			({ path, reason, line, source = '' }) =>
				`${say('cli.refresh.refused')}  ${path}: ${say(`cli.refresh.reason.${reason}`, { line, source })}`,
		),
		...moved.map(({ path, lines: count }) => say('cli.refresh.moved', { path, lines: count })),
		say(writes ? 'cli.refresh.summary' : 'cli.refresh.dry-summary', counts),
	];
	return answer(
		{ changed, unchanged, refused, kept, moved },
		[...lines, ''].join('\n'),
		refused.length > 0,
	);
}

function isArranged({ reason }: RefreshReport['refused'][number]): boolean {
	return reason.startsWith('edited-');
}
