import type { Translate } from '../../i18n/index';
import { drawHeading, signatureOfHeading, updateHeading } from './draw-heading';
import { drawRow, signatureOfRow } from './draw-row';
import { createKeyedChildren } from './keyed-children';
import type { DrawingBudget, KeyedChild, ShowChildren } from './keyed-children';
import type { ListBlock } from './list-block';
import type { QuestionRows } from './question-row';

/** What a list shows. */
export interface ListToDraw {
	readonly blocks: readonly ListBlock[];
	readonly last: QuestionRows['last'];
	/** True while only what was looked for is shown. */
	readonly filtering: boolean;
}

/** Draws a list; what did not change since the last time stays as it is. */
export type DrawList = (list: ListToDraw, budget: DrawingBudget) => void;

/** Takes over an element as the list of questions. */
export function createListDrawing(parent: HTMLElement, translate: Translate): DrawList {
	const show = createKeyedChildren(parent);
	const shows = new WeakMap<HTMLElement, ShowChildren>();
	let turn = 0;
	return ({ blocks, last, filtering }, budget) => {
		turn++;
		const fill = (list: HTMLElement, block: ListBlock): void => {
			if (block.kind !== 'rows') return;
			const showRows = shows.get(list) ?? createKeyedChildren(list);
			shows.set(list, showRows);
			const rows = block.rows.map(row => {
				const toDraw = { row, last: last.get(row.id), translate };
				const draw = (): HTMLElement => drawRow(list, toDraw);
				return { key: row.key, signature: signatureOfRow(toDraw), draw };
			});
			showRows(rows, budget);
		};
		const childOf = (block: ListBlock): KeyedChild => {
			const { group } = block;
			if (block.kind === 'heading') {
				const toDraw = { group, open: block.open, filtering, translate };
				return {
					key: group.key,
					signature: signatureOfHeading(toDraw),
					draw: () => drawHeading(parent, toDraw),
					update: element => updateHeading(element, toDraw),
				};
			}
			return {
				key: `${group.key}\nrows`,
				// The rows have signatures of their own and are looked through every time.
				signature: String(turn),
				draw: () => {
					const list = parent.createEl('ul', { cls: 'stackbook-question-rows' });
					fill(list, block);
					return list;
				},
				update: list => fill(list, block),
			};
		};
		show(blocks.map(childOf), budget);
	};
}
