import type { TFile } from 'obsidian';
import { canvasCandidates, isStackCanvas, planCanvas, stackCanvasPath } from '../core/index';
import type { CanvasPlan, NoteIndex } from '../core/index';
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
	context: PluginContext,
	{ dryRun = false }: { readonly dryRun?: boolean } = {},
): Promise<CanvasOutcome> {
	const { notes, app } = context;
	const index = await notes.read();
	const found = await findCanvas(context, index);
	if (!found) return { path: stackCanvasPath(index, context.settings.folder()), plan: undefined };
	const { file, text } = found;
	const { path } = file;
	const plan = planCanvas(index, text);
	if (plan.kind !== 'write' || dryRun) return { path, plan };
	let done: CanvasPlan = plan;
	// Planned again on the text that is there at that moment.
	await app.vault.process(file, current => {
		done = current === text ? plan : planCanvas(index, current);
		return done.kind === 'write' ? done.text : current;
	});
	return { path, plan: done };
}

/** Where the canvas of the stack stands, undefined where there is none. */
export async function canvasPathOf(context: PluginContext): Promise<string | undefined> {
	return (await findCanvas(context, await context.notes.read()))?.file.path;
}

/** The canvas of the stack, wherever it was moved; what stands in its place where there is none. */
async function findCanvas(
	{ app: { vault }, settings }: PluginContext,
	index: NoteIndex,
): Promise<{ readonly file: TFile; readonly text: string } | undefined> {
	const folder = settings.folder();
	const home = vault.getFileByPath(stackCanvasPath(index, folder));
	for (const path of canvasCandidates(index, folder)) {
		const file = vault.getFileByPath(path);
		const text = file ? await vault.read(file) : '';
		if (file && isStackCanvas(text)) return { file, text };
	}
	return home ? { file: home, text: await vault.read(home) } : undefined;
}

/** Why the canvas was left as it is, in words; empty where it was not. */
export function describeCanvas(translate: Translate, { path, plan }: CanvasOutcome): string[] {
	if (plan?.kind !== 'refused') return [];
	const { reason, source = '' } = plan;
	const words = translate(`cli.refresh.reason.${reason}`, { line: 1, source });
	return [translate('plugin.refresh.refused', { path, reason: words })];
}
