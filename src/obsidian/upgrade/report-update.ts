import { Notice } from 'obsidian';
import type { PluginContext } from '../plugin-context';
import type { UpdateOutcome } from './apply-update';

/** A notice that lists more is read by nobody. */
const MOST_LISTED = 8;

/** Says what became of an update, and opens its report if there is one. */
export async function reportUpdate(
	{ app, translate }: PluginContext,
	outcome: UpdateOutcome,
): Promise<void> {
	const { summary, written, unsaved, changing, report, backup, stopped } = outcome;
	const lines: string[] = [];
	if (stopped) lines.push(translate('plugin.update.stopped', { ...stopped, written }));
	else if (backup === undefined)
		lines.push(translate('plugin.update.nothing', { version: summary.to }));
	else lines.push(translate('plugin.update.done', { to: summary.to, written }));
	const left = [...unsaved, ...changing];
	if (left.length > 0) {
		lines.push(translate('plugin.update.left', { count: left.length }));
		lines.push(...left.slice(0, MOST_LISTED));
	}
	if (backup !== undefined) {
		const command = translate('plugin.command.undo-update');
		lines.push(translate('plugin.update.undo-hint', { command, path: backup }));
	}
	new Notice(lines.join('\n'), 0);
	const file = report === undefined ? null : app.vault.getFileByPath(report);
	if (file) await app.workspace.getLeaf('tab').openFile(file);
}
