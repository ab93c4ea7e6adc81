import { questionsOf } from '../../core/index';
import type { NotePath } from '../../core/index';
import { activeNotePath } from '../commands/active-note';
import type { PluginContext } from '../plugin-context';

/** «This note» of the start screen: the one that the reader looks at if it asks anything, else the one before it. */
export function noteToAsk(
	context: PluginContext,
	before: NotePath | undefined,
): NotePath | undefined {
	const path = activeNotePath(context);
	if (path === undefined) return before;
	const note = context.notes.known()?.find(path);
	return note && questionsOf(note).tracked.length === 0 ? before : path;
}
