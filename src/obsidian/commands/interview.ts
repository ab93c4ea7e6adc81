import type { Command } from 'obsidian';
import type { InterviewScope, NotePath } from '../../core/index';
import {
	canContinueInterview,
	continueInterview,
	openInterview,
} from '../interview/open-interview';
import { askingNotePath } from '../asking-note';
import type { PluginContext } from '../plugin-context';
import { startWork } from '../report-failure';
import { activeNotePath } from './active-note';

/** Start an interview on what the reader looks at or chooses, and go on with one. */
export function interviewCommands(context: PluginContext): Command[] {
	const { translate } = context;
	return [
		{
			id: 'start-interview',
			name: translate('plugin.command.start-interview'),
			callback: () => {
				startWork(translate, () => openInterview(context, { kind: 'start-screen' }));
			},
		},
		scopeCommand(context, 'interview', path => ({ kind: 'notes', paths: [path] }), askingNotePath),
		scopeCommand(context, 'interview-on-category', path => {
			const category = propertyOf(context, path, 'category');
			return category === undefined ? undefined : { kind: 'category', category };
		}),
		scopeCommand(context, 'interview-on-comparison', path =>
			propertyOf(context, path, 'type') === 'comparison' ? { kind: 'comparison', path } : undefined,
		),
		{
			id: 'continue-interview',
			name: translate('plugin.command.continue-interview'),
			checkCallback: checking => {
				if (!canContinueInterview(context)) return false;
				if (!checking) startWork(translate, () => continueInterview(context));
				return true;
			},
		},
	];
}

type ScopeOfNote = (path: NotePath) => InterviewScope | undefined;

/** Asks at once, weak ones first; offered where the open note has such a scope. */
function scopeCommand(
	context: PluginContext,
	name: 'interview' | 'interview-on-category' | 'interview-on-comparison',
	scopeOf: ScopeOfNote,
	notePath = activeNotePath,
): Command {
	return {
		id: name === 'interview' ? 'interview-on-note' : name,
		name: context.translate(`plugin.command.${name}`),
		checkCallback: checking => {
			const path = notePath(context);
			const scope = path === undefined ? undefined : scopeOf(path);
			if (!scope) return false;
			const start = (): Promise<void> =>
				openInterview(context, { kind: 'scope', scope, start: true });
			if (!checking) startWork(context.translate, start);
			return true;
		},
	};
}

/** A property of a note as Obsidian knows it: whether a command is offered must not wait for a note to be read. */
function propertyOf({ app }: PluginContext, path: NotePath, name: string): string | undefined {
	const file = app.vault.getFileByPath(path);
	const value: unknown = file && app.metadataCache.getFileCache(file)?.frontmatter?.[name];
	return typeof value === 'string' && value !== '' ? value : undefined;
}
