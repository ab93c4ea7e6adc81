import { describe, expect, test } from '@jest/globals';
import { makeBackup } from '../../../src/core/upgrades/backup';
import type { Backup, FileChange } from '../../../src/core/upgrades/backup';
import { planUpdateUndo, selectToUndo } from '../../../src/core/upgrades/undo';
import type { StoredBackup, UpdateUndo } from '../../../src/core/upgrades/undo';

function stored(
	name: string,
	changes: readonly FileChange[],
	state: Backup['state'],
): StoredBackup {
	const texts = new Map(changes.map(({ path, before }) => [path, before]));
	const backup = { ...makeBackup('1.0.0', '2.0.0', changes), state };
	return { name, backup, keptText: path => texts.get(path) };
}

const LAST = stored(
	'1',
	[
		{ path: 'changed.md', before: 'old\n', after: 'new\n' },
		{ path: 'made.md', before: undefined, after: 'made\n' },
	],
	'done',
);

function undo(texts: Readonly<Record<string, string>>, backups = [LAST]): UpdateUndo {
	return planUpdateUndo(backups, path => texts[path]);
}

describe('an undo', () => {
	test('takes back what is as the update left it', () => {
		expect(undo({ 'changed.md': 'new\n', 'made.md': 'made\n' })).toEqual({
			returns: [
				{ path: 'changed.md', before: 'new\n', after: 'old\n' },
				{ path: 'made.md', before: 'made\n', after: undefined },
			],
			left: [],
		});
	});

	test('leaves what was changed since, if only by its line breaks', () => {
		expect(undo({ 'changed.md': 'new\r\n', 'made.md': 'mine\n' })).toEqual({
			returns: [],
			left: ['changed.md', 'made.md'],
		});
	});

	test('has nothing to do where the update did not come, or was taken back already', () => {
		expect(undo({ 'changed.md': 'old\n' })).toEqual({ returns: [], left: [] });
	});

	test('leaves a file that is gone', () => {
		expect(undo({ 'made.md': 'made\n' })).toMatchObject({ left: ['changed.md'] });
	});

	test('trusts no text that is not the one that was kept', () => {
		const strange = { ...LAST, keptText: () => 'something else' };
		const plan = undo({ 'changed.md': 'new\n' }, [strange]);
		expect(plan).toEqual({ returns: [], left: ['changed.md'] });
	});
});

describe('an update in two runs', () => {
	const second = stored('2', [{ path: 'a.md', before: 'b', after: 'c' }], 'done');
	const first = stored('1', [{ path: 'a.md', before: 'a', after: 'b' }], 'begun');

	test.each(['c', 'b'])('goes back to before the first one, from %j', text => {
		const { returns } = undo({ 'a.md': text }, [second, first]);
		expect(returns).toEqual([{ path: 'a.md', before: text, after: 'a' }]);
	});

	test('has nothing to do where an undo was before it was cut off', () => {
		expect(undo({ 'a.md': 'a' }, [second, first])).toEqual({ returns: [], left: [] });
	});

	test('is what one undo takes back, and nothing before it', () => {
		const older = stored('0', [], 'done');
		const undone = stored('3', [], 'undone');
		expect(selectToUndo([older, first, undone, second])).toEqual([second, first]);
	});
});
