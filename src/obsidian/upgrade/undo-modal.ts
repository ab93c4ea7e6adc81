import { ConfirmationModal, Notice } from 'obsidian';
import type { PluginContext } from '../plugin-context';
import { startWork } from '../report-failure';
import { undoUpdate } from './undo-update';
import type { VaultUndo } from './undo-update';

/** Says what an undo would bring back, and brings it back when told to. */
export class UndoModal extends ConfirmationModal {
	constructor(context: PluginContext, { plan, backups }: VaultUndo) {
		super(context.app);
		const { translate } = context;
		const backup = backups[0]?.backup;
		this.setTitle(translate('plugin.command.undo-update'));
		const restored = plan.returns.filter(({ after }) => after !== undefined).length;
		const removed = plan.returns.length - restored;
		this.contentEl.createEl('p', {
			text: translate('plugin.update.undo-preview', {
				...{ from: backup?.from ?? '', to: backup?.to ?? '' },
				...{ restored, removed, left: plan.left.length },
			}),
		});
		this.addButton(button =>
			button
				.setButtonText(translate('plugin.update.undo-confirm'))
				.setCta()
				.setInitialFocus()
				.onClick(() => startWork(translate, () => undo(context))),
		);
		this.addCancelButton(translate('plugin.cancel'));
	}
}

async function undo(context: PluginContext): Promise<void> {
	const { restored, removed, left } = await undoUpdate(context);
	const counts = { restored, removed, left: left.length };
	const lines = [context.translate('plugin.update.undone', counts), ...left.slice(0, 8)];
	new Notice(lines.join('\n'));
}
