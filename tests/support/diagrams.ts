import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from './room-table';

/** A Mermaid text and where it stands. */
export interface Diagram {
	readonly path: string;
	readonly line: number;
	readonly text: string;
}

/** What the Mermaid of Obsidian 1.13 and the newest one do not understand, as `{path, line, version, message}`. */
export function checkDiagrams(diagrams: readonly Diagram[]): unknown {
	const script = join(ROOT, 'scripts/check-diagrams.mjs');
	const { stdout, stderr } = spawnSync(process.execPath, [script], {
		input: JSON.stringify(diagrams),
		encoding: 'utf8',
	});
	if (stdout === '') throw new Error(`check-diagrams.mjs gave no answer:\n${stderr}`);
	return JSON.parse(stdout);
}
