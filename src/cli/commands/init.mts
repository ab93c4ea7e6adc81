import { resolve } from 'node:path';
import pluginAssets from 'virtual:plugin-assets';
import vaultTemplates from 'virtual:vault-template';
import { compareText } from '../../core/index';
import { CliError, errorCode, systemDetail } from '../cli-error.mts';
import { printJson } from '../command-context.mts';
import type { CommandContext, ExitCode } from '../command-context.mts';
import { exists } from '../files.mts';
import type { VaultFolder } from '../files.mts';
import { createFile, isFree, makeFolders } from '../new-file.mts';
import { withLock } from '../vault-lock.mts';

/** Language of the notes that ship. */
const NOTES = 'zh';
const PLUGIN_FOLDER = '.obsidian/plugins/stackbook';

/** Writes the vault with its plugin; what stands is left as it is, so a run that was cut off can be run again. */
export async function runInit(context: CommandContext, folder: string): Promise<ExitCode> {
	const { host, t, options } = context;
	const vault = { root: resolve(host.cwd, folder), files: host.files };
	await prepareFolder(vault, folder, options.dryRun === true);
	const write = (): Promise<Result> => writeFiles(context, vault);
	const { written, skipped } = await (options.dryRun
		? write()
		: withLock(host, { root: vault.root, name: folder }, write));
	if (options.json) {
		printJson(context, { path: folder, written, skipped });
	} else {
		const counts = { written: written.length, skipped: skipped.length, path: folder };
		host.out(`${t(options.dryRun ? 'cli.init.dry' : 'cli.init.done', counts)}\n`);
	}
	return 0;
}

interface Result {
	readonly written: readonly string[];
	readonly skipped: readonly string[];
}

async function writeFiles({ host, options }: CommandContext, vault: VaultFolder): Promise<Result> {
	const written: string[] = [];
	const skipped: string[] = [];
	for (const [path, text] of filesToWrite()) {
		host.interrupts.check();
		const isNew = options.dryRun ? await isFree(vault, path) : await createFile(vault, path, text);
		(isNew ? written : skipped).push(path);
	}
	return { written, skipped };
}

/** Path → text of everything that a new vault holds, in the order of paths. */
function filesToWrite(): [string, string][] {
	const files = new Map<string, string>(Object.entries(vaultTemplates[NOTES] ?? {}));
	for (const [name, text] of Object.entries(pluginAssets))
		files.set(`${PLUGIN_FOLDER}/${name}`, text);
	// In a vault of its own, the notes stand at the root.
	files.set(`${PLUGIN_FOLDER}/data.json`, '{"folder":""}\n');
	files.set('.obsidian/community-plugins.json', '["stackbook"]\n');
	return [...files].sort(([a], [b]) => compareText(a, b));
}

async function prepareFolder(
	{ root, files }: VaultFolder,
	name: string,
	isDryRun: boolean,
): Promise<void> {
	try {
		if (!isDryRun) await makeFolders(files, root);
		if (isDryRun && !(await exists(files, root))) return;
		if ((await files.stat(root)).isDirectory()) return;
	} catch (error) {
		const isFile = ['EEXIST', 'ENOTDIR'].includes(errorCode(error) ?? '');
		if (!isFile)
			throw new CliError('cli.error.unwritable', { path: name, detail: systemDetail(error) });
	}
	throw new CliError('cli.error.vault-not-folder', { path: name });
}
