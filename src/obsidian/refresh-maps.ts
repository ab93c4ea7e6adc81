import type { TFile } from 'obsidian';
import {
	basePaths,
	canvasCandidates,
	isStackCanvas,
	planBase,
	planCanvas,
	stackCanvasPath,
} from '../core/index';
import type { BasePlan, CanvasPlan, MapOutcome, NoteIndex } from '../core/index';
import type { Translate } from '../i18n/index';
import { namingPath } from './apply-edits';
import type { PluginContext } from './plugin-context';

/** How maps are brought up to date. */
export interface RefreshMapsOptions {
	/** Only says what would be done. */
	readonly dryRun?: boolean;
	/** Told which file is written next. */
	readonly beforeWrite?: (path: string) => void;
}

/** Brings the canvas of the stack and the bases of the categories up to date. */
export async function refreshMaps(
	context: PluginContext,
	options: RefreshMapsOptions = {},
): Promise<MapOutcome[]> {
	const index = await context.notes.read();
	const outcomes: MapOutcome[] = [await refreshCanvas(context, options)];
	for (const path of basePaths(index)) {
		const file = context.app.vault.getFileByPath(path);
		if (!file) continue;
		const plan = (text: string): BasePlan => planBase(index, text);
		const refresh = async (): Promise<BasePlan> => {
			const text = await context.app.vault.read(file);
			return write({ context, file, text, plan, options });
		};
		outcomes.push({ path, plan: await namingPath(path, refresh) });
	}
	return outcomes;
}

/** Brings the canvas of the stack up to date if there is one: one that was deleted stays deleted. */
export async function refreshCanvas(
	context: PluginContext,
	options: RefreshMapsOptions = {},
): Promise<MapOutcome & { readonly plan: CanvasPlan | undefined }> {
	const index = await context.notes.read();
	const found = await findCanvas(context, index);
	if (!found) return { path: stackCanvasPath(index, context.settings.folder()), plan: undefined };
	const { file, text } = found;
	const plan = (current: string): CanvasPlan => planCanvas(index, current);
	const work = { context, file, text, plan, options };
	return { path: file.path, plan: await namingPath(file.path, () => write(work)) };
}

interface MapWork<Plan> {
	readonly context: PluginContext;
	readonly file: TFile;
	/** What stands there now. */
	readonly text: string;
	readonly plan: (text: string) => Plan;
	readonly options: RefreshMapsOptions;
}

async function write<Plan extends CanvasPlan | BasePlan>({
	context,
	file,
	text,
	plan,
	options,
}: MapWork<Plan>): Promise<Plan> {
	const planned = plan(text);
	if (planned.kind !== 'write' || options.dryRun) return planned;
	let done = planned;
	await context.writer.readToWrite();
	options.beforeWrite?.(file.path);
	// Planned again on the text that is there at that moment, where it is another.
	await context.app.vault.process(file, current => {
		done = current === text ? planned : plan(current);
		return done.kind === 'write' ? done.text : current;
	});
	return done;
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
		const text = file ? await namingPath(path, () => vault.read(file)) : '';
		if (file && isStackCanvas(text)) return { file, text };
	}
	return home ? { file: home, text: await vault.read(home) } : undefined;
}

/** Why a canvas or a base was left as it is, in words; empty where it was not. */
export function describeMap(translate: Translate, { path, plan }: MapOutcome): string[] {
	if (plan?.kind !== 'refused') return [];
	const source = 'source' in plan ? (plan.source ?? '') : '';
	const words = translate(`cli.refresh.reason.${plan.reason}`, { line: 1, source });
	return [translate('plugin.refresh.refused', { path, reason: words })];
}
