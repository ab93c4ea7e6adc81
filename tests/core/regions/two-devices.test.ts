import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { mergeThreeWays } from '../../support/merge-three-ways';
import { propertyRuns } from '../../support/property-runs';
import { anyVaultOf, refreshAll } from '../../support/random-vault';
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

function merged(base: Files, ours: Files, theirs: Files): Files {
	return Object.fromEntries(
		Object.keys(base).map(path => [
			path,
			mergeThreeWays(base[path] ?? '', ours[path] ?? '', theirs[path] ?? ''),
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

/** The files after at most two refreshes; a third one would change nothing. */
function settle(files: Files): Files {
	const once = refreshAll(files);
	const twice = refreshAll(once);
	if (!isSame(once, twice)) expect(refreshAll(twice)).toEqual(twice);
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

describe('two devices that both refresh', () => {
	test('come to a fixed point in two refreshes however they are merged, and no word is lost', () => {
		let differing = 0;
		fc.assert(
			fc.property(pairs, ({ files, ours, theirs }) => {
				const base = refreshAll(files);
				const here = refreshAll(edit(base, ours, '甲'));
				const there = refreshAll(edit(base, theirs, '乙'));
				const words = [...wordsOf(ours, '甲'), ...wordsOf(theirs, '乙')];
				for (const both of [merged(base, here, there), merged(base, there, here)]) {
					const settled = settle(both);
					const lines = new Set(linesOf(settled));
					expect(words.filter(line => !lines.has(line))).toEqual([]);
					expect(sizeOf(settled)).toBeLessThanOrEqual(2 * sizeOf(both) + 10_000);
					if (!isSame(both, settled)) differing++;
				}
				// What the last writer of a file wrote there, stays.
				const won = settle(lastWins(base, here, there));
				const [lines, written] = [new Set(linesOf(won)), new Set(linesOf(there))];
				const kept = wordsOf(theirs, '乙').filter(line => written.has(line));
				expect(kept.filter(line => !lines.has(line))).toEqual([]);
			}),
			{ numRuns: propertyRuns(2000) },
		);
		// Merges of which none needs a refresh would prove nothing.
		expect(differing).toBeGreaterThan(100);
	});
});

function sizeOf(files: Files): number {
	return Object.values(files).reduce((sum, text) => sum + text.length, 0);
}
