import { resolve } from 'node:path';
import manifest from '../../../manifest.json' with { type: 'json' };
import pluginAssets from 'virtual:plugin-assets';
import releaseHistory from 'virtual:release-history';
import vaultTemplates from 'virtual:vault-template';
import {
	compareText,
	createNoteIndex,
	notesOfType,
	parseHistory,
	planInstallation,
	readHistory,
} from '../../core/index';
import type { Installation, ShippedFile } from '../../core/index';
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
	const write = async (): Promise<Result> =>
		writeFiles(context, vault, filesToWrite(await planNotes(vault, isThere), restore));
	const { written, skipped, deleted, newer } = await (options.dryRun
		? write()
		: withLock(host, { root: vault.root, name: folder }, write));
	if (options.json) {
		printJson(context, { path: folder, written, skipped, deleted, newer });
		return 0;
	}
	const counts = { written: written.length, skipped: skipped.length, path: folder };
	host.out(`${t(options.dryRun ? 'cli.init.dry' : 'cli.init.done', counts)}\n`);
	if (deleted.length > 0)
		host.out(`${t('cli.init.deleted', { count: deleted.length, path: folder })}\n`);
	if (newer.length > 0) host.out(`${t('cli.init.newer', { count: newer.length, path: folder })}\n`);
	return 0;
}

/** Paths in the order of code units. */
interface Result {
	readonly written: readonly string[];
	readonly skipped: readonly string[];
	/** Shipped files that the reader deleted. */
	readonly deleted: readonly string[];
	/** Shipped files that an update brings. */
	readonly newer: readonly string[];
}

async function writeFiles(
	{ host, options }: CommandContext,
	vault: VaultFolder,
	files: readonly NewFile[],
): Promise<Result> {
	const result = {
		...{ written: Array<string>(), skipped: Array<string>() },
		...{ deleted: Array<string>(), newer: Array<string>() },
	};
	for (const { path, text, fate } of files) {
		host.interrupts.check();
		const isNew = fate !== 'skipped' && (await isFree(vault, path));
		if (isNew && fate !== 'written') result[fate].push(path);
		else if (isNew && (options.dryRun || (await createFile(vault, path, text))))
			result.written.push(path);
		else result.skipped.push(path);
	}
	for (const paths of Object.values(result)) paths.sort(compareText);
	return result;
}

/** What becomes of the notes that ship, and whether a run came to its end here before. */
interface PlannedNotes extends Installation {
	readonly hasHome: boolean;
}

/** @throws CliError if the vault is of a newer note format, or if a note that may be the home note cannot be read. */
async function planNotes(vault: VaultFolder, isThere: boolean): Promise<PlannedNotes> {
	const opened = isThere ? await openVault(vault.files, vault.root) : undefined;
	const index = opened?.index ?? createNoteIndex([], []);
	requireKnownFormat(index);
	const hasHome = notesOfType(index, 'home').length > 0;
	// It could be the one that cannot be read just now.
	if (opened && !hasHome) requireAllRead(opened);
	const all = vaultTemplates[NOTES] ?? {};
	const plan = planInstallation({
		shipped: Object.fromEntries(Object.entries(all).filter(([path]) => !isHidden(path))),
		releases: () => readHistory(parseHistory(releaseHistory[NOTES] ?? ''), manifest.version, all),
		folder: '',
		index,
		standing: opened?.otherFiles ?? [],
	});
	return { ...plan, hasHome };
}

interface NewFile {
	readonly path: string;
	readonly text: string;
	/** What becomes of it if nothing stands there. */
	readonly fate: keyof Result;
}

/** Everything that a new vault holds, the home note at the end. */
function filesToWrite(plan: PlannedNotes, restore: boolean): NewFile[] {
	const { files, skipped, deleted, newer, hasHome } = plan;
	const settings = Object.entries(vaultTemplates[NOTES] ?? {}).filter(([path]) => isHidden(path));
	const plugin = {
		...pluginAssets,
		// In a vault of its own, the notes stand at the root.
		'data.json': '{"folder":""}\n',
	};
	const missing: NewFile['fate'] = restore ? 'written' : 'deleted';
	const as = (fate: NewFile['fate'], list: readonly ShippedFile[]): NewFile[] =>
		list.map(file => ({ ...file, fate }));
	// The plugin is no note that somebody deletes.
	return [
		{ path: '.obsidian/community-plugins.json', text: '["stackbook"]\n', fate: 'written' },
		...Object.entries(plugin).map(([name, text]): NewFile => ({
			path: `${PLUGIN_FOLDER}/${name}`,
			text,
			fate: 'written',
		})),
		...settings.map(([path, text]): NewFile => ({
			path,
			text,
			fate: hasHome ? missing : 'written',
		})),
		...skipped.map((path): NewFile => ({ path, text: '', fate: 'skipped' })),
		...as(missing, deleted),
		...as('newer', newer),
		...as('written', files),
	];
}

function isHidden(path: string): boolean {
	return path.startsWith('.');
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
