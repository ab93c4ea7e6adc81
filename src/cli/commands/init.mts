import { resolve } from 'node:path';
import pluginAssets from 'virtual:plugin-assets';
import vaultTemplates from 'virtual:vault-template';
import { compareText, notesOfType } from '../../core/index';
import { CliError, errorCode, systemDetail } from '../cli-error.mts';
import { printJson, requireKnownFormat } from '../command-context.mts';
import type { CommandContext, ExitCode } from '../command-context.mts';
import { exists } from '../files.mts';
import type { VaultFolder } from '../files.mts';
import { createFile, isFree, makeFolders } from '../new-file.mts';
import { openVault, requireAllRead } from '../node-vault.mts';
import { withLock } from '../vault-lock.mts';

/** Language of the notes that ship. */
const NOTES = 'zh';
const PLUGIN_FOLDER = '.obsidian/plugins/stackbook';

/** Options of `init`. */
export interface InitOptions {
	readonly restore?: boolean;
}

/**
 * Writes the vault with its plugin; what stands is left as it is, so a run that was cut off can be run again. A home note
 * stands only where a run came to its end: notes that are missing beside one were deleted, and stay so without `restore`.
 */
export async function runInit(
	context: CommandContext,
	folder: string,
	{ restore = false }: InitOptions,
): Promise<ExitCode> {
	const { host, t, options } = context;
	const vault = { root: resolve(host.cwd, folder), files: host.files };
	const isThere = await prepareFolder(vault, folder, options.dryRun === true);
	const write = async (): Promise<Result> => {
		const isComplete = isThere && (await hasHome(vault)) && !restore;
		return writeFiles(context, vault, isComplete);
	};
	const { written, skipped, deleted } = await (options.dryRun
		? write()
		: withLock(host, { root: vault.root, name: folder }, write));
	if (options.json) {
		printJson(context, { path: folder, written, skipped, deleted });
		return 0;
	}
	const counts = { written: written.length, skipped: skipped.length, path: folder };
	host.out(`${t(options.dryRun ? 'cli.init.dry' : 'cli.init.done', counts)}\n`);
	if (deleted.length > 0)
		host.out(`${t('cli.init.deleted', { count: deleted.length, path: folder })}\n`);
	return 0;
}

/** Paths in the order of code units. */
interface Result {
	readonly written: readonly string[];
	readonly skipped: readonly string[];
	/** Shipped files that the reader deleted. */
	readonly deleted: readonly string[];
}

async function writeFiles(
	{ host, options }: CommandContext,
	vault: VaultFolder,
	isComplete: boolean,
): Promise<Result> {
	const result = { written: Array<string>(), skipped: Array<string>(), deleted: Array<string>() };
	for (const { path, text, isShipped } of filesToWrite()) {
		host.interrupts.check();
		const isNew = await isFree(vault, path);
		if (isNew && isComplete && isShipped) result.deleted.push(path);
		else if (isNew && (options.dryRun || (await createFile(vault, path, text))))
			result.written.push(path);
		else result.skipped.push(path);
	}
	for (const paths of Object.values(result)) paths.sort(compareText);
	return result;
}

/** @throws CliError if the vault is of a newer note format, or if a note that may be the home note cannot be read. */
async function hasHome(vault: VaultFolder): Promise<boolean> {
	const opened = await openVault(vault.files, vault.root);
	requireKnownFormat(opened.index);
	if (notesOfType(opened.index, 'home').length > 0) return true;
	// It could be the one that cannot be read just now.
	requireAllRead(opened);
	return false;
}

interface NewFile {
	readonly path: string;
	readonly text: string;
	/** False for the plugin, which is no note that somebody deletes. */
	readonly isShipped: boolean;
}

/** Everything that a new vault holds, the home note at the end. */
function filesToWrite(): NewFile[] {
	const notes = Object.entries(vaultTemplates[NOTES] ?? {}).map(([path, text]) => ({
		path,
		text,
		isShipped: true,
	}));
	// Our own notes stand in one form; to read them all would take longer than to write them.
	const isHome = ({ text }: NewFile): boolean => /^---\n(?:\w+: .*\n)*?type: home\n/.test(text);
	const plugin = {
		...pluginAssets,
		// In a vault of its own, the notes stand at the root.
		'data.json': '{"folder":""}\n',
	};
	return [
		{ path: '.obsidian/community-plugins.json', text: '["stackbook"]\n', isShipped: false },
		...Object.entries(plugin).map(([name, text]) => ({
			path: `${PLUGIN_FOLDER}/${name}`,
			text,
			isShipped: false,
		})),
		...notes.filter(note => !isHome(note)),
		...notes.filter(isHome),
	];
}

/** Answers whether the folder is there, as it is always but before a run that only pretends. */
async function prepareFolder(
	{ root, files }: VaultFolder,
	name: string,
	isDryRun: boolean,
): Promise<boolean> {
	try {
		if (!isDryRun) await makeFolders(files, root);
		if (isDryRun && !(await exists(files, root))) return false;
		if ((await files.stat(root)).isDirectory()) return true;
	} catch (error) {
		const isFile = ['EEXIST', 'ENOTDIR'].includes(errorCode(error) ?? '');
		if (!isFile)
			throw new CliError('cli.error.unwritable', { path: name, detail: systemDetail(error) });
	}
	throw new CliError('cli.error.vault-not-folder', { path: name });
}
