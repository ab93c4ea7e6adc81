import { Component, Modal } from 'obsidian';
import {
	buildComparison,
	categoryName,
	comparisonOfCategory,
	comparisonOfNotes,
	comparisonRequestOf,
	noteLanguageOf,
	notesOfType,
} from '../../core/index';
import type { ComparisonRequest, NoteIndex } from '../../core/index';
import type { PluginContext } from '../plugin-context';
import { createLiveTable } from './live-table';
import { categoriesOf, drawTechnologyPicks } from './technology-picks';

/** Lets the reader pick technologies, a category or a comparison note, and shows them side by side. */
export class CompareModal extends Modal {
	private readonly component = new Component();
	/** What the present table has loaded. */
	private tableComponent = new Component();

	constructor(
		private readonly context: PluginContext,
		private readonly index: NoteIndex,
	) {
		super(context.app);
	}

	override onOpen(): void {
		const { translate } = this.context;
		this.component.load();
		this.setTitle(translate('plugin.compare.title'));
		this.modalEl.addClass('stackbook-wide');
		this.contentEl.addClass('stackbook-modal');
		const presets = this.contentEl.createEl('label', { cls: 'stackbook-field' });
		const picks = this.contentEl.createDiv();
		const result = this.contentEl.createDiv();
		this.drawPresets(presets, request => this.show(result, request));
		drawTechnologyPicks(picks, {
			...{ context: this.context, index: this.index, component: this.component },
			onCompare: notes => this.show(result, comparisonOfNotes(notes)),
		});
	}

	override onClose(): void {
		this.component.unload();
		this.tableComponent.unload();
		this.contentEl.empty();
	}

	/** Whole categories and saved comparisons, which need no picking. */
	private drawPresets(
		parent: HTMLElement,
		show: (request: ComparisonRequest | undefined) => void,
	): void {
		const { translate } = this.context;
		const language = noteLanguageOf(this.index);
		const requests = new Map<string, () => ComparisonRequest>();
		parent.createSpan({ text: translate('plugin.compare.preset') });
		const select = parent.createEl('select', { cls: 'dropdown' });
		select.createEl('option', { text: translate('plugin.compare.own-pick'), value: '' });
		const offer = (text: string, request: () => ComparisonRequest): void => {
			const value = String(requests.size + 1);
			requests.set(value, request);
			select.createEl('option', { text, value });
		};
		for (const note of notesOfType(this.index, 'comparison')) {
			offer(note.title, () => comparisonRequestOf(this.index, note));
		}
		for (const [category, notes] of categoriesOf(this.index)) {
			if (notes.length < 2 || category === '') continue;
			const name = categoryName(category, language);
			const text = translate('plugin.compare.whole-category', { name });
			offer(text, () => comparisonOfCategory(this.index, category));
		}
		this.component.registerDomEvent(select, 'change', () => show(requests.get(select.value)?.()));
	}

	private show(result: HTMLElement, request: ComparisonRequest | undefined): void {
		this.tableComponent.unload();
		result.empty();
		if (!request) return;
		const component = new Component();
		this.tableComponent = component;
		component.load();
		const { alternatives, criteria, layout, onlyDifferences } = request;
		const table = createLiveTable(result, {
			...{ context: this.context, component, isInNote: false },
			...{ layout, onlyDifferences },
		});
		const comparison = buildComparison(alternatives, { criteria });
		table.show({ comparison, index: this.index, sourcePath: '' });
	}
}
