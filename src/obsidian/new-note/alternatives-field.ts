import type { App } from 'obsidian';
import type { Note, NotePath } from '../../core/index';
import type { Translate } from '../../i18n/index';
import { TextSuggest } from './suggest-text';

/** Where technologies are picked one after the other. */
export interface AlternativesField {
	/** Paths in the order in which they were picked. */
	picked(): readonly NotePath[];
}

/** What the field is made with. */
export interface AlternativesSource {
	readonly app: App;
	readonly translate: Translate;
	readonly notes: readonly Note[];
	/** Told when one was picked or taken out. */
	readonly onChange: () => void;
}

/** Lets an input pick technologies, and lists what was picked with a way to take it out. */
export function makeAlternativesField(
	input: HTMLInputElement,
	list: HTMLElement,
	{ app, translate, notes, onChange }: AlternativesSource,
): AlternativesField {
	const picked: Note[] = [];
	const draw = (): void => {
		list.empty();
		for (const note of picked) {
			const remove = list.createEl('li').createEl('button', {
				text: `${note.title} ×`,
				attr: {
					type: 'button',
					'aria-label': translate('plugin.new.remove', { name: note.title }),
				},
			});
			remove.onclick = () => {
				picked.splice(picked.indexOf(note), 1);
				draw();
				onChange();
				input.focus();
			};
		}
	};
	new TextSuggest(app, input, {
		suggestions: () =>
			notes
				.filter(note => !picked.includes(note))
				.map(({ path, title }) => ({ value: path, text: title })),
		pick: path => {
			picked.push(...notes.filter(note => note.path === path));
			// Names before the last comma were typed in full and stay.
			input.value = input.value.replace(/[^,，、]*$/, '');
			draw();
			onChange();
		},
	});
	return { picked: () => picked.map(({ path }) => path) };
}
