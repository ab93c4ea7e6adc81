import { MarkdownView } from 'obsidian';
import type { TFile } from 'obsidian';
import releaseHistory from 'virtual:release-history';
import vaultTemplates from 'virtual:vault-template';
import {
	noteLanguageOf,
	parseHistory,
	planUpdateInSteps,
	prepareShipped,
	readHistory,
	summarizeUpdate,
} from '../../core/index';
import type {
	NoteIndex,
	NotePath,
	UpdatePlan,
	UpdateSummary,
	UpgradeChoice,
} from '../../core/index';
import { namingPath } from '../apply-edits';
import { createPace } from '../at-pace';
import { chooseTemplate } from '../install-notes';
import { formatLocalTime } from '../local-time';
import { hasUnsavedText } from '../open-editor';
import type { PluginContext } from '../plugin-context';
import { isInFolder } from '../vault-folder';

/** Path of a note → what is to become of it; `merge` for all others. */
export type UpdateChoices = ReadonlyMap<NotePath, UpgradeChoice>;

/** An update of the reader's notes to the release of the plugin. */
export interface VaultUpdate {
	readonly plan: UpdatePlan;
	readonly summary: UpdateSummary;
	/** Notes with unsaved text, left as they are. */
	readonly unsaved: readonly NotePath[];
}

/**
 * Plans an update on the files as they are now.
 *
 * @throws Error if there is nothing of ours, or if a newer program has written the notes
 */
export async function planVaultUpdate(
	context: PluginContext,
	choices: UpdateChoices,
): Promise<VaultUpdate> {
	const { app, notes, writer, translate, settings, version } = context;
	await writer.readToWrite();
	const unsaved = await findUnsaved(context);
	const index = await notes.read();
	const hidden = notes.unreadable().find(({ code }) => code === 'note-unreadable');
	if (hidden) {
		const { path, params } = hidden;
		const detail = String(params['detail']);
		// It would count as deleted.
		throw new Error(translate('cli.error.unreadable', { path, detail }));
	}
	const others = app.vault
		.getFiles()
		.filter(({ path }) => isInFolder(path, settings.folder()) && !index.find(path));
	const texts = await readMaps(context, others);
	const shipped = chooseTemplate(vaultTemplates, noteLanguageOf(index));
	const pace = createPace();
	await pace(prepareShipped(shipped));
	const steps = planUpdateInSteps({
		index,
		shipped,
		releases: readHistory(historyFor(index), version, shipped),
		choiceFor: path => (unsaved.includes(path) ? 'keep' : (choices.get(path) ?? 'merge')),
		textOf: path => texts.get(path),
		otherFiles: others.map(({ path }) => path),
		date: formatLocalTime(new Date()).slice(0, 10),
	});
	const plan = await pace(steps);
	if (plan.kind !== 'planned') {
		const params = { path: settings.folder() || '/', release: plan.release, version };
		throw new Error(translate(`plugin.update.${plan.kind}`, params));
	}
	const summary = summarizeUpdate(plan);
	const kept = summary.kept.filter(path => !unsaved.includes(path));
	return {
		plan,
		summary: { ...summary, kept },
		unsaved: unsaved.filter(path => summary.kept.includes(path)),
	};
}

function historyFor(index: NoteIndex): ReturnType<typeof parseHistory> {
	const [first = ''] = Object.values(releaseHistory);
	return parseHistory(releaseHistory[noteLanguageOf(index)] ?? first);
}

/** Notes that somebody is typing in; of others that are open the index gets to know the file instead of the editor. */
async function findUnsaved({ app, notes }: PluginContext): Promise<NotePath[]> {
	const unsaved: NotePath[] = [];
	for (const { view } of app.workspace.getLeavesOfType('markdown')) {
		const file = view instanceof MarkdownView ? view.file : null;
		if (!file || !notes.contains(file.path)) continue;
		if (await hasUnsavedText(app, file)) unsaved.push(file.path);
		else notes.set(file.path, await namingPath(file.path, () => app.vault.read(file)));
	}
	return unsaved;
}

/** Only what ships beside notes is looked at, and it is small. */
async function readMaps(
	{ app }: PluginContext,
	files: readonly TFile[],
): Promise<Map<string, string>> {
	const texts = new Map<string, string>();
	for (const file of files) {
		if (!/^(?:base|canvas)$/.test(file.extension)) continue;
		texts.set(file.path, await namingPath(file.path, () => app.vault.read(file)));
	}
	return texts;
}
