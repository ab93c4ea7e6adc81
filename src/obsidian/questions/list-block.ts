import { isOpen } from './row-group';
import type { Folding, RowGroup } from './row-group';
import type { QuestionRow } from './question-row';

/** A piece of the screen: the heading of a group, or the rows below it. */
export type ListBlock =
	| { readonly kind: 'heading'; readonly group: RowGroup; readonly open: boolean }
	| { readonly kind: 'rows'; readonly group: RowGroup; readonly rows: readonly QuestionRow[] };

/** What to draw, and how many questions stand below it and are left for later. */
export interface ListBlocks {
	readonly blocks: readonly ListBlock[];
	readonly left: number;
}

/**
 * Walks through the groups and stops when so many rows are drawn: the rest waits until it is asked for. What waits is
 * counted whether its group is folded or not, so that nothing is missing without a word.
 */
export function blocksOf(
	groups: readonly RowGroup[],
	folding: Folding,
	mostRows: number,
): ListBlocks {
	const shown = groups.reduce((sum, { size }) => sum + size, 0);
	const blocks: ListBlock[] = [];
	let room = mostRows;
	let left = 0;
	const walk = (group: RowGroup): void => {
		if (room === 0) {
			left += group.size;
			return;
		}
		const open = isOpen(group, folding, shown);
		blocks.push({ kind: 'heading', group, open });
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
