import type { CliData } from 'obsidian';
import { answerUndo, answerUpdate, namedNote } from '../core/index';
import type { Answer, NotePath, Refusal, UpgradeChoice } from '../core/index';
import type { PluginContext } from './plugin-context';
import { applyUpdate } from './upgrade/apply-update';
import type { UpdateOutcome } from './upgrade/apply-update';
import { planVaultUpdate } from './upgrade/plan-vault-update';
import { backupPath } from './upgrade/stored-backups';
import { planVaultUndo, undoUpdate } from './upgrade/undo-update';

/**
 * Brings shipped notes to the release of the plugin, or takes that back, as the program does.
 *
 * @throws Error if a file could not be written, or kept changing: a second run goes on
 */
export async function answerUpdateVerb(
	context: PluginContext,
	given: CliData,
	vaultName: string,
): Promise<Answer | Refusal> {
	const writes = !('dry-run' in given);
	if ('undo' in given) return takeBack(context, { writes, vaultName });
	const index = await context.notes.read();
	const choices = new Map<NotePath, UpgradeChoice>();
	for (const choice of ['take', 'keep'] as const) {
		for (const name of namesOf(given[choice])) {
			const named = namedNote(index, name, vaultName);
			if (named.kind === 'refused') return named;
			choices.set(named.note.path, choice);
		}
	}
	const { plan } = await planVaultUpdate(context, choices);
	const backup = writes ? await update(context, choices) : undefined;
	return answerUpdate(plan, backup, { say: context.translate, writes });
}

async function update(
	context: PluginContext,
	choices: ReadonlyMap<NotePath, UpgradeChoice>,
): Promise<UpdateOutcome['backup']> {
	const { stopped, changing, written, backup } = await applyUpdate(context, choices, () => true);
	const { translate } = context;
	if (stopped) throw new Error(translate('plugin.update.stopped', { ...stopped, written }));
	if (changing.length === 0) return backup;
	const count = changing.length;
	throw new Error([translate('plugin.update.left', { count }), ...changing].join('\n'));
}

async function takeBack(
	context: PluginContext,
	{ writes, vaultName }: { readonly writes: boolean; readonly vaultName: string },
): Promise<Answer | Refusal> {
	const undo = await planVaultUndo(context);
	if (!undo) {
		return {
			kind: 'refused',
			key: 'cli.error.no-backup',
			params: { path: vaultName },
			suggestions: [],
		};
	}
	const left = writes ? (await undoUpdate(context)).left : undo.plan.left;
	const plan = {
		...undo.plan,
		returns: undo.plan.returns.filter(({ path }) => !left.includes(path)),
		left,
	};
	const names = undo.backups.map(({ name }) => backupPath(name));
	return answerUndo(plan, names, { say: context.translate, writes });
}

function namesOf(list = ''): string[] {
	return list.split(',').filter(name => name.trim() !== '');
}
