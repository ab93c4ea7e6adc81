import { Notice } from 'obsidian';
import type { Command } from 'obsidian';
import type { PluginContext } from '../plugin-context';
import { startWork } from '../report-failure';
import { UndoModal } from '../upgrade/undo-modal';
import { planVaultUndo } from '../upgrade/undo-update';
import { UpdateModal } from '../upgrade/update-modal';

/** Brings the shipped notes to the release of the plugin, or takes that back. */
export function updateNotesCommands(context: PluginContext): Command[] {
	const { translate, modals } = context;
	return [
		{
			id: 'update-notes',
			name: translate('plugin.command.update-notes'),
			callback: () => modals.show(new UpdateModal(context)),
		},
		{
			id: 'undo-update',
			name: translate('plugin.command.undo-update'),
			callback: () => startWork(translate, () => askForUndo(context)),
		},
	];
}

async function askForUndo(context: PluginContext): Promise<void> {
	await context.writer.readToWrite();
	const undo = await planVaultUndo(context);
	if (undo) context.modals.show(new UndoModal(context, undo));
	else new Notice(context.translate('plugin.update.no-backup'));
}
