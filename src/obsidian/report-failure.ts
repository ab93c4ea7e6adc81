import { Notice } from 'obsidian';
import type { Translate } from '../i18n/index';
import { describeError } from './apply-edits';

/** Starts work that nobody waits for; a failure is told on the screen. */
export function startWork(translate: Translate, work: () => Promise<void>): void {
	work().catch((error: unknown) => {
		new Notice(translate('plugin.error', { detail: describeError(error) }));
	});
}
