import { Notice } from 'obsidian';
import type { Plugin } from 'obsidian';
import vaultTemplates from 'virtual:vault-template';
import { compareVersions } from '../../core/index';
import type { PluginContext } from '../plugin-context';
import { isInFolder } from '../vault-folder';

/** Under which the device keeps the release that it was told of. */
const KEY = 'stackbook-told-release';

/** Says once after the plugin was updated that newer notes came with it. Nothing is read for that but what the app knows. */
export function announceRelease(plugin: Plugin, context: PluginContext): void {
	const { app, device, version, translate } = context;
	if (device.load(KEY) === version) return;
	let isDone = false;
	const look = (): void => {
		const release = isDone ? undefined : releaseOfNotes(context);
		if (release === undefined) return;
		isDone = true;
		device.save(KEY, version);
		if (compareVersions(release, version) < 0)
			new Notice(
				translate('plugin.update.available', {
					version,
					command: translate('plugin.command.update-notes'),
				}),
				0,
			);
	};
	app.workspace.onLayoutReady(() => {
		look();
		if (!isDone) plugin.registerEvent(app.metadataCache.on('resolved', look));
	});
}

/** The release that our home note names, `0` for a shipped one from before it named any; undefined if none is known. */
function releaseOfNotes({ app, settings }: PluginContext): string | undefined {
	const folder = settings.folder();
	for (const file of app.vault.getMarkdownFiles()) {
		if (!isInFolder(file.path, folder)) continue;
		const head: Readonly<Record<string, unknown>> | undefined =
			app.metadataCache.getFileCache(file)?.frontmatter;
		if (head?.type !== 'home' || head.format === undefined) continue;
		if (typeof head.release === 'string') return head.release;
		const path = folder === '' ? file.path : file.path.slice(folder.length + 1);
		if (Object.values(vaultTemplates).some(notes => path in notes)) return '0';
	}
	return undefined;
}
