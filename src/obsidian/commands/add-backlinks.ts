import type { Command } from 'obsidian';
import { planBacklinksRegions } from '../../core/index';
import type { NoteIndex, VaultEdit } from '../../core/index';
import type { PluginContext } from '../plugin-context';
import { startWork } from '../report-failure';
import { refreshAll } from './refresh';

/** Gives a backlinks region to each note that the settings mean and that has none, and fills all regions. */
export function addBacklinksCommand(context: PluginContext): Command {
	const { settings, translate, writer } = context;
	return {
		id: 'add-backlinks',
		name: translate('plugin.command.add-backlinks'),
		checkCallback: checking => {
			const types = settings.backlinksTypes();
			if (types.length === 0) return false;
			if (!checking) {
				startWork(translate, async () => {
					const plan = (index: NoteIndex): VaultEdit[] => planBacklinksRegions(index, types);
					const { failed, unsaved } = await writer.apply(plan, { skipUnsaved: true });
					const hidden = context.notes.unreadable().map(({ path, params }) => ({
						...{ path, detail: String(params['detail']) },
					}));
					await refreshAll(context, { failed: [...failed, ...hidden], unsaved });
				});
			}
			return true;
		},
	};
}
