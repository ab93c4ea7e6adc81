import { changedLines, checkVaultInSteps, planFixesInSteps } from '../../core/index';
import type { ChangedLines, Diagnostic } from '../../core/index';
import { createPace } from '../at-pace';
import type { PluginContext } from '../plugin-context';
import { unfinishedBackup } from '../upgrade/stored-backups';

/** A finding, with the lines that its repair would change where it has one. */
export interface Problem {
	readonly diagnostic: Diagnostic;
	readonly lines: ChangedLines | undefined;
}

/** What is wrong in the notes as they are now. */
export interface Problems {
	/** How many notes were looked at. */
	readonly notes: number;
	readonly problems: readonly Problem[];
}

/** Checks all notes in short steps, so that keys and taps are heard meanwhile. */
export async function findProblems({ app, notes }: PluginContext): Promise<Problems> {
	const index = await notes.read();
	const unreadable = notes.unreadable();
	const pace = createPace();
	const cutOff = await findCutOff(() => unfinishedBackup(app.vault.adapter));
	const found = [...unreadable, ...cutOff, ...(await pace(checkVaultInSteps(index)))];
	const fixes = await pace(planFixesInSteps(index, found));
	const problems = found.map(diagnostic => {
		const fix = fixes.get(diagnostic);
		const text = index.find(diagnostic.path)?.text ?? '';
		return { diagnostic, lines: fix && changedLines(text, fix.edits) };
	});
	return { notes: index.notes().length + unreadable.length, problems };
}

/** What cannot be read among the backups keeps nobody from checking notes. */
async function findCutOff(look: () => Promise<string | undefined>): Promise<Diagnostic[]> {
	const path = await look().catch(() => undefined);
	if (path === undefined) return [];
	return [{ code: 'update-unfinished', severity: 'warning', path, line: 1, params: {} }];
}
