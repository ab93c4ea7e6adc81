import { BACKUPS_FOLDER } from '../../core/index';
import type { PluginContext } from '../plugin-context';
import type { VaultUpdate } from './plan-vault-update';

/** Draws what an update would do: the counts, then every file under what becomes of it. */
export function drawPlan(
	place: HTMLElement,
	{ translate }: PluginContext,
	{ plan, summary, unsaved }: VaultUpdate,
): void {
	place.empty();
	const { from, to, merged, created, conflicts, kept, skipped, deleted, dropped } = summary;
	if (plan.changes.length === 0) {
		place.createEl('p', { text: translate('plugin.update.nothing', { version: to }) });
	} else {
		const counts = { merged: merged.length, created: created.length };
		const sentences = [translate('plugin.update.preview', { from, to, ...counts })];
		if (conflicts.length > 0)
			sentences.push(translate('plugin.update.preview-conflicts', { count: conflicts.length }));
		for (const text of sentences) place.createEl('p', { text });
		place.createEl('p', {
			cls: 'stackbook-meta',
			text: translate('plugin.update.backup-first', { folder: BACKUPS_FOLDER }),
		});
	}
	const inPlaces = (path: string): string => {
		const count = conflicts.filter(one => one.path === path).length;
		return count > 0 ? translate('plugin.update.your-text', { path, count }) : path;
	};
	const because = (path: string, reason: string): string =>
		translate('plugin.refresh.refused', { path, reason });
	const groups = {
		unsaved,
		merged: merged.map(inPlaces),
		created,
		kept,
		skipped: skipped.map(({ path, reason }) =>
			because(path, translate(`plugin.update.reason.${reason}`)),
		),
		deleted,
		dropped: dropped.map(({ path, title }) => (title === '' ? path : `${path} · ${title}`)),
		refreshed: summary.refreshed,
	};
	for (const name of GROUPS) {
		const lines = groups[name];
		if (lines.length === 0) continue;
		const details = place.createEl('details', { cls: 'stackbook-update-group' });
		details.open = name === 'unsaved';
		details.createEl('summary', {
			text: translate(`plugin.update.group.${name}`, { count: lines.length }),
		});
		const list = details.createEl('ul');
		for (const line of lines) list.createEl('li', { text: line });
	}
}

const GROUPS = [
	'unsaved',
	'merged',
	'created',
	'kept',
	'skipped',
	'deleted',
	'dropped',
	'refreshed',
] as const;
