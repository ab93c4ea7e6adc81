import { Component, Modal, Notice } from 'obsidian';
import {
	buildComparison,
	compareText,
	folderOf,
	noteLanguageOf,
	notesOfType,
	printComparison,
} from '../core/index';
import type { Note, NoteIndex } from '../core/index';
import type { PluginContext } from './plugin-context';
import { renderMarkdown } from './rendered-markdown';
import { startWork } from './report-failure';

/** Lets the reader pick technologies and shows them side by side. */
export class CompareModal extends Modal {
	private readonly component = new Component();
	/** What the present table has loaded. */
	private tableComponent = new Component();
	private readonly picked = new Set<Note>();

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
		this.contentEl.createEl('p', { text: translate('plugin.compare.pick') });
		const choices = this.contentEl.createDiv();
		const buttons = this.contentEl.createDiv({ cls: 'stackbook-buttons' });
		const show = buttons.createEl('button', {
			cls: 'mod-cta',
			text: translate('plugin.compare.show'),
		});
		const result = this.contentEl.createDiv();
		show.disabled = true;
		for (const [folder, notes] of this.groups()) {
			const group = choices.createEl('fieldset', { cls: 'stackbook-group' });
			group.createEl('legend', { text: folder.slice(folder.lastIndexOf('/') + 1) });
			for (const note of notes) {
				this.addChoice(group, note, () => {
					show.disabled = this.picked.size < 2;
				});
			}
		}
		this.component.registerDomEvent(show, 'click', () => {
			startWork(translate, () => this.show(result));
		});
	}

	override onClose(): void {
		this.component.unload();
		this.tableComponent.unload();
		this.contentEl.empty();
	}

	private groups(): [string, Note[]][] {
		const groups = new Map<string, Note[]>();
		for (const note of notesOfType(this.index, 'technology')) {
			const folder = folderOf(note.path);
			groups.set(folder, [...(groups.get(folder) ?? []), note]);
		}
		return [...groups].sort(([a], [b]) => compareText(a, b));
	}

	private addChoice(group: HTMLElement, note: Note, onChange: () => void): void {
		const label = group.createEl('label', { cls: 'stackbook-choice' });
		const box = label.createEl('input', { type: 'checkbox' });
		label.createSpan({ text: note.title });
		this.component.registerDomEvent(box, 'change', () => {
			if (box.checked) this.picked.add(note);
			else this.picked.delete(note);
			onChange();
		});
	}

	private async show(result: HTMLElement): Promise<void> {
		const { app, translate } = this.context;
		const place = { index: this.index, from: '', language: noteLanguageOf(this.index) };
		const table = printComparison(buildComparison([...this.picked]), place);
		this.tableComponent.unload();
		const component = new Component();
		this.tableComponent = component;
		component.load();
		result.empty();
		const rendered = result.createDiv({ cls: 'stackbook-table' });
		const copy = result.createEl('button', { text: translate('plugin.compare.copy') });
		component.registerDomEvent(copy, 'click', () => {
			startWork(translate, async () => {
				await navigator.clipboard.writeText(table);
				new Notice(translate('plugin.compare.copied'));
			});
		});
		await renderMarkdown(rendered, table, { app, component, sourcePath: '' });
	}
}
