import { Component, Modal } from 'obsidian';
import type { NotePath, UpgradeChoice } from '../../core/index';
import { nextTask } from '../next-task';
import type { PluginContext } from '../plugin-context';
import { startWork } from '../report-failure';
import { applyUpdate } from './apply-update';
import { drawChoices } from './draw-choices';
import { drawPlan } from './draw-plan';
import { planVaultUpdate } from './plan-vault-update';
import type { VaultUpdate } from './plan-vault-update';
import { reportUpdate } from './report-update';

/** Shows what an update would do to each note, asks where texts clash, and does it when told to. */
export class UpdateModal extends Modal {
	private readonly component = new Component();
	private readonly choices = new Map<NotePath, UpgradeChoice>();
	private isShown = true;
	/** Which plan is wanted: one that was overtaken is not drawn. */
	private wanted = 0;

	constructor(private readonly context: PluginContext) {
		super(context.app);
	}

	override onOpen(): void {
		const { translate } = this.context;
		this.component.load();
		this.setTitle(translate('plugin.update.title'));
		this.contentEl.addClass('stackbook-modal');
		this.contentEl.createEl('p', { text: translate('plugin.update.reading') });
		startWork(translate, () => this.begin());
	}

	override onClose(): void {
		this.isShown = false;
		this.component.unload();
		this.contentEl.empty();
	}

	/** Where notes clash is asked once, on the plan without any choice. */
	private async begin(): Promise<void> {
		// The modal is drawn before the work that takes long on a phone.
		await nextTask();
		const update = await planVaultUpdate(this.context, this.choices).catch((error: unknown) => {
			this.close();
			throw error;
		});
		if (!this.isShown) return;
		this.contentEl.empty();
		const { translate } = this.context;
		const plan = this.contentEl.createDiv({ attr: { 'aria-live': 'polite' } });
		drawChoices(this.contentEl, this.component, { translate, update }, (path, choice) => {
			this.choices.set(path, choice);
			startWork(translate, () => this.planAgain(plan));
		});
		drawPlan(plan, this.context, update);
		this.drawButtons(update);
	}

	private async planAgain(place: HTMLElement): Promise<void> {
		const number = ++this.wanted;
		await nextTask();
		const update = await planVaultUpdate(this.context, this.choices);
		if (this.isShown && number === this.wanted) drawPlan(place, this.context, update);
	}

	private drawButtons({ plan }: VaultUpdate): void {
		const { translate } = this.context;
		const isNeeded = plan.changes.length > 0;
		const buttons = this.contentEl.createDiv({ cls: 'stackbook-buttons' });
		const cancel = (): void => this.close();
		if (isNeeded) {
			const confirm = buttons.createEl('button', {
				cls: 'mod-cta',
				text: translate('plugin.update.confirm'),
			});
			this.component.registerDomEvent(confirm, 'click', () => {
				confirm.disabled = true;
				startWork(translate, () => this.update());
			});
			confirm.focus();
		}
		const close = buttons.createEl('button', {
			text: translate(isNeeded ? 'plugin.cancel' : 'plugin.close'),
		});
		this.component.registerDomEvent(close, 'click', cancel);
		if (!isNeeded) close.focus();
	}

	/** Closing it meanwhile ends the work between two files. */
	private async update(): Promise<void> {
		const outcome = await applyUpdate(this.context, this.choices, () => this.isShown).finally(() =>
			this.close(),
		);
		await reportUpdate(this.context, outcome);
	}
}
