import { Notice } from 'obsidian';
import type { Command } from 'obsidian';
import { notesOfType } from '../../core/index';
import { CompareModal } from '../comparisons/compare-modal';
import type { PluginContext } from '../plugin-context';
import { startWork } from '../report-failure';

/** Compares technologies that the reader picks. */
export function compareCommand(context: PluginContext): Command {
	return {
		id: 'compare-technologies',
		name: context.translate('plugin.command.compare'),
		callback: () => {
			startWork(context.translate, async () => {
				const index = await context.notes.read();
				if (notesOfType(index, 'technology').length < 2) {
					new Notice(context.translate('plugin.note.no-notes'));
				} else {
					context.modals.show(new CompareModal(context, index));
				}
			});
		},
	};
}
