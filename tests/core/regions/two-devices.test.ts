import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { planVaultRefresh } from '../../../src/core/regions/refresh-vault';
import type { VaultRefresh } from '../../../src/core/regions/refresh-vault';
import { applyEdits } from '../../../src/core/text/text-edit';
import { createVaultReader } from '../../support/a-note';
import type { ReadVault } from '../../support/a-note';
import { mergeByCharacters } from '../../support/merge-by-characters';
import { mergeThreeWays } from '../../support/merge-three-ways';
import { propertyRuns } from '../../support/property-runs';
import { recordReliability } from '../../support/reliability';
import { afterRefresh, anyVaultOf, refreshAll } from '../../support/random-vault';
import type { Files } from '../../support/random-vault';

/** What the reader does on one device: lines of their own, somewhere in a note, or a status. */
interface Edit {
	readonly which: number;
	readonly line: number;
	readonly kind: 'insert' | 'tick';
}

const anyEdit: fc.Arbitrary<Edit> = fc.record({
	which: fc.nat(5),
	line: fc.nat(60),
	kind: fc.constantFrom('insert' as const, 'insert', 'tick'),
});

/** The words that one device wrote are found again by its name and their number. */
function edit(files: Files, edits: readonly Edit[], device: string): Files {
	const edited: Record<string, string> = { ...files };
	const paths = Object.keys(files);
	edits.forEach(({ which, line, kind }, i) => {
		const path = paths[which % paths.length] ?? '';
		const lines = (edited[path] ?? '').split('\n');
		if (kind === 'insert')
			lines.splice(line % lines.length, 0, `${device} ${i} 见 [[Kafka]] 与 [[Flink]]。`);
		edited[path] =
			kind === 'insert'
				? lines.join('\n')
				: lines.join('\n').replace(/^- \[.\]/m, device === '甲' ? '- [x]' : '- [/]');
	});
	return edited;
}

const wordsOf = (edits: readonly Edit[], device: string): string[] =>
	edits.flatMap(({ kind }, i) =>
		kind === 'insert' ? [`${device} ${i} 见 [[Kafka]] 与 [[Flink]]。`] : [],
	);

const linesOf = (files: Files): string[] =>
	Object.values(files).flatMap(text => text.split(/\r\n|\n/).map(line => line.trim()));

/** Merges two texts that come from one. */
type Merge = (base: string, ours: string, theirs: string) => string;

function mergeFiles(merge: Merge, base: Files, ours: Files, theirs: Files): Files {
	return Object.fromEntries(
		Object.keys(base).map(path => [
			path,
			merge(base[path] ?? '', ours[path] ?? '', theirs[path] ?? ''),
		]),
	);
}

/** Sync tools that know no lines take the whole file of the device that wrote last. */
function lastWins(base: Files, ours: Files, theirs: Files): Files {
	return Object.fromEntries(
		Object.keys(base).map(path => [
			path,
			(theirs[path] === base[path] ? ours : theirs)[path] ?? '',
		]),
	);
}

interface Refreshed {
	readonly files: Files;
	readonly refused: VaultRefresh['refused'];
}

function refresh(files: Files, read: ReadVault): Refreshed {
	const plan = planVaultRefresh(read(files));
	return { files: afterRefresh(files, plan), refused: plan.refused };
}

/** The files after at most two refreshes; a third one would change nothing. */
function settle(files: Files, read: ReadVault): Refreshed {
	const once = refresh(files, read);
	// Of the same bytes a refresh makes the same.
	if (isSame(files, once.files)) return once;
	const twice = refresh(once.files, read);
	if (!isSame(once.files, twice.files))
		expect(refresh(twice.files, read).files).toEqual(twice.files);
	return twice;
}

function isSame(a: Files, b: Files): boolean {
	return Object.keys(a).every(path => a[path] === b[path]);
}

const region = (name: string): string =>
	`<!-- stackbook:begin ${name} -->\n\n<!-- stackbook:end ${name} -->\n`;
const asked = (id: string): string =>
	`---\ntype: technology\ncategory: x\n---\n## 原理\n### 为何？\n- [ ] 题 ^${id}\n\n${region('progress')}\n## 反链\n${region('backlinks')}`;

/** Notes that change with nearly each edit, so that both devices write the same regions. */
const LINKED: Files = {
	'Kafka.md': asked('k'),
	'Flink.md': asked('f'),
	'首页.md': `---\ntype: home\n---\n${region('progress')}\n${region('members:x')}`,
};

const pairs = fc.record({
	files: anyVaultOf(1).map(files => ({ ...LINKED, ...files })),
	ours: fc.array(anyEdit, { minLength: 1, maxLength: 4 }),
	theirs: fc.array(anyEdit, { minLength: 1, maxLength: 4 }),
});

interface Counts {
	merges: number;
	/** Merges that a refresh changed. */
	differing: number;
	/** Merges with a note whose markers are in doubt, where those of both devices were not. */
	torn: number;
	/** Merges with a line outside of the regions that neither reader wrote. */
	stray: number;
	/** The first of these, to be tried alone. */
	firstStray?: string;
}

/** The lines outside of the regions of all notes that could be refreshed. */
function linesOutside(files: Files, refused: ReadonlySet<string>, read: ReadVault): string[] {
	const written = Object.fromEntries(Object.entries(files).filter(([path]) => !refused.has(path)));
	return read(written)
		.notes()
		.flatMap(({ text, structure }) => {
			const spans = structure.regions.map(({ range }) => ({ range, newText: '' }));
			return applyEdits(text, spans).split(/\r\n|\n/);
		})
		.map(line => line.trim());
}

/**
 * Two devices refresh what they wrote, and what each has is merged with what the other has. No word that a merge left is
 * lost by the refresh.
 */
function countMerges(merge: Merge, numRuns: number): Counts {
	const counts: Counts = { merges: 0, differing: 0, torn: 0, stray: 0 };
	fc.assert(
		fc.property(pairs, ({ files, ours, theirs }) => {
			const read = createVaultReader();
			const base = refreshAll(files, read(files));
			const typed = [edit(base, ours, '甲'), edit(base, theirs, '乙')];
			const [here, there] = typed.map(one => refresh(one, read)) as [Refreshed, Refreshed];
			const words = [...wordsOf(ours, '甲'), ...wordsOf(theirs, '乙')];
			const boxes = typed.flatMap(linesOf).filter(line => /^- \[.\]/.test(line));
			const known = new Set([...linesOf(files), ...words, ...boxes]);
			for (const [a, b] of [
				[here, there],
				[there, here],
			] as const) {
				const both = mergeFiles(merge, base, a.files, b.files);
				const settled = settle(both, read);
				const [before, after] = [linesOf(both), linesOf(settled.files)].map(all => new Set(all));
				expect(words.filter(line => before?.has(line) && !after?.has(line))).toEqual([]);
				expect(sizeOf(settled.files)).toBeLessThanOrEqual(2 * sizeOf(both) + 10_000);
				const refused = new Set([...a.refused, ...b.refused].map(({ path }) => path));
				const torn = settled.refused.filter(
					({ path, reason }) => reason !== 'unreadable-source' && !refused.has(path),
				);
				for (const { path } of settled.refused) refused.add(path);
				const stray = linesOutside(settled.files, refused, read).filter(line => !known.has(line));
				counts.merges++;
				if (!isSame(both, settled.files)) counts.differing++;
				if (torn.length > 0) counts.torn++;
				if (stray.length > 0) counts.stray++;
				if (stray.length > 0)
					counts.firstStray ??= JSON.stringify({ stray, base, here: a.files, there: b.files });
			}
		}),
		{ numRuns },
	);
	return counts;
}

describe('two devices that both refresh', () => {
	test('come to a fixed point in two refreshes when they are merged line by line, and no word is lost', () => {
		let lost = 0;
		const merge: Merge = (base, ours, theirs) => {
			const text = mergeThreeWays(base, ours, theirs);
			const lines = new Set(linesOf({ text }));
			lost += linesOf({ ours, theirs }).filter(
				line => /^[甲乙] \d/.test(line) && !lines.has(line),
			).length;
			return text;
		};
		const counts = countMerges(merge, propertyRuns(2000, 8000));
		recordReliability('regions', {
			what: 'two devices refresh and are merged line by line, in either order',
			count: counts.merges,
			losses: lost + counts.stray,
		});
		expect({ lost, stray: counts.stray, first: counts.firstStray }).toEqual({ lost: 0, stray: 0 });
		// Of one device's body that became empty, the merge may leave the other's between both markers.
		expect(counts.torn).toBeLessThan(0.01 * counts.merges);
		// Merges of which none needs a refresh would prove nothing.
		expect(counts.differing).toBeGreaterThan(0.3 * counts.merges);
	});

	// It garbles markers and rows: what it made of a row nobody wrote, so it stays as if somebody had.
	test('lose no word that a merge of characters left, and come to a fixed point in two refreshes', () => {
		const counts = countMerges(mergeByCharacters, propertyRuns(200, 1000));
		expect(counts.stray).toBeLessThan(0.15 * counts.merges);
		expect(counts.torn).toBeLessThan(0.06 * counts.merges);
		expect(counts.differing).toBeGreaterThan(0.3 * counts.merges);
	});

	test('keep what the last writer of a file wrote there, where the last one wins', () => {
		fc.assert(
			fc.property(pairs, ({ files, ours, theirs }) => {
				const read = createVaultReader();
				const base = refresh(files, read).files;
				const here = refresh(edit(base, ours, '甲'), read).files;
				const there = refresh(edit(base, theirs, '乙'), read).files;
				const won = settle(lastWins(base, here, there), read).files;
				const [lines, written] = [new Set(linesOf(won)), new Set(linesOf(there))];
				const kept = wordsOf(theirs, '乙').filter(line => written.has(line));
				expect(kept.filter(line => !lines.has(line))).toEqual([]);
			}),
			{ numRuns: propertyRuns(500, 2000) },
		);
	});
});

function sizeOf(files: Files): number {
	return Object.values(files).reduce((sum, text) => sum + text.length, 0);
}
