import type { CanvasPlan } from '../maps/plan-canvas';
import type { RefreshReport } from './refresh-answer';

/** What a refresh tells of the canvas, to be added to what it tells of the notes. */
export function canvasReport(
	path: string,
	plan: CanvasPlan | undefined,
): Omit<RefreshReport, 'moved'> {
	if (plan?.kind !== 'refused') {
		return {
			changed: plan?.kind === 'write' ? [path] : [],
			unchanged: Number(plan?.kind === 'unchanged'),
			refused: [],
		};
	}
	const { reason, source } = plan;
	const refusal = { path, reason, line: 1, ...(source === undefined ? {} : { source }) };
	return { changed: [], unchanged: 0, refused: [refusal] };
}
