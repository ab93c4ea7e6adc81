import { unlink } from 'node:fs/promises';
import { join } from 'node:path';
import manifest from '../../../manifest.json' with { type: 'json' };
import releaseHistory from 'virtual:release-history';
import vaultTemplates from 'virtual:vault-template';
import {
	answerUndo,
	answerUpdate,
	parseHistory,
	planRestore,
	planUpdate,
	readHistory,
} from '../../core/index';
import type { RestorePlan, UpdatePlan, UpgradeChoice } from '../../core/index';
import { backedUpText, backupsToUndo, keepBackup, markBackup } from '../backups.mts';
import type { StoredBackup } from '../backups.mts';
import { CliError } from '../cli-error.mts';
import {
	printAnswer,
	readVaultToWrite,
	requireNote,
	vaultName,
	warnOfUnreadable,
} from '../command-context.mts';
import type { CommandContext, ExitCode } from '../command-context.mts';
import { localTime } from '../local-time.mts';
import { guardWrite } from '../new-file.mts';
import type { NodeVault } from '../node-vault.mts';
import { readText, replaceFile, writeChanges } from '../write-changes.mts';

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
	const vault = await readVaultToWrite(context);
	if (options.undo) return undo(context, vault);
	const plan = await planFor(context, vault, options);
	const writes = !context.options.dryRun;
	const backup = writes ? await write(context, vault, plan) : undefined;
	const { hasFindings } = printAnswer(
		context,
		answerUpdate(plan, backup?.path, { say: context.t, writes }),
	);
	warnOfUnreadable(context, vault);
	return hasFindings ? 1 : 0;
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
		if (/\.(?:base|canvas)$/.test(path)) texts.set(path, (await readText(vault.root, path)) ?? '');
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

async function write(
	{ host }: CommandContext,
	{ root }: NodeVault,
	{ upgrade: { from, to }, changes }: UpdatePlan,
): Promise<StoredBackup | undefined> {
	if (changes.length === 0) return undefined;
	const backup = await keepBackup(root, { from, to, time: host.now() }, changes);
	await writeChanges(root, changes);
	await markBackup(root, backup, 'done');
	return backup;
}

async function undo(context: CommandContext, { root }: NodeVault): Promise<ExitCode> {
	const backups = await backupsToUndo(root);
	if (backups.length === 0) throw new CliError('cli.error.no-backup', { path: vaultName(context) });
	const writes = !context.options.dryRun;
	const texts = new Map<string, string | undefined>();
	const plans: RestorePlan[] = [];
	for (const stored of backups) {
		for (const { path } of stored.backup.files) {
			if (!texts.has(path)) texts.set(path, await readText(root, path));
		}
		const plan = planRestore(stored.backup, path => texts.get(path));
		plans.push(await restore(root, stored, { plan, texts, writes }));
		if (writes) await markBackup(root, stored, 'undone');
	}
	const all = (key: keyof RestorePlan): string[] => [...new Set(plans.flatMap(plan => plan[key]))];
	const total = { restore: all('restore'), remove: all('remove'), left: all('left') };
	const paths = backups.map(({ path }) => path);
	const told = answerUndo(total, paths, { say: context.t, writes });
	return printAnswer(context, told).hasFindings ? 1 : 0;
}

interface Restoring {
	readonly plan: RestorePlan;
	/** What stands, and is to stand after it. */
	readonly texts: Map<string, string | undefined>;
	readonly writes: boolean;
}

/** Takes one batch back; what is missing from its backup is left as it is. */
async function restore(
	root: string,
	stored: StoredBackup,
	{ plan, texts, writes }: Restoring,
): Promise<RestorePlan> {
	const done: string[] = [];
	const left = [...plan.left];
	for (const path of plan.restore) {
		const text = await backedUpText(root, stored, path);
		if (text === undefined) {
			left.push(path);
			continue;
		}
		if (writes) await replaceFile(root, path, text);
		texts.set(path, text);
		done.push(path);
	}
	for (const path of plan.remove) {
		if (writes) await guardWrite(path, () => unlink(join(root, path)));
		texts.set(path, undefined);
	}
	return { restore: done, remove: plan.remove, left };
}
