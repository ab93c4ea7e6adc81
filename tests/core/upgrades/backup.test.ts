import { describe, expect, test } from '@jest/globals';
import { makeBackup, parseBackup, planRestore } from '../../../src/core/upgrades/backup';

const backup = makeBackup('1.0.0', '2.0.0', [
	{ path: 'changed.md', before: 'old\n', after: 'new\n' },
	{ path: 'made.md', before: undefined, after: 'made\n' },
]);

function restore(texts: Readonly<Record<string, string>>): unknown {
	return planRestore(backup, path => texts[path]);
}

describe('an undo', () => {
	test('takes back what is as the update left it', () => {
		expect(restore({ 'changed.md': 'new\n', 'made.md': 'made\n' })).toEqual({
			restore: ['changed.md'],
			remove: ['made.md'],
			left: [],
		});
	});

	test('leaves what was changed since, if only by its line breaks', () => {
		expect(restore({ 'changed.md': 'new\r\n', 'made.md': 'mine\n' })).toEqual({
			restore: [],
			remove: [],
			left: ['changed.md', 'made.md'],
		});
	});

	test('has nothing to do where the update did not come, or was taken back already', () => {
		expect(restore({ 'changed.md': 'old\n' })).toEqual({ restore: [], remove: [], left: [] });
	});

	test('leaves a file that is gone', () => {
		expect(restore({ 'made.md': 'made\n' })).toMatchObject({ left: ['changed.md'] });
	});
});

describe('the record of a backup', () => {
	test('reads back as it was written', () => {
		expect(parseBackup(JSON.stringify(backup))).toEqual(backup);
	});

	test.each([
		'',
		'{',
		'null',
		'[]',
		'{}',
		'{"backup":2}',
		'{"backup":1,"state":"done","files":[{}]}',
	])('is not guessed from %j', text => {
		expect(parseBackup(text)).toBeUndefined();
	});
});
