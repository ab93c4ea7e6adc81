import { resolve } from 'node:path';
import { namedNote, newerFormat, printJsonText } from '../core/index';
import type { Answer, Note, NoteIndex, Refusal } from '../core/index';
import type { Language, Translate } from '../i18n/index';
import { CliError } from './cli-error.mts';
import type { CliHost } from './cli-host.mts';
import { openVault, requireFolder } from './node-vault.mts';
import type { NodeVault } from './node-vault.mts';
import { withLock } from './vault-lock.mts';

/** 0 nothing found, 1 findings; 2 (wrong use or failure) comes only from a CliError. */
export type ExitCode = 0 | 1;

/** Options that every command takes. */
export interface CommonOptions {
	readonly vault?: string;
	readonly json?: boolean;
	readonly dryRun?: boolean;
}

/** What a command works with. */
export interface CommandContext {
	readonly host: CliHost;
	readonly t: Translate;
	readonly language: Language;
	readonly options: CommonOptions;
}

/** From here on reading takes long enough to say so. */
const PROGRESS_FROM = 1000;

/** Reads the vault that the options name, with progress on a terminal, and says if files could not be read. */
export async function readVault({ host, t, options }: CommandContext): Promise<NodeVault> {
	const { folder, path } = vaultPlace({ host, options });
	let shown = false;
	const vault = await openVault(host.files, path, count => {
		host.interrupts.check();
		if (!host.showsProgress || count < PROGRESS_FROM) return;
		shown = true;
		host.err(`\r${t('cli.reading', { count })}`);
	}).catch((error: unknown) => {
		throw error instanceof CliError ? renamePath(error, path, folder) : error;
	});
	if (shown) host.err('\n');
	return vault;
}

/**
 * Reads a vault that is to be written; one of a newer note format is only ever read.
 *
 * @param writes false where this run only says what it would write
 * @throws CliError for one, and for what cannot be read.
 */
export async function readVaultToWrite(context: CommandContext, writes = true): Promise<NodeVault> {
	const vault = await readVault(context);
	if (writes) requireKnownFormat(vault.index);
	return vault;
}

/**
 * @throws CliError if a newer program has written a vault, which this one may not write then.
 */
export function requireKnownFormat(index: NoteIndex): void {
	const format = newerFormat(index);
	if (format !== undefined) throw new CliError('cli.error.newer-format', { format });
}

/**
 * Runs what writes into the vault that the options name while no other command line does.
 *
 * @throws CliError if there is no such vault, or if another one holds its lock.
 */
export async function whileLocked<T>(
	{ host, options }: CommandContext,
	work: () => Promise<T>,
): Promise<T> {
	const { folder, path } = vaultPlace({ host, options });
	await requireFolder(host.files, path, folder);
	return withLock(host, { root: path, name: folder }, work);
}

function vaultPlace({ host, options }: Pick<CommandContext, 'host' | 'options'>): {
	folder: string;
	path: string;
} {
	const folder = options.vault ?? '.';
	if (folder === '') throw new CliError('cli.error.empty-vault-name');
	return { folder, path: resolve(host.cwd, folder) };
}

/** Says on stderr that some files are missing from an answer; `check` itself lists them instead. */
export function warnOfUnreadable({ host, t }: CommandContext, { unreadable }: NodeVault): void {
	if (unreadable.length > 0)
		host.err(`${t('cli.unreadable-files', { count: unreadable.length })}\n`);
}

/**
 * The note that somebody named.
 *
 * @throws CliError with the nearest names if there is none.
 */
export function requireNote(index: NoteIndex, name: string, vaultName: string): Note {
	const named = namedNote(index, name, vaultName);
	if (named.kind === 'refused') throw toCliError(named);
	return named.note;
}

/** How the person named the vault, for messages. */
export function vaultName({ options }: CommandContext): string {
	return options.vault ?? '.';
}

/** Prints one JSON value on stdout. */
export function printJson({ host }: CommandContext, value: unknown): void {
	host.out(`${printJsonText(value)}\n`);
}

/**
 * Prints what a verb answers, as text or as JSON.
 *
 * @throws CliError if it was used wrongly.
 */
export function printAnswer(context: CommandContext, answered: Answer | Refusal): Answer {
	if (answered.kind === 'refused') throw toCliError(answered);
	if (context.options.json) printJson(context, answered.json);
	else context.host.out(answered.text);
	return answered;
}

/** The error that a refusal of the core is on the command line. */
export function toCliError({ key, params, suggestions }: Refusal): CliError {
	return new CliError(key, params, suggestions);
}

/** Messages name the folder as the person did. */
function renamePath(error: CliError, path: string, folder: string): CliError {
	if (error.params['path'] !== path) return error;
	return new CliError(error.key, { ...error.params, path: folder }, error.suggestions, {
		cause: error,
	});
}
