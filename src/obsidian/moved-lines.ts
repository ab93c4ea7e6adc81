import type { NotePath } from '../core/index';
import type { Translate } from '../i18n/index';

/** A notice that lists more is read by nobody. */
const MOST_NAMED = 5;

/** Says in which notes lines of the reader moved out of a region; nothing where there are none. */
export function describeMoved(translate: Translate, paths: readonly NotePath[]): string[] {
	if (paths.length === 0) return [];
	const named = paths.slice(0, MOST_NAMED).join('\n');
	const more = paths.length - MOST_NAMED;
	return [translate('plugin.refresh.moved', { notes: more > 0 ? `${named}\n… +${more}` : named })];
}
