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

/** Tells about a refresh; one that wrote nothing speaks of what would change. */
export function answerRefresh(
	{ changed, unchanged, refused, moved }: RefreshReport,
	writes: boolean,
	say: Say,
): Answer {
	const word = say(writes ? 'cli.refresh.changed' : 'cli.refresh.would-change');
	const counts = { changed: changed.length, unchanged, refused: refused.length };
	const lines = [
		...changed.map(path => `${word}  ${path}`),
		...refused.map(
			({ path, reason, line, source = '' }) =>
				`${say('cli.refresh.refused')}  ${path}: ${say(`cli.refresh.reason.${reason}`, { line, source })}`,
		),
		...moved.map(({ path, lines: count }) => say('cli.refresh.moved', { path, lines: count })),
		say(writes ? 'cli.refresh.summary' : 'cli.refresh.dry-summary', counts),
	];
	return answer(
		{ changed, unchanged, refused, moved },
		[...lines, ''].join('\n'),
		refused.length > 0,
	);
}
