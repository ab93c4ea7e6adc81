import { describe, expect, test } from '@jest/globals';
import { planUpgrade } from '../../../src/core/upgrades/plan-upgrade';
import type { Release } from '../../../src/core/upgrades/release';
import { applyEdits } from '../../../src/core/text/text-edit';
import { createNoteIndex } from '../../../src/core/vault/note-index';
import { aNote } from '../../support/a-note';
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
import { makeNextFiles, releasesUpToNext } from '../../support/next-release';
import { readFirstRelease, readPresent, releasesUpTo } from '../../support/old-release';
import { recordReliability } from '../../support/reliability';

const HOME = '首页.md';

type Files = Readonly<Record<string, string>>;

interface Upgrade {
	readonly from: Files;
	readonly to: Files;
	readonly releases: readonly Release[];
}

function createUpgrade({ from, to, releases }: Upgrade): (path: string, text: string) => string {
	const home = aNote(HOME, from[HOME] ?? '');
	return (path, text) => {
		const index = createNoteIndex([home, aNote(path, text)]);
		const plan = planUpgrade({ index, shipped: to, releases, choiceFor: () => 'merge' });
		if (plan.kind !== 'planned') return text;
		for (const edit of plan.edits) {
			if (edit.kind === 'change' && edit.path === path) return applyEdits(text, edit.edits);
		}
		return text;
	};
}

function holdForEveryLine(way: string, upgrade: Upgrade): void {
	const run = createUpgrade(upgrade);
	const batches = batchLines(upgrade.from);

	/** @param findLost positions of the lines of a batch with which an upgrade does what it may not */
	function expectNoneLost(what: string, findLost: (batch: LineBatch) => number[]): void {
		const lost = batches.flatMap(batch => findLost(batch).map(i => `${batch.path}:${i + 1}`));
		recordReliability('upgrade', {
			what: `${what}, ${way}`,
			count: batches.reduce((sum, { at }) => sum + at.size, 0),
			losses: lost.length,
		});
		expect(lost).toEqual([]);
	}

	test('lines that the reader inserted are there once', () => {
		expectNoneLost('a line inserted at every line of every note', batch => {
			const count = countLines(run(batch.path, withInserted(batch)));
			return [...batch.at].filter(i => count(insertedLine(i)) !== 1);
		});
	});

	test('lines that the reader edited are as they left them', () => {
		expectNoneLost('every line of every note edited', batch => {
			const count = countLines(run(batch.path, withEdited(batch)));
			return [...batch.at].filter(i => count(editedLine(batch, i)) !== 1);
		});
	});

	test('lines that the reader deleted stay deleted', () => {
		expectNoneLost('every line of every note deleted', batch => {
			const changed = withoutLines(batch);
			const [after, left] = [countLines(run(batch.path, changed)), countLines(changed)];
			const [ours, had] = [
				countLines(upgrade.to[batch.path] ?? ''),
				countLines(batch.lines.join('\n')),
			];
			return [...batch.at].filter(i => {
				const line = batch.lines[i] ?? '';
				if (line.trim() === '' || line === '>') return false;
				// The program writes its release, and the fences that it needs.
				if (batch.path === HOME && line === '---') return false;
				return after(line) > left(line) + Math.max(0, ours(line) - had(line));
			});
		});
	});
}

describe('from the first version to this one', () => {
	const present = readPresent();
	holdForEveryLine('from the first release to this one', {
		from: readFirstRelease(),
		to: present,
		releases: releasesUpTo(present),
	});
});

describe('from this version to one that has another text in every part', () => {
	const present = readPresent();
	const next = makeNextFiles(present);
	const version = /^release: (.*)$/m.exec(present[HOME] ?? '')?.[1] ?? '';
	holdForEveryLine('from this release to one with another text in every part', {
		from: present,
		to: next,
		releases: releasesUpToNext(present, version, next),
	});
});
