import { Component, Modal } from 'obsidian';
import { categoryName, categoryOf, idOfTitle, noteLanguageOf } from '../../core/index';
import type { NoteIndex } from '../../core/index';
import type { TextKey } from '../../i18n/index';
import type { PluginContext } from '../plugin-context';
import { startWork } from '../report-failure';
import type { TemplateType } from './note-template';
import { TextSuggest } from './suggest-text';
import { categoryOfText, planNote, technologyTitles, writeNote } from './write-note';
import type { NoteWish } from './write-note';

/** From what a note is to be made. */
export interface NewNoteSource {
	readonly type: TemplateType;
	readonly template: string;
	readonly index: NoteIndex;
}

/** Asks what a new note is to be called, says where it would stand, and writes it. */
export class NewNoteModal extends Modal {
	private readonly component = new Component();
	private readonly alternatives: string[] = [];

	constructor(
		private readonly context: PluginContext,
		private readonly source: NewNoteSource,
	) {
		super(context.app);
	}

	override onOpen(): void {
		const { translate } = this.context;
		const { type } = this.source;
		this.component.load();
		this.setTitle(translate(`plugin.command.new-${type}`));
		this.contentEl.addClass('stackbook-modal');
		const title = this.addField('plugin.new.title');
		const id = this.addField('plugin.new.id');
		const category = type === 'technology' ? this.addField('plugin.new.category') : undefined;
		const alternatives =
			type === 'comparison' ? this.addField('plugin.new.alternatives') : undefined;
		const picked = this.contentEl.createEl('ul', { cls: 'stackbook-chips stackbook-picked' });
		const preview = this.contentEl.createEl('p', { attr: { 'aria-live': 'polite' } });
		const buttons = this.contentEl.createDiv({ cls: 'stackbook-buttons' });
		const confirm = buttons.createEl('button', {
			cls: 'mod-cta',
			text: translate('plugin.new.confirm'),
		});
		const cancel = buttons.createEl('button', { text: translate('plugin.cancel') });
		const wish = (): NoteWish => ({
			type,
			title: title.value.trim(),
			id: id.value.trim(),
			category: category ? categoryOfText(category.value) : '',
			alternatives: this.alternatives,
		});
		const show = (): void => this.showPlan(wish(), preview, confirm);
		const create = (): void => {
			// Something may stand there since the last key.
			show();
			this.create(wish(), confirm);
		};
		this.followTitle(title, id);
		for (const input of [title, id, category]) {
			if (input) this.component.registerDomEvent(input, 'input', show);
		}
		if (category) this.suggestCategory(category, show);
		if (alternatives) this.suggestAlternatives(alternatives, picked);
		this.component.registerDomEvent(confirm, 'click', create);
		this.component.registerDomEvent(cancel, 'click', () => this.close());
		this.scope.register([], 'Enter', event => {
			// Enter also ends the writing of a Chinese word.
			if ((event.target !== title && event.target !== id) || event.isComposing) return undefined;
			create();
			return false;
		});
		show();
		title.focus();
	}

	override onClose(): void {
		this.component.unload();
		this.contentEl.empty();
	}

	private addField(key: TextKey): HTMLInputElement {
		const text = this.context.translate(key);
		const label = this.contentEl.createEl('label', { cls: 'stackbook-field', text });
		return label.createEl('input', { type: 'text' });
	}

	/** The id follows the title until the reader gives one. */
	private followTitle(title: HTMLInputElement, id: HTMLInputElement): void {
		let isOwn = false;
		this.component.registerDomEvent(id, 'input', () => {
			isOwn = id.value !== '';
		});
		this.component.registerDomEvent(title, 'input', () => {
			if (!isOwn) id.value = idOfTitle(title.value) ?? '';
		});
	}

	private suggestCategory(input: HTMLInputElement, show: () => void): void {
		const { index } = this.source;
		const language = noteLanguageOf(index);
		const known = new Set(index.notes().flatMap(note => categoryOf(note) ?? []));
		const suggestions = [...known]
			.filter(category => !category.includes('{{'))
			.map(value => ({ value, text: `${categoryName(value, language)} · ${value}` }));
		new TextSuggest(this.app, input, {
			suggestions: () => suggestions,
			pick: value => {
				input.value = value;
				show();
			},
		});
	}

	private suggestAlternatives(input: HTMLInputElement, picked: HTMLElement): void {
		const titles = technologyTitles(this.source.index);
		const { translate } = this.context;
		const draw = (): void => {
			picked.empty();
			for (const name of this.alternatives) {
				const remove = picked.createEl('li').createEl('button', {
					text: `${name} ×`,
					attr: { type: 'button', 'aria-label': translate('plugin.new.remove', { name }) },
				});
				remove.onclick = () => {
					this.alternatives.splice(this.alternatives.indexOf(name), 1);
					draw();
					input.focus();
				};
			}
		};
		new TextSuggest(this.app, input, {
			suggestions: () =>
				titles
					.filter(title => !this.alternatives.includes(title))
					.map(title => ({ value: title, text: title })),
			pick: value => {
				this.alternatives.push(value);
				input.value = '';
				draw();
			},
		});
	}

	private showPlan(wish: NoteWish, preview: HTMLElement, confirm: HTMLButtonElement): void {
		const { translate } = this.context;
		const plan = planNote(this.context, this.source.index, wish);
		confirm.disabled = plan.kind === 'problem';
		const key = plan.kind === 'problem' ? plan.key : 'plugin.new.preview';
		// Nobody did anything wrong before they typed.
		preview.setText(wish.title === '' ? '' : translate(key, { path: plan.path }));
	}

	private create(wish: NoteWish, confirm: HTMLButtonElement): void {
		const { index, template } = this.source;
		const plan = planNote(this.context, index, wish);
		if (confirm.disabled || plan.kind === 'problem') return;
		confirm.disabled = true;
		startWork(this.context.translate, async () => {
			try {
				await writeNote(this.context, index, template, { wish, path: plan.path });
				this.close();
			} finally {
				confirm.disabled = false;
			}
		});
	}
}
