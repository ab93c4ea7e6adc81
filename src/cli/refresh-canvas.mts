import { readFile, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { planCanvas, stackCanvasPath } from '../core/index';
import type { CanvasPlan } from '../core/index';
import { writeAtomically } from './atomic-write.mts';
import { CliError } from './cli-error.mts';
import { guardWrite } from './new-file.mts';
import type { NodeVault } from './node-vault.mts';

/** The canvas of the stack as it stands, and what is to become of it. */
export interface CanvasRefresh {
	readonly path: string;
	readonly plan: CanvasPlan;
	/**
	 * Writes what is planned.
	 *
	 * @throws CliError if the file cannot be written, or is not the one that was read.
	 */
	write(): Promise<void>;
}

/** Plans the canvas beside the home note; undefined where there is none, for one that was deleted stays deleted. */
export async function planCanvasRefresh({
	root,
	index,
}: NodeVault): Promise<CanvasRefresh | undefined> {
	const path = stackCanvasPath(index, '');
	// What the vault does not list is not there, or leads out of it.
	if (index.resolve(`/${path}`, '').kind === 'missing') return undefined;
	const read = (): Promise<string | undefined> =>
		readFile(join(root, path), 'utf8').catch(() => undefined);
	const text = await read();
	if (text === undefined) return undefined;
	const plan = planCanvas(index, text);
	return {
		path,
		plan,
		write: async () => {
			if (plan.kind !== 'write') return;
			if ((await read()) !== text) throw new CliError('cli.error.changed-meanwhile', { path });
			await guardWrite(path, async () =>
				writeAtomically(await realpath(join(root, path)), plan.text),
			);
		},
	};
}
