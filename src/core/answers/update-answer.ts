import type { UpdatePlan } from '../upgrades/plan-update';
import { summarizeUpdate } from '../upgrades/summarize-update';
import type { UpdateUndo } from '../upgrades/undo';
import { answer } from './answer';
import type { Answer, Say } from './answer';

/** Tells about an update; one that wrote nothing speaks of what would change. */
export function answerUpdate(
	plan: UpdatePlan,
	backup: string | undefined,
	{ say, writes }: { readonly say: Say; readonly writes: boolean },
): Answer {
	const summary = summarizeUpdate(plan);
	const { from, to, merged, kept, created, deleted, skipped, conflicts, dropped } = summary;
	const { refreshed, report } = summary;
	const json = {
		...{ from, to, merged, kept, created, deleted, skipped, dropped, refreshed },
		conflicts: conflicts.map(({ path, place, kind, title }) => ({ path, place, kind, title })),
		report: report ?? null,
		backup: backup ?? null,
	};
	const place = (path: string, title: string): string =>
		title === '' ? path : `${path} · ${title}`;
	const lines = [
		...merged.map(path => `${say(`cli.update.${writes ? 'merged' : 'would-merge'}`)}  ${path}`),
		...created.map(path => `${say(`cli.update.${writes ? 'created' : 'would-create'}`)}  ${path}`),
		...conflicts.map(one => `${say('cli.update.conflict')}  ${place(one.path, one.title)}`),
		...kept.map(path => `${say('cli.update.kept')}  ${path}`),
		...skipped.map(
			({ path, reason }) =>
				`${say('cli.update.skipped')}  ${path}: ${say(`cli.update.reason.${reason}`)}`,
		),
		...dropped.map(one => `${say('cli.update.dropped')}  ${place(one.path, one.title)}`),
		say(`cli.update.${writes ? 'summary' : 'dry-summary'}`, {
			...{ from, to, merged: merged.length, created: created.length, kept: kept.length },
			...{ conflicts: conflicts.length, refreshed: refreshed.length, deleted: deleted.length },
		}),
		...(report === undefined ? [] : [say('cli.update.report', { path: report })]),
		...(backup === undefined ? [] : [say('cli.update.backup', { path: backup })]),
	];
	return answer(json, [...lines, ''].join('\n'), conflicts.length > 0 || skipped.length > 0);
}

/** Tells about an undo. */
export function answerUndo(
	{ returns, left }: UpdateUndo,
	backups: readonly string[],
	{ say, writes }: { readonly say: Say; readonly writes: boolean },
): Answer {
	const restored = pathsOf(returns.filter(({ after }) => after !== undefined));
	const removed = pathsOf(returns.filter(({ after }) => after === undefined));
	const json = { restored, removed, left, backups };
	const lines = [
		...left.map(path => `${say('cli.update.left')}  ${path}`),
		say(`cli.update.${writes ? 'undone' : 'dry-undone'}`, {
			restored: restored.length,
			removed: removed.length,
			left: left.length,
		}),
	];
	return answer(json, [...lines, ''].join('\n'), left.length > 0);
}

function pathsOf(files: readonly { readonly path: string }[]): string[] {
	return files.map(({ path }) => path);
}
