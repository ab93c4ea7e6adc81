import { describe, expect, test } from '@jest/globals';
import {
	makeBackup,
	nameBackup,
	parseBackup,
	printBackup,
} from '../../../src/core/upgrades/backup';

const backup = makeBackup('1.0.0', '2.0.0', [
	{ path: 'changed.md', before: 'old\n', after: 'new\n' },
	{ path: 'made.md', before: undefined, after: 'made\n' },
]);

describe('the record of a backup', () => {
	test('reads back as it was written', () => {
		expect(parseBackup(printBackup(backup))).toEqual(backup);
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

	test.each(['../a.md', '/a.md', 'a/../../b.md', 'a\\b.md', 'C:/a.md', ''])(
		'is none if it leads out of the vault, to %j',
		path => {
			const stranger = { ...backup, files: [{ path, before: 'a', after: 'b' }] };
			expect(parseBackup(printBackup(stranger))).toBeUndefined();
		},
	);
});

test('backups are named by their time, a second one of the same second by a number', () => {
	const time = '2026-11-20T13:04:01.123Z';
	expect(nameBackup(time, [])).toBe('20261120T130401Z');
	expect(nameBackup(time, ['20261120T130401Z', '20261120T130401Z-2'])).toBe('20261120T130401Z-3');
});
