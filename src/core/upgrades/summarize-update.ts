import type { NotePath } from '../vault/note-path';
import type { UpdatePlan } from './plan-update';
import type { UpgradePlan } from './plan-upgrade';

/** Every file of an update under what becomes of it. */
export interface UpdateSummary extends Pick<
	UpgradePlan,
	'from' | 'to' | 'merged' | 'kept' | 'deleted' | 'skipped' | 'conflicts' | 'dropped'
> {
	/** New notes and other new files, without the report. */
	readonly created: readonly string[];
	/** Files of which only what writes itself changes. */
	readonly refreshed: readonly string[];
	readonly report: NotePath | undefined;
}

/** Sorts what an update would do, or did. */
export function summarizeUpdate({ upgrade, changes, report }: UpdatePlan): UpdateSummary {
	const { from, to, merged, kept, deleted, skipped, conflicts, dropped } = upgrade;
	const created = changes
		.filter(({ path, before }) => before === undefined && path !== report)
		.map(({ path }) => path);
	const told = new Set<string>([...merged, ...created, report ?? '']);
	const refreshed = changes.map(({ path }) => path).filter(path => !told.has(path));
	return {
		...{ from, to, merged, kept, created, deleted },
		...{ skipped, dropped, refreshed, conflicts, report },
	};
}
