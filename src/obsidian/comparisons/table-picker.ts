import type { Component } from 'obsidian';
import type { Comparison } from '../../core/index';
import type { PluginContext } from '../plugin-context';
import type { TableWish } from './live-table';

interface PickerPlace {
	readonly context: PluginContext;
	readonly component: Component;
	readonly change: (changes: Partial<TableWish>) => void;
}

interface Picker {
	update(comparison: Comparison, wish: TableWish): void;
}

interface PickerGroup {
	readonly legend: string;
	/** What can be picked: what it is called in the state, and its name on the screen. */
	readonly items: readonly { readonly key: string; readonly name: string }[];
	readonly hidden: ReadonlySet<string>;
	readonly toggle: (key: string) => void;
}

/** A fold with a box for each alternative and each criterion; what is not ticked does not show. */
export function drawPicker(
	parent: HTMLElement,
	{ context, component, change }: PickerPlace,
): Picker {
	const { translate } = context;
	const fold = parent.createEl('details', { cls: 'stackbook-picker' });
	fold.createEl('summary', { text: translate('plugin.compare.show-which') });
	const groupsEl = fold.createDiv();
	let now: TableWish | undefined;
	let drawn = '';
	const toggleIn = (set: ReadonlySet<string> | undefined, key: string): Set<string> => {
		const next = new Set(set);
		if (!next.delete(key)) next.add(key);
		return next;
	};
	return {
		update({ alternatives, criteria }, wish) {
			now = wish;
			// Boxes keep the focus while what there is to pick stays the same.
			const state = JSON.stringify([alternatives, criteria]);
			if (state === drawn) return;
			drawn = state;
			groupsEl.empty();
			const groups: PickerGroup[] = [
				{
					legend: translate('plugin.compare.alternatives'),
					items: alternatives.map(({ path, title }) => ({ key: path, name: title })),
					hidden: wish.hidden ?? new Set(),
					toggle: key => change({ hidden: toggleIn(now?.hidden, key) }),
				},
				{
					legend: translate('plugin.compare.criteria'),
					items: criteria.map(name => ({ key: name, name })),
					hidden: wish.hiddenCriteria ?? new Set(),
					toggle: key => change({ hiddenCriteria: toggleIn(now?.hiddenCriteria, key) }),
				},
			];
			for (const group of groups) drawGroup(groupsEl, group, component);
		},
	};
}

function drawGroup(
	parent: HTMLElement,
	{ legend, items, hidden, toggle }: PickerGroup,
	component: Component,
): void {
	const group = parent.createEl('fieldset', { cls: 'stackbook-group stackbook-choices' });
	group.createEl('legend', { text: legend });
	for (const { key, name } of items) {
		const label = group.createEl('label', { cls: 'stackbook-choice' });
		const box = label.createEl('input', { type: 'checkbox' });
		box.checked = !hidden.has(key);
		label.createSpan({ text: name });
		component.registerDomEvent(box, 'change', () => toggle(key));
	}
}
