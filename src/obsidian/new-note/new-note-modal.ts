import { Component, Modal } from 'obsidian';
import { categoryName, categoryOf, noteLanguageOf, proposeId } from '../../core/index';
import type { NoteIndex } from '../../core/index';
import type { TextKey } from '../../i18n/index';
import type { PluginContext } from '../plugin-context';
import { startWork } from '../report-failure';
import { makeAlternativesField } from './alternatives-field';
import type { AlternativesField } from './alternatives-field';
import { namesakesIn } from './namesakes';
import type { Namesakes } from './namesakes';
import type { TemplateType } from './note-template';
import { titleOfText } from './note-title';
import { TextSuggest } from './suggest-text';
import { planNote, technologies, writeNote } from './write-note';
import type { NotePlan, NoteWish } from './write-note';

/** From what a note is to be made. */
export interface NewNoteSource {
	readonly type: TemplateType;
	readonly template: string;
	readonly index: NoteIndex;
}

/** The inputs of the modal; which ones there are depends on the type. */
interface Fields {
	readonly title: HTMLInputElement;
	readonly id: HTMLInputElement;
	readonly category: HTMLInputElement | undefined;
	readonly alternatives: HTMLInputElement | undefined;
}

/** Asks what a new note is to be called, says where it would stand, and writes it. */
export class NewNoteModal extends Modal {
	private readonly component = new Component();
	private readonly namesakes: Namesakes;
	private picked: AlternativesField | undefined;

	constructor(
		private readonly context: PluginContext,
		private readonly source: NewNoteSource,
	) {
		super(context.app);
		this.namesakes = namesakesIn(context.app);
	}

	override onOpen(): void {
		const { translate } = this.context;
		const { type } = this.source;
		this.component.load();
		this.setTitle(translate(`plugin.command.new-${type}`));
		this.contentEl.addClass('stackbook-modal');
		const fields: Fields = {
			title: this.addField('plugin.new.title'),
			id: this.addField('plugin.new.id'),
			category: type === 'technology' ? this.addField('plugin.new.category') : undefined,
			alternatives: type === 'comparison' ? this.addField('plugin.new.alternatives') : undefined,
		};
		const list = this.contentEl.createEl('ul', { cls: 'stackbook-chips stackbook-picked' });
		const preview = this.contentEl.createEl('p', { attr: { 'aria-live': 'polite' } });
		const buttons = this.contentEl.createDiv({ cls: 'stackbook-buttons' });
		const confirm = buttons.createEl('button', {
			cls: 'mod-cta',
			text: translate('plugin.new.confirm'),
		});
		const cancel = buttons.createEl('button', { text: translate('plugin.cancel') });
		const show = (): void => this.showPlan(this.wishOf(fields), preview, confirm);
		const create = (): void => {
			// Something may stand there since the last key.
			show();
			this.create(this.wishOf(fields), confirm);
		};
		this.followTitle(fields);
		for (const input of [fields.title, fields.id, fields.category, fields.alternatives]) {
			if (input) this.component.registerDomEvent(input, 'input', show);
		}
		if (fields.category) this.suggestCategory(fields.category, show);
		if (fields.alternatives) this.picked = this.pickAlternatives(fields.alternatives, list, show);
		this.component.registerDomEvent(confirm, 'click', create);
		this.component.registerDomEvent(cancel, 'click', () => this.close());
		this.scope.register([], 'Enter', event => {
			// Enter also ends the writing of a Chinese word.
			const isName = event.target === fields.title || event.target === fields.id;
			if (!isName || event.isComposing) return undefined;
			create();
			return false;
		});
		show();
		fields.title.focus();
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

	private wishOf({ title, id, category, alternatives }: Fields): NoteWish {
		return {
			type: this.source.type,
			title: titleOfText(title.value),
			id: id.value.trim(),
			category: category?.value ?? '',
			alternatives: this.picked?.picked() ?? [],
			typed: alternatives?.value ?? '',
		};
	}

	/** The id follows the title until the reader gives one. */
	private followTitle({ title, id }: Fields): void {
		let isOwn = false;
		this.component.registerDomEvent(id, 'input', () => {
			isOwn = id.value !== '';
		});
		this.component.registerDomEvent(title, 'input', () => {
			if (!isOwn) id.value = proposeId(titleOfText(title.value));
		});
	}

	private suggestCategory(input: HTMLInputElement, show: () => void): void {
		const { index } = this.source;
		const known = new Set(index.notes().flatMap(note => categoryOf(note) ?? []));
		const suggestions = [...known]
			.filter(category => !category.includes('{{'))
			.map(value => ({ value, text: this.nameOfCategory(value) }));
		new TextSuggest(this.app, input, {
			suggestions: () => suggestions,
			pick: value => {
				input.value = value;
				show();
			},
		});
	}

	private pickAlternatives(
		input: HTMLInputElement,
		list: HTMLElement,
		onChange: () => void,
	): AlternativesField {
		const { app, translate } = this.context;
		const notes = technologies(this.source.index);
		return makeAlternativesField(input, list, { app, translate, notes, onChange });
	}

	private showPlan(wish: NoteWish, preview: HTMLElement, confirm: HTMLButtonElement): void {
		const { translate } = this.context;
		const plan = planNote(this.context, this.source.index, wish);
		confirm.disabled = plan.kind === 'problem';
		// Nobody did anything wrong before they typed.
		if (wish.title === '') preview.setText('');
		else if (plan.kind === 'problem') preview.setText(translate(plan.key, plan.params));
		else preview.setText(this.tellPlan(wish, plan).join(' '));
	}

	private tellPlan({ title }: NoteWish, { path, category }: NotePlan): string[] {
		const { translate } = this.context;
		const namesake = this.namesakes.find(title);
		const told = [translate('plugin.new.preview', { path })];
		if (category !== undefined) {
			const name = category === '' ? '' : this.nameOfCategory(category);
			const key = name === '' ? 'plugin.new.without-category' : 'plugin.new.with-category';
			told.push(translate(key, { name }));
		}
		if (namesake !== undefined) {
			told.push(translate('plugin.new.namesake', { title, path: namesake }));
		}
		return told;
	}

	private nameOfCategory(category: string): string {
		const name = categoryName(category, noteLanguageOf(this.source.index));
		return name === category ? category : `${name} · ${category}`;
	}

	private create(wish: NoteWish, confirm: HTMLButtonElement): void {
		const { index, template } = this.source;
		const plan = planNote(this.context, index, wish);
		if (confirm.disabled || plan.kind === 'problem') return;
		confirm.disabled = true;
		startWork(this.context.translate, async () => {
			try {
				await writeNote(this.context, index, template, { wish, plan });
				this.close();
			} finally {
				confirm.disabled = false;
			}
		});
	}
}
