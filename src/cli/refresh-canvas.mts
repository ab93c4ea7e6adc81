import { join } from 'node:path';
import { planCanvas, stackCanvasPath } from '../core/index';
import type { CanvasPlan } from '../core/index';
import { CliError, systemDetail } from './cli-error.mts';
import { isMissing } from './files.mts';
import { replaceFile } from './node-vault.mts';
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

/**
 * Plans the canvas beside the home note; undefined where there is none, for one that was deleted stays deleted.
 *
 * @throws CliError if it cannot be read.
 */
export async function planCanvasRefresh(vault: NodeVault): Promise<CanvasRefresh | undefined> {
	const { root, files, index } = vault;
	const path = stackCanvasPath(index, '');
	// What the vault does not list is not there, or leads out of it.
	if (index.resolve(`/${path}`, '').kind === 'missing') return undefined;
	const text = await files.readFile(join(root, path)).then(
		bytes => bytes.toString('utf8'),
		(error: unknown) => {
			if (isMissing(error)) return undefined;
			throw new CliError('cli.error.unreadable', { path, detail: systemDetail(error) });
		},
	);
	if (text === undefined) return undefined;
	const plan = planCanvas(index, text);
	return {
		path,
		plan,
		write: async () => {
			if (plan.kind !== 'write') return;
			if (!(await replaceFile(vault, path, { before: text, after: plan.text })))
				throw new CliError('cli.error.changed-meanwhile', { path });
		},
	};
}
