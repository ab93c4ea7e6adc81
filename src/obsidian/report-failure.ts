import { Notice } from 'obsidian';
import type { Translate } from '../i18n/index';
import { describeError } from './apply-edits';
import type { PluginContext } from './plugin-context';

/** Starts work that nobody waits for; a failure is told on the screen. */
export function startWork(translate: Translate, work: () => Promise<void>): void {
	work().catch((error: unknown) => {
		new Notice(translate('plugin.error', { detail: describeError(error) }));
	});
}

/** A notice that names more is read by nobody. */
const MOST_NAMED = 8;

/** Notes that the disk did not give: what is written now is without them, and right again after the next run. */
export function describeUnreadable({ notes, translate }: PluginContext): string[] {
	return notes
		.unreadable()
		.filter(({ code }) => code === 'note-unreadable')
		.slice(0, MOST_NAMED)
		.map(({ path, params }) =>
			translate('cli.error.unreadable', { path, detail: String(params['detail']) }),
		);
}
