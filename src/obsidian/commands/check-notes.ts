import type { Command } from 'obsidian';
import { CheckModal } from '../checks/check-modal';
import type { PluginContext } from '../plugin-context';

/** Lists what is wrong in the notes, and repairs what can be repaired one by one. */
export function checkNotesCommand(context: PluginContext): Command {
	return {
		id: 'check-notes',
		name: context.translate('plugin.command.check-notes'),
		callback: () => context.modals.show(new CheckModal(context)),
	};
}
