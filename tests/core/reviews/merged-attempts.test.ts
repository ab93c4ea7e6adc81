// Attempts of two devices, as a sync tool puts them together: in any order, line by line, with copies, torn.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { listAttempts, printAttempt, RATINGS } from '../../../src/core/reviews/attempt';
import type { Attempt } from '../../../src/core/reviews/attempt';
import { lastAttempts } from '../../../src/core/reviews/last-attempt';
import { planAttempt } from '../../../src/core/reviews/record-attempt';
import { aVault } from '../../support/a-note';
import { applyVaultEdits } from '../../support/apply-vault-edits';
import { isDeepRun } from '../../support/property-runs';
import { recordReliability } from '../../support/reliability';

const attempt: fc.Arbitrary<Attempt> = fc.record({
	time: fc
		.record({
			second: fc.integer({ min: 0, max: 86_400 * 40 }),
			zone: fc.constantFrom('+00:00', '+08:00', '-03:30'),
		})
		.map(
			({ second, zone }) =>
				new Date(Date.UTC(2026, 9, 20) + second * 1000).toISOString().slice(0, 19) + zone,
		),
	questionId: fc.constantFrom('flink-barrier', 'kafka-isr', 'q-3'),
	rating: fc.constantFrom(...RATINGS),
	seconds: fc.integer({ min: 0, max: 9999 }),
	pointsHit: fc.integer({ min: 0, max: 4 }),
	pointsTotal: fc.constant(4),
	missed: fc.array(fc.constantFrom('屏障对齐', 'a | b', 'x', '- 2026'), { maxLength: 2 }),
});
const attempts = fc.uniqueArray(attempt, { maxLength: 8, selector: printAttempt });

/** How the files of two devices come together. */
const way = fc.constantFrom('side by side', 'one name', 'reversed', 'with a copy', 'twice');

type Files = Record<string, string>;

/** What a device writes, one attempt after the other. */
function writtenBy(device: string, all: readonly Attempt[]): Files {
	const index = aVault({});
	for (const one of all) applyVaultEdits(index, [planAttempt(index, one, device)]);
	return Object.fromEntries(index.notes().map(({ path, text }) => [path, text]));
}

function merge(mine: Files, theirs: Files, how: string): Files {
	if (how === 'twice') return merge(merge(mine, theirs, 'one name'), theirs, 'one name');
	const merged = { ...mine };
	for (const [path, text] of Object.entries(theirs)) {
		const own = merged[path];
		if (own === undefined) merged[path] = text;
		else if (how === 'reversed') merged[path] = `${text}${bodyOf(own)}`;
		else if (how === 'with a copy') merged[path.replace('.md', ' (1).md')] = text;
		else merged[path] = `${own}${bodyOf(text)}`;
	}
	return merged;
}

function bodyOf(text: string): string {
	return text.slice(text.indexOf('---\n\n') + 5);
}

function linesOf(all: readonly Attempt[]): string[] {
	return [...new Set(all.map(printAttempt))].sort();
}

test('attempts of two devices are the union of their lines, whichever comes first and however they are merged', () => {
	const tried = { pairs: 0, whole: 0 };
	try {
		fc.assert(
			fc.property(attempts, attempts, way, (mine, theirs, how) => {
				tried.pairs++;
				const other = how === 'side by side' ? 'phone' : 'desk';
				const files = [writtenBy('desk', mine), writtenBy(other, theirs)] as const;
				const there = aVault(merge(files[0], files[1], how));
				const back = aVault(merge(files[1], files[0], how));
				const union = linesOf([...mine, ...theirs]);
				expect(linesOf(listAttempts(there))).toEqual(union);
				expect(listAttempts(there)).toHaveLength(union.length);
				expect(listAttempts(back)).toEqual(listAttempts(there));
				expect([...lastAttempts(there).keys()].sort()).toEqual(
					[...new Set([...mine, ...theirs].map(({ questionId }) => questionId))].sort(),
				);
				// A further attempt joins them and disturbs none.
				const [first] = mine;
				if (first) {
					const next = { ...first, time: '2026-12-24T08:00:00+08:00' };
					applyVaultEdits(there, [planAttempt(there, next, 'desk')]);
					applyVaultEdits(there, [planAttempt(there, next, 'desk')]);
					expect(linesOf(listAttempts(there))).toEqual([...union, printAttempt(next)].sort());
				}
				tried.whole++;
			}),
			{ numRuns: isDeepRun ? 2000 : 200 },
		);
	} finally {
		recordReliability('interviews', {
			what: 'attempts of two devices, merged in both orders',
			count: tried.pairs,
			losses: tried.pairs - tried.whole,
		});
	}
}, 120_000);

const DAMAGES: readonly ((line: string) => string)[] = [
	line => line.slice(0, line.length / 2),
	line => line.slice(3),
	line => `<<<<<<< ${line}`,
	line => line.replace(/·/g, '?'),
	line => line.replace(/ · (again|hard|good|easy) · /, ' · perfect · '),
	line => line.replace('2026-', '2026-99-'),
	line => line.replaceAll('-', '\uFFFD'),
	() => '\u0000\u0000\u0000',
];

test('a damaged line loses only itself', () => {
	const tried = { files: 0, whole: 0 };
	try {
		fc.assert(
			fc.property(
				fc.uniqueArray(attempt, { minLength: 1, maxLength: 8, selector: printAttempt }),
				fc.nat(),
				fc.constantFrom(...DAMAGES),
				(all, pick, damage) => {
					tried.files++;
					const files = writtenBy('desk', all);
					const victim = all[pick % all.length];
					if (!victim) return;
					const line = printAttempt(victim);
					const torn = Object.fromEntries(
						Object.entries(files).map(([path, text]) => [
							path,
							text.replace(`${line}\n`, () => `${damage(line)}\n`),
						]),
					);
					const others = all.filter(one => one !== victim);
					expect(linesOf(listAttempts(aVault(torn)))).toEqual(linesOf(others));
					tried.whole++;
				},
			),
			{ numRuns: isDeepRun ? 2000 : 200 },
		);
	} finally {
		recordReliability('interviews', {
			what: 'files of attempts with one damaged line',
			count: tried.files,
			losses: tried.files - tried.whole,
		});
	}
}, 120_000);
