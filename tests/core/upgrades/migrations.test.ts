import { describe, expect, test } from '@jest/globals';
import { formatOf, newerFormat, NOTE_FORMAT } from '../../../src/core/upgrades/format-version';
import { MIGRATIONS, planMigration } from '../../../src/core/upgrades/migrations';
import type { Migration } from '../../../src/core/upgrades/migrations';
import { aVault } from '../../support/a-note';

const home = (format: string): string => `---\ntype: home\nformat: ${format}\n---\n# 首页\n`;

/** Puts a word in the place of another, for the sake of the mechanism: no step was needed so far. */
function renames(to: number, old: string, word: string): Migration {
	return {
		to,
		edits: ({ text }) =>
			[...text.matchAll(new RegExp(old, 'g'))].map(({ index }) => ({
				range: { start: index, end: index + old.length },
				newText: word,
			})),
	};
}

const STEPS = [renames(2, 'one', 'two'), renames(3, 'two', 'three')];

describe('the format of a vault', () => {
	test('is the number on its home note', () => {
		expect(formatOf(aVault({ '首页.md': home('7') }))).toBe(7);
		expect(formatOf(aVault({ '首页.md': home('seven') }))).toBeUndefined();
		expect(formatOf(aVault({ 'a.md': 'format: 7' }))).toBeUndefined();
	});

	test('is newer than the program only where it says so', () => {
		expect(newerFormat(aVault({ '首页.md': home(String(NOTE_FORMAT)) }))).toBeUndefined();
		expect(newerFormat(aVault({ '首页.md': home(String(NOTE_FORMAT + 1)) }))).toBe(NOTE_FORMAT + 1);
		expect(newerFormat(aVault({}))).toBeUndefined();
	});
});

describe('migrations', () => {
	test('lead to the present format step by step, without a gap', () => {
		expect(MIGRATIONS.map(({ to }) => to)).toEqual(
			Array.from({ length: NOTE_FORMAT - 1 }, (_, i) => i + 2),
		);
	});

	test('run one after the other on every note, and the number comes last', () => {
		const index = aVault({ '首页.md': home('1'), 'a.md': 'one\r\n', 'b.md': 'nothing\n' });
		expect(planMigration(index, STEPS, 3)).toEqual([
			{ path: 'a.md', text: 'three\r\n' },
			{ path: '首页.md', text: home('3') },
		]);
	});

	test('begin where the vault is', () => {
		const index = aVault({ '首页.md': home('2'), 'a.md': 'one two\n' });
		expect(planMigration(index, STEPS, 3)[0]).toEqual({ path: 'a.md', text: 'one three\n' });
	});

	test('leave a newer vault, and notes that cannot be read, alone', () => {
		expect(planMigration(aVault({ '首页.md': home('4'), 'a.md': 'one' }), STEPS, 3)).toEqual([]);
		const index = aVault({ 'a.md': '---\nx: [one\n---\n' });
		expect(planMigration(index, STEPS, 3)).toEqual([]);
	});
});
