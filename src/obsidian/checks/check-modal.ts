import { Component, Modal, Notice } from 'obsidian';
import type { Severity } from '../../core/index';
import { nextTask } from '../next-task';
import type { PluginContext } from '../plugin-context';
import { startWork } from '../report-failure';
import { showPlace } from '../show-place';
import { applyFix } from './apply-fix';
import { drawProblems } from './draw-problems';
import { findProblems } from './find-problems';
import type { Problem, Problems } from './find-problems';

/** Lists what is wrong in the notes, leads there, and repairs one thing at a time once its lines were shown. */
export class CheckModal extends Modal {
	private component = new Component();
	private isShown = true;
	private showsRemarks: boolean | undefined;
	/** Which of the problems comes into focus when they are drawn: after a repair the one that took its place. */
	private next = 0;

	constructor(private readonly context: PluginContext) {
		super(context.app);
	}

	override onOpen(): void {
		const { translate } = this.context;
		this.setTitle(translate('plugin.command.check-notes'));
		this.contentEl.addClass('stackbook-modal', 'stackbook-check');
		this.contentEl.createEl('p', { text: translate('plugin.check.reading') });
		startWork(translate, () => this.check());
	}

	override onClose(): void {
		this.isShown = false;
		this.component.unload();
		this.contentEl.empty();
	}

	private async check(): Promise<void> {
		// The modal is drawn before the work that takes long on a phone.
		await nextTask();
		const found = await findProblems(this.context).catch((error: unknown) => {
			this.close();
			throw error;
		});
		if (this.isShown) this.draw(found);
	}

	private draw(found: Problems): void {
		const { contentEl, context } = this;
		const { translate } = context;
		const top = contentEl.scrollTop;
		this.component.unload();
		this.component = new Component();
		this.component.load();
		contentEl.empty();
		const { problems, notes } = found;
		const count = (severity: Severity): number =>
			problems.filter(({ diagnostic }) => diagnostic.severity === severity).length;
		const counts = { errors: count('error'), warnings: count('warning'), infos: count('info') };
		const summary = problems.length === 0 ? 'cli.check.nothing' : 'cli.check.summary';
		contentEl.createEl('p', {
			text: translate(summary, { notes, ...counts }),
			attr: { 'aria-live': 'polite', tabindex: '-1' },
		});
		this.showsRemarks ??= counts.infos === problems.length;
		if (counts.infos > 0 && counts.infos < problems.length) this.drawChoice(found, counts.infos);
		const shown = problems.filter(
			({ diagnostic }) => this.showsRemarks || diagnostic.severity !== 'info',
		);
		drawProblems(
			contentEl,
			this.component,
			{ context, problems: shown },
			{
				go: problem => this.goTo(problem),
				repair: problem => startWork(translate, () => this.repair(problem)),
			},
		);
		contentEl.scrollTop = top;
		const places = [...contentEl.querySelectorAll<HTMLElement>('button.stackbook-check-place')];
		const place = places[Math.min(this.next, places.length - 1)] ?? contentEl.querySelector('p');
		place?.focus({ preventScroll: true });
	}

	private drawChoice(found: Problems, count: number): void {
		const label = this.contentEl.createEl('label', { cls: 'stackbook-check-remarks' });
		const box = label.createEl('input', { type: 'checkbox' });
		box.checked = this.showsRemarks === true;
		label.createSpan({ text: this.context.translate('plugin.check.remarks', { count }) });
		this.component.registerDomEvent(box, 'change', () => {
			this.showsRemarks = box.checked;
			this.draw(found);
			this.contentEl.querySelector<HTMLElement>('.stackbook-check-remarks input')?.focus();
		});
	}

	private goTo({ diagnostic: { path, line } }: Problem): void {
		const { app, translate } = this.context;
		this.close();
		startWork(translate, () => showPlace(app, path, line));
	}

	private async repair({ diagnostic, lines }: Problem): Promise<void> {
		if (!lines) return;
		const { translate } = this.context;
		const { path } = diagnostic;
		const places = [...this.contentEl.querySelectorAll('button.stackbook-check-place')];
		const open = places.findIndex(place => place.closest('li')?.querySelector(':disabled'));
		this.next = Math.max(0, open);
		const isDone = await applyFix(this.context, diagnostic, lines).finally(() => {
			// Whatever came of it, what is shown is out of date.
			if (this.isShown) startWork(translate, () => this.check());
		});
		new Notice(translate(isDone ? 'plugin.check.repaired' : 'plugin.check.changed', { path }));
	}
}
