import type { BasePlan } from '../maps/plan-base';
import type { CanvasPlan } from '../maps/plan-canvas';
import type { RefreshReport } from './refresh-answer';

/** A canvas or a base, and what is to become of it; without a plan there is none. */
export interface MapOutcome {
	readonly path: string;
	readonly plan: CanvasPlan | BasePlan | undefined;
}

/** What a refresh tells of canvas and bases, to be added to what it tells of the notes. */
export function mapsReport(outcomes: readonly MapOutcome[]): Omit<RefreshReport, 'moved'> {
	const pathsOf = (kind: string): string[] =>
		outcomes.filter(({ plan }) => plan?.kind === kind).map(({ path }) => path);
	return {
		changed: pathsOf('write'),
		unchanged: pathsOf('unchanged').length,
		refused: outcomes.flatMap(({ path, plan }) => {
			if (plan?.kind !== 'refused') return [];
			const source = 'source' in plan ? plan.source : undefined;
			return [{ path, reason: plan.reason, line: 1, ...(source === undefined ? {} : { source }) }];
		}),
	};
}
