import type { Component } from 'obsidian';
import {
	categoryName,
	categoryOf,
	categoryOrder,
	compareText,
	noteLanguageOf,
	notesOfType,
} from '../../core/index';
import type { Note, NoteIndex } from '../../core/index';
import type { PluginContext } from '../plugin-context';

/** More columns than these cannot be read side by side. */
const MOST_PICKED = 8;

/** Technologies by category in the order of tables; those without one come last, under the empty name. */
export function categoriesOf(index: NoteIndex): [string, Note[]][] {
	const groups = new Map<string, Note[]>();
	for (const note of notesOfType(index, 'technology')) {
		const category = categoryOf(note) ?? '';
		groups.set(category, [...(groups.get(category) ?? []), note]);
	}
	const rank = (category: string): number => (category === '' ? Infinity : categoryOrder(category));
	return [...groups].sort(([a], [b]) => rank(a) - rank(b) || compareText(a, b));
}

interface PickPlace {
	readonly context: PluginContext;
	readonly index: NoteIndex;
	readonly component: Component;
	readonly onCompare: (notes: readonly Note[]) => void;
}

/** A box for each technology, and a button that compares two to eight of them in the order in which they were ticked. */
export function drawTechnologyPicks(
	parent: HTMLElement,
	{ context, index, component, onCompare }: PickPlace,
): void {
	const { translate } = context;
	const picked = new Set<Note>();
	const boxes: HTMLInputElement[] = [];
	parent.createEl('p', { text: translate('plugin.compare.pick', { most: MOST_PICKED }) });
	const groupsEl = parent.createDiv();
	const buttons = parent.createDiv({ cls: 'stackbook-buttons' });
	const show = buttons.createEl('button', {
		cls: 'mod-cta',
		text: translate('plugin.compare.show'),
	});
	const update = (): void => {
		show.disabled = picked.size < 2;
		for (const box of boxes) box.disabled = !box.checked && picked.size >= MOST_PICKED;
	};
	const language = noteLanguageOf(index);
	for (const [category, notes] of categoriesOf(index)) {
		const group = groupsEl.createEl('fieldset', { cls: 'stackbook-group stackbook-choices' });
		const name = categoryName(category, language);
		group.createEl('legend', { text: name || translate('plugin.compare.no-category') });
		for (const note of notes) {
			const label = group.createEl('label', { cls: 'stackbook-choice' });
			const box = label.createEl('input', { type: 'checkbox' });
			boxes.push(box);
			label.createSpan({ text: note.title });
			component.registerDomEvent(box, 'change', () => {
				if (box.checked) picked.add(note);
				else picked.delete(note);
				update();
			});
		}
	}
	component.registerDomEvent(show, 'click', () => onCompare([...picked]));
	update();
}
