import type { App } from '../app';
import { remainingEvents } from '../base/events';
import { pluginExtensions } from '../editor/code-mirror';
import { countProcessors } from '../markdown/post-processing';
import { remainingListeners } from './plugin-listeners';
import { remainingNodes } from './plugin-nodes';

/** What the app had before the plugin came. */
export interface Baseline {
	readonly commands: ReadonlySet<string>;
	readonly views: ReadonlySet<string>;
	readonly processors: number;
	readonly bodyClasses: ReadonlySet<string>;
}

/** Notes what there is now. */
export function takeBaseline(app: App): Baseline {
	return {
		commands: new Set(Object.keys(app.commands.commands)),
		views: new Set(app.workspace.views.types()),
		processors: countProcessors(),
		bodyClasses: new Set(document.body.classList),
	};
}

/** Says, one line each, what a plugin that is gone left behind. */
export function reportLeaks(app: App, before: Baseline): string[] {
	const added = (now: Iterable<string>, then: ReadonlySet<string>, what: string): string[] =>
		[...now].filter(name => !then.has(name)).map(name => `${what}: ${name}`);
	return [
		...added(Object.keys(app.commands.commands), before.commands, 'command'),
		...added(app.workspace.views.types(), before.views, 'view'),
		...added(document.body.classList, before.bodyClasses, 'class of the body'),
		...app.cli.names().map(name => `CLI command: ${name}`),
		...app.basesViews.ids().map(id => `view of bases: ${id}`),
		...(countProcessors() > before.processors ? ['post processor'] : []),
		...(pluginExtensions.length > 0 ? ['extension of the editor'] : []),
		...remainingEvents(),
		...remainingListeners(),
		...remainingNodes().map(describeNode),
	].sort();
}

function describeNode(element: Element): string {
	const classes = Array.from(element.classList, name => `.${name}`).join('');
	const parent = element.parentElement?.className.split(' ')[0] ?? '';
	return `element: ${element.nodeName.toLowerCase()}${classes} in ${parent || 'the document'}`;
}
