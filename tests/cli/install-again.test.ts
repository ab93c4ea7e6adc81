import { afterEach, expect, jest, test } from '@jest/globals';
import { wholeNotes, withEdited, withInserted, withoutLines } from '../support/every-line';
import type { LineBatch } from '../support/every-line';
import { readPresent } from '../support/old-release';
import { recordReliability } from '../support/reliability';
import { runIn } from './support/cli-session';
import { makeFolder, removeFolders } from './support/temporary-folder';
import { readContents } from './support/writing-commands';

// Whole vaults are read and written here.
jest.setTimeout(60_000);
afterEach(removeFolders);

const present = readPresent();

/** Every second line of a note, from the first or the second on. */
function halfOf({ path, lines, at }: LineBatch, from: number): LineBatch {
	return { path, lines, at: new Set([...at].filter(i => i % 2 === from)) };
}

test.each([
	['a line inserted at every line of every note', withInserted],
	['every line of every note edited', withEdited],
	['every second line of every note deleted', (note: LineBatch) => withoutLines(halfOf(note, 0))],
	['every other line of every note deleted', (note: LineBatch) => withoutLines(halfOf(note, 1))],
] as const)('a vault is as it was after it was installed again: %s', async (what, change) => {
	const notes = wholeNotes(present);
	const changed = Object.fromEntries(notes.map(note => [note.path, change(note)]));
	const folder = makeFolder({ ...present, ...changed });
	const before = readContents(folder);
	const { exit } = await runIn(folder, ['init', '.']);
	const after = readContents(folder);
	const lost = [...before].filter(([path, text]) => after.get(path) !== text);
	recordReliability('command-line', {
		what: `${what}, and installed again`,
		count: notes.reduce((sum, { at }) => sum + at.size, 0),
		losses: lost.length,
	});
	expect(exit).toBe(0);
	expect(lost).toEqual([]);
});
