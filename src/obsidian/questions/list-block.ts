import { isOpen } from './row-group';
import type { RowGroup } from './row-group';
import type { ListState } from './list-state';
import type { QuestionRow } from './question-row';

/** A piece of the screen: the heading of a group, or the rows below it. */
export type ListBlock =
	| { readonly kind: 'heading'; readonly group: RowGroup; readonly open: boolean }
	| { readonly kind: 'rows'; readonly group: RowGroup; readonly rows: readonly QuestionRow[] };

/** What to draw, and how many rows of open groups are left for later. */
export interface ListBlocks {
	readonly blocks: readonly ListBlock[];
	readonly left: number;
}

/** Walks through the open groups and stops when so many rows are drawn: the rest waits until it is asked for. */
export function blocksOf(
	groups: readonly RowGroup[],
	state: ListState,
	mostRows: number,
): ListBlocks {
	const shown = groups.reduce((sum, { size }) => sum + size, 0);
	const blocks: ListBlock[] = [];
	let room = mostRows;
	let left = 0;
	const walk = (group: RowGroup): void => {
		const open = isOpen(group, state, shown);
		if (room > 0) blocks.push({ kind: 'heading', group, open });
		if (!open) return;
		group.groups.forEach(walk);
		const rows = group.rows.slice(0, room);
		if (rows.length > 0) blocks.push({ kind: 'rows', group, rows });
		room -= rows.length;
		left += group.rows.length - rows.length;
	};
	groups.forEach(walk);
	return { blocks, left };
}
