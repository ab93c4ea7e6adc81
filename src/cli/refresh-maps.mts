import { readFile, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import {
	basePaths,
	canvasCandidates,
	isStackCanvas,
	planBase,
	planCanvas,
	stackCanvasPath,
} from '../core/index';
import type { BasePlan, CanvasPlan } from '../core/index';
import { writeAtomically } from './atomic-write.mts';
import { CliError } from './cli-error.mts';
import { guardWrite } from './new-file.mts';
import type { NodeVault } from './node-vault.mts';

/** A canvas or a base as it stands, and what is to become of it. */
export interface MapRefresh {
	readonly path: string;
	readonly plan: CanvasPlan | BasePlan;
	/**
	 * Writes what is planned.
	 *
	 * @throws CliError if the file cannot be written, or is not the one that was read.
	 */
	write(): Promise<void>;
}

/** Plans the canvas, wherever it was moved, and the bases; a canvas that was deleted stays deleted. */
export async function planMapRefreshes(vault: NodeVault): Promise<MapRefresh[]> {
	const { root, index } = vault;
	const refreshes: MapRefresh[] = [];
	const canvas = await findCanvas(vault);
	if (canvas) refreshes.push(makeRefresh(root, canvas, planCanvas(index, canvas.text)));
	for (const path of basePaths(index)) {
		const text = await readText(root, path);
		if (text !== undefined) {
			refreshes.push(makeRefresh(root, { path, text }, planBase(index, text)));
		}
	}
	return refreshes;
}

interface FileText {
	readonly path: string;
	readonly text: string;
}

function makeRefresh(root: string, { path, text }: FileText, plan: MapRefresh['plan']): MapRefresh {
	return {
		path,
		plan,
		write: async () => {
			if (plan.kind !== 'write') return;
			if ((await readText(root, path)) !== text)
				throw new CliError('cli.error.changed-meanwhile', { path });
			await guardWrite(path, async () =>
				writeAtomically(await realpath(join(root, path)), plan.text),
			);
		},
	};
}

/** The canvas of the stack; what stands in its place where there is none. */
async function findCanvas({ root, index }: NodeVault): Promise<FileText | undefined> {
	const home = stackCanvasPath(index, '');
	let foreign: string | undefined;
	// What the vault does not list is not there, or leads out of it.
	for (const path of canvasCandidates(index, '')) {
		const text = await readText(root, path);
		if (text === undefined) continue;
		if (isStackCanvas(text)) return { path, text };
		if (path === home) foreign = text;
	}
	return foreign === undefined ? undefined : { path: home, text: foreign };
}

function readText(root: string, path: string): Promise<string | undefined> {
	return readFile(join(root, path), 'utf8').catch(() => undefined);
}
