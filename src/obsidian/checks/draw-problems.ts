import type { Component } from 'obsidian';
import type { NotePath, Severity } from '../../core/index';
import type { PluginContext } from '../plugin-context';
import { drawPreview } from './draw-preview';
import type { Problem } from './find-problems';

/** What can be done with a problem. */
export interface ProblemActions {
	readonly go: (problem: Problem) => void;
	readonly repair: (problem: Problem) => void;
}

/** More notes are drawn when somebody asks for them. */
const MOST_NOTES = 50;

const WEIGHT: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** Draws problems note by note, the worst first. */
export function drawProblems(
	place: HTMLElement,
	component: Component,
	{ context, problems }: { readonly context: PluginContext; readonly problems: readonly Problem[] },
	actions: ProblemActions,
): void {
	const groups = [...groupByNote(problems)].sort(([, a], [, b]) => worst(a) - worst(b));
	const list = place.createDiv();
	const drawMore = (from: number): void => {
		for (const [path, found] of groups.slice(from, from + MOST_NOTES))
			drawNote(list, component, { context, path, found }, actions);
		const rest = groups.length - from - MOST_NOTES;
		if (rest <= 0) return;
		const more = place.createEl('button', {
			text: context.translate('plugin.check.more', { count: rest }),
		});
		component.registerDomEvent(more, 'click', () => {
			more.remove();
			drawMore(from + MOST_NOTES);
		});
	};
	drawMore(0);
}

function groupByNote(problems: readonly Problem[]): Map<NotePath, Problem[]> {
	const groups = new Map<NotePath, Problem[]>();
	for (const problem of problems) {
		const { path } = problem.diagnostic;
		const group = groups.get(path);
		if (group) group.push(problem);
		else groups.set(path, [problem]);
	}
	return groups;
}

function worst(problems: readonly Problem[]): number {
	return Math.min(...problems.map(({ diagnostic }) => WEIGHT[diagnostic.severity]));
}

interface NoteProblems {
	readonly context: PluginContext;
	readonly path: NotePath;
	readonly found: readonly Problem[];
}

function drawNote(
	list: HTMLElement,
	component: Component,
	{ context, path, found }: NoteProblems,
	actions: ProblemActions,
): void {
	const title = path.slice(path.lastIndexOf('/') + 1).replace(/\.md$/i, '');
	const group = list.createDiv({
		cls: 'stackbook-check-note',
		attr: { role: 'group', 'aria-label': path },
	});
	group.createDiv({ cls: 'stackbook-check-title', text: title, attr: { title: path } });
	const items = group.createEl('ul');
	for (const problem of found) {
		const item = items.createEl('li');
		drawProblem(item, component, { context, problem }, actions);
	}
}

function drawProblem(
	item: HTMLElement,
	component: Component,
	{ context, problem }: { readonly context: PluginContext; readonly problem: Problem },
	actions: ProblemActions,
): void {
	const { app, translate } = context;
	const { code, severity, path, line, params } = problem.diagnostic;
	const where = translate('plugin.check.place', {
		line,
		severity: translate(`severity.${severity}`),
	});
	const message = translate(`check.${code}`, params);
	const isFile = app.vault.getFileByPath(path) !== null;
	const row = item.createDiv({ cls: 'stackbook-check-row' });
	const words = isFile
		? row.createEl('button', { cls: 'stackbook-check-place' })
		: row.createDiv({ cls: 'stackbook-check-place' });
	words.createSpan({ text: message });
	words.createSpan({ cls: `stackbook-meta stackbook-check-${severity}`, text: where });
	if (isFile) component.registerDomEvent(words, 'click', () => actions.go(problem));
	if (!problem.lines) return;
	const { lines } = problem;
	const open = row.createEl('button', {
		text: translate('plugin.check.repair'),
		attr: {
			'aria-expanded': 'false',
			'aria-label': `${translate('plugin.check.repair')} ${message}`,
		},
	});
	let preview: HTMLElement | undefined;
	const toggle = (): void => {
		const isOpen = preview !== undefined;
		preview?.remove();
		preview = isOpen
			? undefined
			: drawPreview(item, component, { translate, lines }, () => actions.repair(problem));
		open.setAttr('aria-expanded', String(!isOpen));
	};
	component.registerDomEvent(open, 'click', toggle);
}
