import { expect, test } from '@jest/globals';
import { planRefreshOf } from '../../../src/core/regions/refresh-vault';
import { applyEdits } from '../../../src/core/text/text-edit';
import { aNote, aVault } from '../../support/a-note';
import {
	batchLines,
	countLines,
	editedLine,
	insertedLine,
	withEdited,
	withInserted,
	withoutLines,
} from '../../support/every-line';
import type { LineBatch } from '../../support/every-line';
import { readPresent } from '../../support/old-release';
import { recordReliability } from '../../support/reliability';

const present = readPresent();
const index = aVault(present);
const batches = batchLines(present);

/** A note after a refresh of all of its regions, in the shipped vault. */
function refresh(path: string, text: string): string {
	index.set(aNote(path, text));
	const { edits } = planRefreshOf(index, new Map([[path, 'all']]));
	index.set(aNote(path, present[path] ?? ''));
	for (const edit of edits)
		if (edit.kind === 'change' && edit.path === path) return applyEdits(text, edit.edits);
	return text;
}

/** @param findLost positions of the lines of a batch with which a refresh does what it may not */
function expectNoneLost(what: string, findLost: (batch: LineBatch) => number[]): void {
	const lost = batches.flatMap(batch => findLost(batch).map(i => `${batch.path}:${i + 1}`));
	recordReliability('regions', {
		what: `${what}, and refreshed`,
		count: batches.reduce((sum, { at }) => sum + at.size, 0),
		losses: lost.length,
	});
	expect(lost).toEqual([]);
}

/** A note without its regions, which hold lines of every kind. */
function outside(path: string, text: string): string {
	const { regions } = aNote(path, text).structure;
	return applyEdits(
		text,
		regions.map(({ range }) => ({ range, newText: '' })),
	);
}

test('a line that the reader inserted anywhere in a shipped note is there once after a refresh', () => {
	expectNoneLost('a line inserted at every line of every note', batch => {
		const count = countLines(refresh(batch.path, withInserted(batch)));
		return [...batch.at].filter(i => count(insertedLine(i)) !== 1);
	});
});

test('a line of a shipped note that the reader edited is as they left it after a refresh', () => {
	expectNoneLost('every line of every note edited', batch => {
		const count = countLines(refresh(batch.path, withEdited(batch)));
		return [...batch.at].filter(i => count(editedLine(batch, i)) !== 1);
	});
});

test('a line outside of the regions that the reader deleted stays deleted after a refresh', () => {
	expectNoneLost('every line of every note deleted', batch => {
		const changed = withoutLines(batch);
		const after = countLines(outside(batch.path, refresh(batch.path, changed)));
		const left = countLines(outside(batch.path, changed));
		return [...batch.at].filter(i => {
			const line = batch.lines[i] ?? '';
			return line.trim() !== '' && after(line) > left(line);
		});
	});
});
