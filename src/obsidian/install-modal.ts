import { Component, Modal, Notice } from 'obsidian';
import { describeError } from './apply-edits';
import { installNotes, planInstallation } from './install-notes';
import type { Installation, VaultTemplate } from './install-notes';
import type { PluginContext } from './plugin-context';
import { startWork } from './report-failure';
import { isFolderName, toFolder } from './vault-folder';

/** Asks for the folder, says what would be written, and writes it when told to. */
export class InstallModal extends Modal {
	private readonly component = new Component();

	constructor(
		private readonly context: PluginContext,
		private readonly template: VaultTemplate,
	) {
		super(context.app);
	}

	override onOpen(): void {
		const { translate, settings } = this.context;
		this.component.load();
		this.setTitle(translate('plugin.install.title'));
		this.contentEl.addClass('stackbook-modal');
		this.contentEl.createEl('p', { text: translate('plugin.install.folder-description') });
		const label = this.contentEl.createEl('label', {
			cls: 'stackbook-field',
			text: translate('plugin.install.folder'),
		});
		const input = label.createEl('input', { type: 'text', value: settings.folder() });
		const preview = this.contentEl.createEl('p', { attr: { 'aria-live': 'polite' } });
		const buttons = this.contentEl.createDiv({ cls: 'stackbook-buttons' });
		const confirm = buttons.createEl('button', {
			cls: 'mod-cta',
			text: translate('plugin.install.confirm'),
		});
		const cancel = buttons.createEl('button', { text: translate('plugin.cancel') });

		const show = (): void => {
			const folder = toFolder(input.value);
			const isValid = isFolderName(folder);
			confirm.disabled = !isValid;
			preview.setText(isValid ? this.describe(folder) : translate('plugin.install.invalid-folder'));
		};
		show();
		const install = (): void => {
			if (confirm.disabled) return;
			confirm.disabled = true;
			startWork(translate, () => this.install(toFolder(input.value)));
		};
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
		this.component.unload();
		this.contentEl.empty();
	}

	private plan(folder: string): Installation {
		const { vault } = this.context.app;
		return planInstallation(
			this.template,
			folder,
			path => vault.getAbstractFileByPath(path) !== null,
		);
	}

	private describe(folder: string): string {
		const { files, skipped } = this.plan(folder);
		const counts = { written: files.length, skipped: skipped.length };
		return this.context.translate('plugin.install.preview', { folder: folder || '/', ...counts });
	}

	private async install(folder: string): Promise<void> {
		const { translate, settings, writer } = this.context;
		const { written, stopped } = await installNotes(this.plan(folder), (path, text) =>
			writer.create(path, text),
		);
		this.close();
		if (stopped) {
			const { path, error } = stopped;
			const detail = describeError(error);
			new Notice(translate('plugin.install.stopped', { path, detail, written }));
			return;
		}
		await settings.setFolder(folder);
		new Notice(translate('plugin.install.done', { written, folder: folder || '/' }));
	}
}
