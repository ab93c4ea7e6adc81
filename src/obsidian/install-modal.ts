import { Component, Modal, Notice } from 'obsidian';
import { describeError } from './apply-edits';
import { installNotes } from './install-notes';
import type { VaultTemplate } from './install-notes';
import { planVaultInstallation } from './plan-vault-installation';
import type { VaultInstallation } from './plan-vault-installation';
import type { PluginContext } from './plugin-context';
import { startWork } from './report-failure';
import { isFolderName, toFolder } from './vault-folder';

/** What the reader fills in, and where is said what comes of it. */
interface Form {
	readonly input: HTMLInputElement;
	readonly preview: HTMLElement;
	readonly confirm: HTMLButtonElement;
}

/** Asks for the folder, says what would be written, and writes it when told to. */
export class InstallModal extends Modal {
	private readonly component = new Component();
	private isShown = true;
	/** Which plan is wanted: one that was overtaken is not shown. */
	private wanted = 0;
	/** Whether what the reader deleted shall come back; undefined where nothing was. */
	private restore: HTMLInputElement | undefined;

	constructor(
		private readonly context: PluginContext,
		private readonly template: VaultTemplate,
	) {
		super(context.app);
	}

	override onOpen(): void {
		const { translate } = this.context;
		this.component.load();
		this.setTitle(translate('plugin.install.title'));
		this.contentEl.addClass('stackbook-modal');
		const { form, cancel } = this.drawForm();
		const { input, confirm } = form;
		const show = (): void => startWork(translate, () => this.showPlan(form));
		const install = (): void => {
			if (confirm.disabled) return;
			confirm.disabled = true;
			input.disabled = true;
			startWork(translate, () => this.install(toFolder(input.value)));
		};
		show();
		this.component.registerDomEvent(input, 'input', show);
		this.component.registerDomEvent(confirm, 'click', install);
		this.component.registerDomEvent(cancel, 'click', () => this.close());
		this.scope.register([], 'Enter', event => {
			// Enter also ends the writing of a Chinese word.
			if (event.target !== input || event.isComposing) return undefined;
			install();
			return false;
		});
	}

	override onClose(): void {
		this.isShown = false;
		this.component.unload();
		this.contentEl.empty();
	}

	private drawForm(): { readonly form: Form; readonly cancel: HTMLElement } {
		const { translate, settings } = this.context;
		this.contentEl.createEl('p', { text: translate('plugin.install.folder-description') });
		const label = this.contentEl.createEl('label', {
			cls: 'stackbook-field',
			text: translate('plugin.install.folder'),
		});
		const input = label.createEl('input', { type: 'text', value: settings.folder() });
		const preview = this.contentEl.createDiv({ attr: { 'aria-live': 'polite' } });
		const buttons = this.contentEl.createDiv({ cls: 'stackbook-buttons' });
		const confirm = buttons.createEl('button', {
			cls: 'mod-cta',
			text: translate('plugin.install.confirm'),
		});
		const cancel = buttons.createEl('button', { text: translate('plugin.cancel') });
		return { form: { input, preview, confirm }, cancel };
	}

	/** Nothing can be confirmed before it is said what would be written. */
	private async showPlan({ input, preview, confirm }: Form): Promise<void> {
		const { translate } = this.context;
		const number = ++this.wanted;
		const folder = toFolder(input.value);
		confirm.disabled = true;
		this.restore = undefined;
		if (!isFolderName(folder)) {
			tell(preview, translate('plugin.install.invalid-folder'));
			return;
		}
		tell(preview, translate('plugin.install.reading'));
		const planned = await planVaultInstallation(this.context, this.template, folder).catch(
			describeError,
		);
		if (!this.isShown || number !== this.wanted) return;
		if (typeof planned === 'string') {
			tell(preview, planned);
			return;
		}
		this.drawPlan(preview, planned);
		confirm.disabled = false;
	}

	private drawPlan(place: HTMLElement, { plan, folder }: VaultInstallation): void {
		const { translate } = this.context;
		const { files, skipped, deleted, newer } = plan;
		const counts = { written: files.length, skipped: skipped.length };
		tell(place, translate('plugin.install.preview', { folder: folder || '/', ...counts }));
		if (newer.length > 0) {
			const command = translate('plugin.command.update-notes');
			const words = { count: newer.length, command };
			place.createEl('p', { text: translate('plugin.install.newer', words) });
		}
		if (deleted.length === 0) return;
		const count = deleted.length;
		place.createEl('p', { text: translate('plugin.install.deleted', { count }) });
		const label = place.createEl('label');
		this.restore = label.createEl('input', { type: 'checkbox' });
		label.appendText(` ${translate('plugin.install.restore')}`);
	}

	/** Closing it meanwhile ends the work between two files. */
	private async install(wanted: string): Promise<void> {
		const { context } = this;
		const { translate, settings, writer } = context;
		const restores = this.restore?.checked === true;
		const work = async (): Promise<string> => {
			// Another device may have brought notes since it was shown.
			const { plan, folder } = await planVaultInstallation(context, this.template, wanted);
			const { written, stopped } = await installNotes(
				restores ? [...plan.files, ...plan.deleted] : plan.files,
				(path, text) => writer.create(path, text),
				() => this.isShown,
			);
			if (stopped) {
				const { path, error } = stopped;
				const detail =
					error === undefined ? translate('plugin.update.ended') : describeError(error, path);
				return translate('plugin.install.stopped', { path, detail, written });
			}
			await settings.setFolder(folder);
			return translate('plugin.install.done', { written, folder: folder || '/' });
		};
		new Notice(await work().finally(() => this.close()));
	}
}

function tell(place: HTMLElement, words: string): void {
	place.empty();
	place.createEl('p', { text: words });
}
