import { planVaultInSteps, planVaultRefresh } from '../core/index';
import type { NoteIndex, VaultRefresh } from '../core/index';
import { createPace } from './at-pace';

/**
 * Plans to bring all regions up to date and lets keys and taps through in between. A note that is another by the time
 * the plan is asked for makes it be planned again, then in one go.
 */
export async function planRefreshAtPace(
	index: NoteIndex,
): Promise<(current: NoteIndex) => VaultRefresh> {
	const readings = new Map(index.notes().map(note => [note.path, note]));
	const planned = await createPace()(planVaultInSteps(index));
	const isFresh = (current: NoteIndex): boolean =>
		planned.edits.every(({ path }) => current.find(path) === readings.get(path));
	return current => (isFresh(current) ? planned : planVaultRefresh(current));
}
