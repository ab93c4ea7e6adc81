/** @jest-environment jsdom */
// The parts of the automatic refresh that need no host.
import { describe, expect, test } from '@jest/globals';
import { createPace } from '../../src/obsidian/at-pace';
import { planVaultRefresh } from '../../src/core/index';
import { createChangeJournal } from '../../src/obsidian/change-journal';
import { planRefreshAtPace } from '../../src/obsidian/plan-refresh-at-pace';
import { addChange, delayOf, DELAYS } from '../../src/obsidian/refresh-timing';
import { createRewriteGuard } from '../../src/obsidian/rewrite-guard';
import { aNote, aVault } from '../support/a-note';

describe('the wait before a refresh', () => {
	const changesAt = (...moments: number[]) =>
		moments.reduce<ReturnType<typeof addChange> | undefined>(
			(waiting, moment) => addChange(waiting, moment, false),
			undefined,
		) ?? addChange(undefined, 0, false);

	test.each([
		['two seconds after a change', [0], 0, 2000],
		['two seconds after the last of many', [0, 1000, 1900], 1900, 2000],
		['at most fifteen seconds after the first', [0, 5000, 10_000, 14_500], 14_500, 500],
		['over when it is late', [0], 60_000, 0],
	])('is %s', (_, moments, now, wait) => {
		expect(delayOf(changesAt(...moments), now)).toBe(wait);
	});

	test('has no upper end after a rename, while files go on changing', () => {
		let waiting = addChange(undefined, 0, true);
		for (let now = 1000; now <= 40_000; now += 1000) waiting = addChange(waiting, now, false);
		waiting = { ...waiting, isResolved: true };
		expect(delayOf(waiting, 40_000)).toBe(DELAYS.afterRename);
	});

	test('is long after a rename whose links were never said to be resolved', () => {
		const waiting = addChange(addChange(undefined, 0, true), 1000, false);
		expect(delayOf(waiting, 1000)).toBe(59_000);
		expect(delayOf({ ...waiting, isResolved: true }, 1000)).toBe(3000);
	});

	test('begins anew with another rename', () => {
		const resolved = { ...addChange(undefined, 0, true), isResolved: true };
		expect(delayOf(addChange(resolved, 2000, true), 2000)).toBe(60_000);
	});
});

describe('the pace of long work', () => {
	test('lets what waits have its turn between steps that take long, and loses none of them', async () => {
		const turns: string[] = [];
		const work = function* (): Generator<undefined, string, undefined> {
			for (const step of ['1', '2', '3']) {
				const end = performance.now() + 10;
				while (performance.now() < end);
				turns.push(step);
				yield undefined;
			}
			return 'done';
		};
		setTimeout(() => turns.push('a key'), 0);
		await expect(createPace()(work())).resolves.toBe('done');
		expect(turns).toEqual(['1', 'a key', '2', '3']);
	});
});

describe('a plan for all regions, made at the pace of the screen', () => {
	const text = '前言\n\n<!-- stackbook:begin progress -->\n<!-- stackbook:end progress -->\n';

	test('is the plan made in one go, and made again where a note is another by then', async () => {
		const index = aVault({ 'a.md': text, 'b.md': '# b' });
		const planned = await planRefreshAtPace(index);
		expect(planned(index)).toEqual(planVaultRefresh(index));
		const [before] = planned(index).edits;
		index.set(aNote('a.md', `更长的${text}`));
		const [after] = planned(index).edits;
		expect(after).not.toEqual(before);
		expect(planned(index)).toEqual(planVaultRefresh(index));
	});
});

describe('the guard of regions that something else writes', () => {
	function answers(rewrites: readonly string[], pause: number): boolean[] {
		const guard = createRewriteGuard();
		guard.wrote('a', { found: 'first', written: 'ours', now: 0 });
		return rewrites.map((found, i) => {
			const now = (i + 1) * pause;
			if (guard.isTooMuch('a', found, now)) {
				guard.leave('a');
				return false;
			}
			guard.wrote('a', { found, written: 'ours', now });
			return true;
		});
	}

	test('answers five rewrites within two minutes, and none after that', () => {
		const rewrites = ['1', '2', '3', '4', '5', '6', 'ours', '7'];
		expect(answers(rewrites, 10_000)).toEqual([true, true, true, true, true, false, false, false]);
	});

	test('answers any number of different rewrites that come slowly', () => {
		const rewrites = Array.from({ length: 20 }, (_, i) => String(i));
		expect(answers(rewrites, 60_000)).not.toContain(false);
	});

	test('answers three times the same words, however slowly they come', () => {
		expect(answers(['old', 'old', 'old', 'old', 'old', 'old'], 600_000)).toEqual([
			...[true, true, true, true],
			...[false, false],
		]);
	});

	test('never minds that its own words are replaced because a source changed', () => {
		expect(answers(Array<string>(50).fill('ours'), 1)).not.toContain(false);
	});

	test('keeps other regions apart', () => {
		const guard = createRewriteGuard();
		guard.leave('a');
		expect([guard.isTooMuch('a', '', 0), guard.isTooMuch('b', '', 0)]).toEqual([true, false]);
	});
});

describe('the journal of changes', () => {
	const [one, two] = [aNote('a.md', '1'), aNote('a.md', '2')];

	test('knows nothing at first, and the reading before all changes since then', () => {
		const journal = createChangeJournal();
		journal.note('a.md', one);
		expect(journal.take()).toBeUndefined();
		expect(journal.take()).toEqual([]);
		journal.note('a.md', one);
		journal.note('a.md', two);
		journal.note('b.md', undefined);
		expect(journal.take()).toEqual([
			{ path: 'a.md', before: one },
			{ path: 'b.md', before: undefined },
		]);
		journal.note('a.md', two);
		expect(journal.take()).toEqual([{ path: 'a.md', before: two }]);
	});

	test('knows nothing after it lost track', () => {
		const journal = createChangeJournal();
		journal.take();
		journal.lose();
		journal.note('a.md', one);
		expect(journal.take()).toBeUndefined();
	});
});
