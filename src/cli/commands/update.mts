import manifest from '../../../manifest.json' with { type: 'json' };
import releaseHistory from 'virtual:release-history';
import vaultTemplates from 'virtual:vault-template';
import {
	answerUndo,
	answerUpdate,
	parseHistory,
	planUpdateUndo,
	planUpdate,
	readHistory,
} from '../../core/index';
import type { UpdateUndo, UpdatePlan, UpgradeChoice } from '../../core/index';
import { keepBackup, markBackup, pathIn, readBackupsToUndo } from '../backups.mts';
import { CliError } from '../cli-error.mts';
import {
	printAnswer,
	readVaultToWrite,
	requireNote,
	vaultName,
	warnOfUnreadable,
	whileLocked,
} from '../command-context.mts';
import type { CommandContext, ExitCode } from '../command-context.mts';
import { localTime } from '../local-time.mts';
import { requireAllRead } from '../node-vault.mts';
import type { NodeVault } from '../node-vault.mts';
import { readText, writeChanges } from '../write-changes.mts';

/** Language of the notes that ship. */
const NOTES = 'zh';

/** Options as typed. */
export interface UpdateOptions {
	readonly keep?: readonly string[];
	readonly take?: readonly string[];
	readonly undo?: boolean;
}

/**
 * Brings shipped notes to the release of this program and keeps what the reader made of them; what is replaced lies in a
 * backup first.
 *
 * @throws CliError if the vault is newer than the program, or a file cannot be written: a second run goes on.
 */
export async function runUpdate(
	context: CommandContext,
	options: UpdateOptions,
): Promise<ExitCode> {
	const { t: say } = context;
	const writes = !context.options.dryRun;
	if (options.undo) {
		const { plan, paths } = await lockedIf(writes, context, () => undo(context, writes));
		return printAnswer(context, answerUndo(plan, paths, { say, writes })).hasFindings ? 1 : 0;
	}
	const { vault, plan, backup } = await lockedIf(writes, context, () =>
		update(context, options, writes),
	);
	const { hasFindings } = printAnswer(context, answerUpdate(plan, backup, { say, writes }));
	warnOfUnreadable(context, vault);
	return hasFindings ? 1 : 0;
}

function lockedIf<T>(writes: boolean, context: CommandContext, work: () => Promise<T>): Promise<T> {
	return writes ? whileLocked(context, work) : work();
}

interface Updated {
	readonly vault: NodeVault;
	readonly plan: UpdatePlan;
	/** Path of the backup; undefined if nothing was to be written. */
	readonly backup: string | undefined;
}

/** Reads, plans and, with `writes`, writes: the backup first, and at the end that it is complete. */
async function update(
	context: CommandContext,
	options: UpdateOptions,
	writes: boolean,
): Promise<Updated> {
	const vault = await readVaultToWrite(context, writes);
	// One that the disk does not give would count as deleted.
	requireAllRead(vault);
	const plan = await planFor(context, vault, options);
	const { upgrade, changes } = plan;
	if (!writes || changes.length === 0) return { vault, plan, backup: undefined };
	const { host } = context;
	const occasion = { from: upgrade.from, to: upgrade.to, time: host.now() };
	const stored = await keepBackup(vault, occasion, changes);
	await writeChanges(vault, changes, host.interrupts);
	await markBackup(vault, stored, 'done');
	return { vault, plan, backup: pathIn(stored.name) };
}

async function planFor(
	context: CommandContext,
	vault: NodeVault,
	options: UpdateOptions,
): Promise<UpdatePlan> {
	const shipped = vaultTemplates[NOTES] ?? {};
	const history = parseHistory(releaseHistory[NOTES] ?? '');
	const choices = readChoices(context, vault, options);
	const texts = new Map<string, string>();
	for (const path of vault.otherFiles) {
		// Only what ships beside notes is looked at, and it is small.
		if (/\.(?:base|canvas)$/.test(path)) texts.set(path, (await readText(vault, path)) ?? '');
	}
	const plan = planUpdate({
		index: vault.index,
		shipped,
		releases: readHistory(history, manifest.version, shipped),
		choiceFor: path => choices.get(path) ?? 'merge',
		textOf: path => texts.get(path),
		otherFiles: vault.otherFiles,
		date: localTime(context.host.now()).slice(0, 10),
	});
	if (plan.kind === 'planned') return plan;
	const params = { path: vaultName(context), release: plan.release, version: manifest.version };
	throw new CliError(`cli.error.${plan.kind}`, params);
}

function readChoices(
	context: CommandContext,
	{ index }: NodeVault,
	{ keep = [], take = [] }: UpdateOptions,
): Map<string, UpgradeChoice> {
	const choices = new Map<string, UpgradeChoice>();
	const pathOf = (name: string): string => requireNote(index, name, vaultName(context)).path;
	for (const name of take) choices.set(pathOf(name), 'take');
	for (const name of keep) choices.set(pathOf(name), 'keep');
	return choices;
}

interface Undone {
	readonly plan: UpdateUndo;
	/** Paths of the backups. */
	readonly paths: readonly string[];
}

async function undo(context: CommandContext, writes: boolean): Promise<Undone> {
	const vault = await readVaultToWrite(context, writes);
	const backups = await readBackupsToUndo(vault);
	if (backups.length === 0) throw new CliError('cli.error.no-backup', { path: vaultName(context) });
	const texts = new Map<string, string | undefined>();
	for (const { path } of backups.flatMap(({ backup }) => backup.files)) {
		if (!texts.has(path)) texts.set(path, await readText(vault, path));
	}
	const plan = planUpdateUndo(backups, path => texts.get(path));
	if (writes) {
		await writeChanges(vault, plan.returns, context.host.interrupts);
		for (const stored of backups) await markBackup(vault, stored, 'undone');
	}
	return { plan, paths: backups.map(({ name }) => pathIn(name)) };
}
