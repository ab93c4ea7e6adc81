import { resolve } from 'node:path';
import { findNote, titleOf } from '../core/index';
import type { Diagnostic, Note } from '../core/index';
import type { Language, Translate } from '../i18n/index';
import { CliError } from './cli-error.mts';
import type { CliHost } from './cli-host.mts';
import { openVault } from './node-vault.mts';
import type { NodeVault } from './node-vault.mts';

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
	const folder = options.vault ?? '.';
	if (folder === '') throw new CliError('cli.error.empty-vault-name');
	const path = resolve(host.cwd, folder);
	let shown = false;
	const vault = await openVault(path, count => {
		if (!host.showsProgress || count < PROGRESS_FROM) return;
		shown = true;
		host.err(`\r${t('cli.reading', { count })}`);
	}).catch((error: unknown) => {
		throw error instanceof CliError ? renamePath(error, path, folder) : error;
	});
	if (shown) host.err('\n');
	return vault;
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
export function requireNote(
	{ index, unreadable }: NodeVault,
	name: string,
	vaultName: string,
): Note {
	const found = findNote(index, name);
	switch (found.kind) {
		case 'found':
			return found.note;
		case 'ambiguous':
			throw new CliError('cli.error.ambiguous-note', { name, names: found.candidates.join(', ') });
		case 'missing':
			refuseUnreadable(unreadable, name);
			throw new CliError('cli.error.no-note', { name, path: vaultName }, found.nearest);
	}
}

/** @throws CliError if the name is that of a file which stands there and cannot be read. */
function refuseUnreadable(unreadable: readonly Diagnostic[], name: string): void {
	const wanted = name.replace(/\.md$/i, '').toLowerCase();
	const found = unreadable.find(({ path }) =>
		[path.replace(/\.md$/i, ''), titleOf(path)].some(known => known.toLowerCase() === wanted),
	);
	if (found) throw new CliError('cli.error.unreadable-note', { path: found.path });
}

/** How the person named the vault, for messages. */
export function vaultName({ options }: CommandContext): string {
	return options.vault ?? '.';
}

/** Prints one JSON value on stdout. */
export function printJson({ host }: CommandContext, value: unknown): void {
	const text = JSON.stringify(value, null, 2);
	// JSON leaves these as they are, and a terminal obeys some of them.
	const escaped = text.replace(
		/[\u007f-\u009f]/g,
		control => `\\u${control.charCodeAt(0).toString(16).padStart(4, '0')}`,
	);
	host.out(`${escaped}\n`);
}

/** Messages name the folder as the person did. */
function renamePath(error: CliError, path: string, folder: string): CliError {
	if (error.params['path'] !== path) return error;
	return new CliError(error.key, { ...error.params, path: folder }, error.suggestions, {
		cause: error,
	});
}
