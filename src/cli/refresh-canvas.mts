import { readFile, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { canvasCandidates, isStackCanvas, planCanvas, stackCanvasPath } from '../core/index';
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

/** Plans the canvas wherever it was moved; undefined where there is none, for one that was deleted stays deleted. */
export async function planCanvasRefresh(vault: NodeVault): Promise<CanvasRefresh | undefined> {
	const { root, index } = vault;
	const found = await findCanvas(vault);
	if (!found) return undefined;
	const { path, text } = found;
	const plan = planCanvas(index, text);
	return {
		path,
		plan,
		write: async () => {
			if (plan.kind !== 'write') return;
			if ((await readCanvas(root, path)) !== text)
				throw new CliError('cli.error.changed-meanwhile', { path });
			await guardWrite(path, async () =>
				writeAtomically(await realpath(join(root, path)), plan.text),
			);
		},
	};
}

/** The canvas of the stack; what stands in its place where there is none. */
async function findCanvas({
	root,
	index,
}: NodeVault): Promise<{ readonly path: string; readonly text: string } | undefined> {
	const home = stackCanvasPath(index, '');
	let foreign: string | undefined;
	// What the vault does not list is not there, or leads out of it.
	for (const path of canvasCandidates(index, '')) {
		const text = await readCanvas(root, path);
		if (text === undefined) continue;
		if (isStackCanvas(text)) return { path, text };
		if (path === home) foreign = text;
	}
	return foreign === undefined ? undefined : { path: home, text: foreign };
}

function readCanvas(root: string, path: string): Promise<string | undefined> {
	return readFile(join(root, path), 'utf8').catch(() => undefined);
}
