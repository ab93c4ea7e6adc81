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
import { CliError, systemDetail } from './cli-error.mts';
import { isMissing } from './files.mts';
import type { VaultFolder } from './files.mts';
import { replaceFile } from './node-vault.mts';
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

/**
 * Plans the canvas, wherever it was moved, and the bases; a canvas that was deleted stays deleted.
 *
 * @throws CliError if one cannot be read.
 */
export async function planMapRefreshes(vault: NodeVault): Promise<MapRefresh[]> {
	const { index } = vault;
	const refreshes: MapRefresh[] = [];
	const canvas = await findCanvas(vault);
	if (canvas) refreshes.push(makeRefresh(vault, canvas, planCanvas(index, canvas.text)));
	for (const path of basePaths(index)) {
		const text = await readText(vault, path);
		if (text !== undefined) {
			refreshes.push(makeRefresh(vault, { path, text }, planBase(index, text)));
		}
	}
	return refreshes;
}

interface FileText {
	readonly path: string;
	readonly text: string;
}

function makeRefresh(
	vault: VaultFolder,
	{ path, text }: FileText,
	plan: MapRefresh['plan'],
): MapRefresh {
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

/** The canvas of the stack; what stands in its place where there is none. */
async function findCanvas(vault: NodeVault): Promise<FileText | undefined> {
	const { index } = vault;
	const home = stackCanvasPath(index, '');
	let foreign: string | undefined;
	// What the vault does not list is not there, or leads out of it.
	for (const path of canvasCandidates(index, '')) {
		const text = await readText(vault, path);
		if (text === undefined) continue;
		if (isStackCanvas(text)) return { path, text };
		if (path === home) foreign = text;
	}
	return foreign === undefined ? undefined : { path: home, text: foreign };
}

async function readText({ root, files }: VaultFolder, path: string): Promise<string | undefined> {
	try {
		return (await files.readFile(join(root, path))).toString('utf8');
	} catch (error) {
		if (isMissing(error)) return undefined;
		throw new CliError('cli.error.unreadable', { path, detail: systemDetail(error) });
	}
}
