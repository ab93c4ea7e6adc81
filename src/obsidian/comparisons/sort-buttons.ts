import type { Component } from 'obsidian';
import type { Comparison } from '../../core/index';
import type { PluginContext } from '../plugin-context';
import type { TableWish } from './live-table';

interface SortPlace {
	readonly context: PluginContext;
	readonly component: Component;
	readonly wish: TableWish;
	/** What the table shows. */
	readonly shown: Comparison;
	readonly change: (changes: Partial<TableWish>) => void;
	/** The criterion whose button had the focus before the table was drawn anew. */
	readonly focused: string | undefined;
}

/** The criterion whose button has the focus, if it is in this table. */
export function focusedCriterion(table: HTMLElement, shown: Comparison): string | undefined {
	const buttons = Array.from(table.querySelectorAll('.stackbook-sort'));
	const { activeElement } = table.ownerDocument;
	return shown.criteria[buttons.findIndex(button => button === activeElement)];
}

/** Makes of each criterion in a drawn table a button that orders the alternatives by it: up, down, as they were. */
export function drawSortButtons(table: HTMLElement, place: SortPlace): void {
	const { context, component, wish, shown, change, focused } = place;
	const cells = Array.from(
		table.querySelectorAll<HTMLElement>(
			wish.layout === 'rows' ? 'thead th:not(:first-child)' : 'tbody td:first-child',
		),
	);
	shown.criteria.forEach((criterion, i) => {
		const cell = cells[i];
		if (!cell) return;
		const isSorted = wish.sort?.criterion === criterion;
		const isDescending = isSorted && wish.sort?.descending === true;
		cell.setAttribute('role', wish.layout === 'rows' ? 'columnheader' : 'rowheader');
		if (isSorted) cell.setAttribute('aria-sort', isDescending ? 'descending' : 'ascending');
		const button = createEl('button', {
			cls: 'stackbook-sort',
			attr: { type: 'button', title: context.translate('plugin.compare.sort') },
		});
		button.append(...Array.from(cell.childNodes));
		if (isSorted) button.createSpan({ text: isDescending ? ' ↓' : ' ↑' });
		cell.append(button);
		component.registerDomEvent(button, 'click', () => {
			change({ sort: isDescending ? undefined : { criterion, descending: isSorted } });
		});
		if (criterion === focused) button.focus({ preventScroll: true });
	});
}
