import { Notice } from 'obsidian';
import { planSummaryNote } from '../../core/index';
import type { InterviewSummary, NotePath } from '../../core/index';
import { formatLocalTime } from '../local-time';
import type { PluginContext } from '../plugin-context';
import { placeInFolder } from '../vault-folder';

/** More interviews in one minute than this are no interviews. */
const MOST_TRIES = 20;

/**
 * Saves an interview as a note of its own, never over a file that stands; the answer is its path.
 *
 * @throws Error if it could not be written
 */
export async function saveSummary(
	{ writer, settings, translate }: PluginContext,
	summary: InterviewSummary,
): Promise<NotePath> {
	const index = await writer.readToWrite();
	const time = formatLocalTime(new Date());
	for (let number = 1; number <= MOST_TRIES; number++) {
		const { path: planned, text } = planSummaryNote(index, summary, { time, number });
		const path = placeInFolder(planned, settings.folder());
		if (!(await writer.create(path, text))) continue;
		new Notice(translate('plugin.interview.saved', { path }));
		return path;
	}
	throw new Error(translate('plugin.interview.not-saved'));
}
