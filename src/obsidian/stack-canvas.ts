import { planCanvas, stackCanvasPath } from '../core/index';
import type { CanvasPlan } from '../core/index';
import type { Translate } from '../i18n/index';
import type { PluginContext } from './plugin-context';

/** What became of the canvas of the stack. */
export interface CanvasOutcome {
	readonly path: string;
	/** Undefined where there is no canvas: one that was deleted stays deleted. */
	readonly plan: CanvasPlan | undefined;
}

/** Brings the canvas of the stack up to date if there is one; with `dryRun` it only says what would be done. */
export async function refreshCanvas(
	{ app: { vault }, notes, settings }: PluginContext,
	{ dryRun = false }: { readonly dryRun?: boolean } = {},
): Promise<CanvasOutcome> {
	const index = await notes.read();
	const path = stackCanvasPath(index, settings.folder());
	const file = vault.getFileByPath(path);
	if (!file) return { path, plan: undefined };
	const plan = planCanvas(index, await vault.read(file));
	if (plan.kind !== 'write' || dryRun) return { path, plan };
	let done: CanvasPlan = plan;
	// Planned again on the text that is there at that moment.
	await vault.process(file, text => {
		done = planCanvas(index, text);
		return done.kind === 'write' ? done.text : text;
	});
	return { path, plan: done };
}

/** Why the canvas was left as it is, in words; empty where it was not. */
export function describeCanvas(translate: Translate, { path, plan }: CanvasOutcome): string[] {
	if (plan?.kind !== 'refused') return [];
	const { reason, source = '' } = plan;
	const words = translate(`cli.refresh.reason.${reason}`, { line: 1, source });
	return [translate('plugin.refresh.refused', { path, reason: words })];
}
