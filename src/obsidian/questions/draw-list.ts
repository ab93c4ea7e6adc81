import type { Translate } from '../../i18n/index';
import { drawHeading, signatureOfHeading, updateHeading } from './draw-heading';
import { drawRow, signatureOfRow } from './draw-row';
import { createKeyedChildren } from './keyed-children';
import type { KeyedChild, ShowChildren } from './keyed-children';
import type { ListBlock } from './list-block';
import type { QuestionRows } from './question-row';

/** Draws blocks; what did not change since the last time stays as it is. */
export type DrawList = (blocks: readonly ListBlock[], last: QuestionRows['last']) => void;

/** Takes over an element as the list of questions. */
export function createListDrawing(parent: HTMLElement, translate: Translate): DrawList {
	const show = createKeyedChildren(parent);
	const shows = new WeakMap<HTMLElement, ShowChildren>();
	return (blocks, last) => {
		const showRows = (list: HTMLElement, block: ListBlock): void => {
			if (block.kind !== 'rows') return;
			const showAll = shows.get(list) ?? createKeyedChildren(list);
			shows.set(list, showAll);
			showAll(
				block.rows.map(row => {
					const toDraw = { row, last: last.get(row.id), translate };
					const draw = (): HTMLElement => drawRow(list, toDraw);
					return { key: row.key, signature: signatureOfRow(toDraw), draw };
				}),
			);
		};
		const childOf = (block: ListBlock): KeyedChild => {
			const { group } = block;
			if (block.kind === 'heading') {
				const toDraw = { group, open: block.open, translate };
				return {
					key: group.key,
					signature: signatureOfHeading(toDraw),
					draw: () => drawHeading(parent, toDraw),
					update: element => updateHeading(element, toDraw),
				};
			}
			return {
				key: `${group.key}\nrows`,
				// The rows have signatures of their own.
				signature: '',
				draw: () => parent.createEl('ul', { cls: 'stackbook-question-rows' }),
			};
		};
		show(blocks.map(childOf));
		const lists = parent.querySelectorAll<HTMLElement>(':scope > ul');
		blocks
			.filter(({ kind }) => kind === 'rows')
			.forEach((block, i) => {
				const list = lists[i];
				if (list) showRows(list, block);
			});
	};
}
