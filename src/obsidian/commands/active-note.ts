import type { NotePath } from '../../core/index';
import type { PluginContext } from '../plugin-context';

/** The note that the reader looks at, if it is one of ours. */
export function activeNotePath({ app, notes }: PluginContext): NotePath | undefined {
	const path = app.workspace.getActiveFile()?.path;
	return path !== undefined && notes.contains(path) ? path : undefined;
}
