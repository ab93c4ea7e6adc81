import { planOutcome } from '../core/index';
import type { Attempt, NoteIndex, Question, VaultEdit } from '../core/index';
import { deviceNameOf } from './device-name';
import type { PluginContext } from './plugin-context';
import { placeInFolder } from './vault-folder';

/**
 * Writes what came of a question: its status, the attempt and the own answer if it shall be kept.
 *
 * @throws Error naming what could not be written.
 */
export async function recordOutcome(
	{ app, writer, settings }: PluginContext,
	question: Question,
	attempt: Attempt,
	ownAnswer: string | undefined,
): Promise<void> {
	const device = deviceNameOf(app);
	const folder = settings.folder();
	const plan = (index: NoteIndex): VaultEdit[] =>
		planOutcome(seenFromFolder(index, folder), question, { attempt, ownAnswer }, device).map(
			edit => ({ ...edit, path: placeInFolder(edit.path, folder) }),
		);
	const { failed } = await writer.apply(plan, { stopAtFailure: true });
	if (failed.length > 0)
		throw new Error(failed.map(({ path, detail }) => `${path}: ${detail}`).join('; '));
}

/** The attempts stand beside the home note; where there is none, they belong into our folder, not into the vault's root. */
function seenFromFolder(index: NoteIndex, folder: string): NoteIndex {
	return { ...index, find: path => index.find(placeInFolder(path, folder)) };
}
